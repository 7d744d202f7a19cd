const ONSETS = 'b d f g h k l m n p r s t v w z br cr dr fl gl gr kl pl pr sk sl sn sp st tr'.split(' ');
const VOWELS = 'a e i o u ai ea io'.split(' ');
const ENDS = ['', 'm', 'n', 'r', 'x', 's', 'l', 't'];
const SYLLABLES = ONSETS.length * VOWELS.length;

/**
 * A made-up word for a number from 0 on: rare terms, names of methods, surnames. Different numbers give different words,
 * for every syllable begins with a consonant and ends with a vowel.
 */
export function coinedWord(number: number): string {
  const end = ENDS[number % ENDS.length] ?? '';
  let [word, left] = ['', SYLLABLES + Math.floor(number / 2)];
  while (left > 0) {
    const syllable = left % SYLLABLES;
    word += (ONSETS[syllable % ONSETS.length] ?? '') + (VOWELS[Math.floor(syllable / ONSETS.length)] ?? '');
    left = Math.floor(left / SYLLABLES);
  }
  return word + end;
}

/** The same as a name: `Praino`. */
export function coinedName(number: number): string {
  const word = coinedWord(number);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
