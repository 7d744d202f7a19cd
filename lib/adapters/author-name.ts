const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const DEGREE = /^(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|dr|prof|m\.?ph|mbbs|rn|d\.?phil|ma|ba|ms)\.?$/i;
const LONGEST = 1_000; // beyond it a text is no name

/**
 * A name as it is spoken. Metas have "Last, First" or "First Last"; a part such as "Jr." stays behind the name, a degree
 * goes. More commas than that are left as they are: nothing is guessed.
 */
export function spokenName(name: string): string {
  if (name.length > LONGEST) return name;
  const parts = name.split(',').map((part) => part.trim());
  const kept = parts.filter((part) => part && !DEGREE.test(part));
  const suffix = kept.slice(1).find((part) => SUFFIX.test(part));
  const own = kept.filter((part) => part !== suffix);
  if (own.length > 2) return name;
  return [own[1], own[0], suffix].filter((part) => part !== undefined).join(' ');
}

/** The names in one text that holds several, parted by semicolons, or by commas where each part is a whole name. */
export function namesIn(text: string): string[] {
  const parts = text.split(';').map((name) => name.trim());
  const [only, ...others] = parts;
  const apart = only && others.length === 0 ? wholeNames(only) : parts;
  return apart.map(spokenName).filter((name) => name !== '');
}

/** "Mira Oduya, Li Wen, Jo Ek": three or more with a space in each; two may as well be "van den Berg, Noor Anna". */
function wholeNames(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length > 2 && parts.every((part) => part.includes(' ')) ? parts : [text];
}
