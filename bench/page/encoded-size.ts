/** Bytes of a value as browsers write it down: texts of one byte a letter where they can, numbers in 2 to 9, a tag for each. */
export function encodedSize(value: unknown): number {
  if (typeof value === 'string') return 2 + (isLatin(value) ? value.length : 2 * value.length);
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && Math.abs(value) < 2 ** 30 ? 2 + digits(value) : 9;
  if (ArrayBuffer.isView(value)) return 8 + value.byteLength;
  if (Array.isArray(value)) return 4 + value.reduce<number>((sum, one) => sum + encodedSize(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, one]) => sum + encodedSize(name) + encodedSize(one), 4);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a letter of one byte is any below 256
const LATIN = /^[\u0000-\u00ff]*$/;

function isLatin(text: string): boolean {
  return LATIN.test(text);
}

/** Bytes after the first of a whole number that is written seven bits a byte. */
function digits(value: number): number {
  return Math.floor(Math.log2(Math.abs(value) * 2 + 1) / 7);
}
