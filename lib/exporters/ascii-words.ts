// Letters that lose more than an accent on the way to ASCII.
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ø: 'o',
    ł: 'l',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ŋ: 'ng',
    Ø: 'O',
    Ł: 'L',
    Æ: 'Ae',
    Œ: 'Oe',
    Đ: 'D',
    Ð: 'D',
    Þ: 'Th',
    Ŋ: 'Ng',
  }),
);

/** A text without accents and apostrophes; letters that have no accent to lose are spelt out, and others stay. */
export function foldToAscii(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return folded.replace(/[øłßæœđðþıŋØŁÆŒĐÐÞŊ]/g, (letter) => LETTERS.get(letter) ?? letter).replace(/['’]/g, '');
}

/** The words of a text in `a-z` and `0-9`, accents dropped; what has no such letter is left out. */
export function asciiWords(text: string): string[] {
  return (
    foldToAscii(text)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
