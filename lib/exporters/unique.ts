/** Makes texts unique: gives a text as it is the first time, and with something behind it from then on. */
export type Unique = (plain: string) => string;

export interface UniqueOptions {
  /** The text with a mark for how many had it before, from 0. */
  mark(plain: string, count: number): string;
  /** Whether somebody else has this text. */
  isTaken?(text: string): boolean;
}

/**
 * Starts to make texts unique, whatever their capitals: BibTeX, Windows and macOS hold two that differ in nothing else
 * for the same. A list may be long, so texts are remembered by their fingerprints: two with the same one cost a mark that
 * was not needed, and never make a text twice.
 */
export function startUnique({ mark, isTaken = () => false }: UniqueOptions): Unique {
  const given = new Set<number>();
  /** Of texts that were asked for twice, how many marks have been tried behind them. */
  const tried = new Map<number, number>();
  return (plain) => {
    let text = plain;
    let count = tried.get(fingerprint(plain)) ?? 0;
    while (given.has(fingerprint(text)) || isTaken(text)) {
      text = mark(plain, count);
      count += 1;
    }
    given.add(fingerprint(text));
    if (count > 0) tried.set(fingerprint(plain), count);
    return text;
  };
}

/**
 * A mark of a text, the same whatever its capitals: a whole number of 31 bits, which is as much as V8 keeps without an
 * object of its own (FNV-1a, mixed at the end).
 */
export function fingerprint(text: string): number {
  const plain = text.toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >> 1;
}

/** 0 → `a`, 25 → `z`, 26 → `aa`. */
export function letterSuffix(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : letterSuffix(Math.floor(count / 26) - 1) + letter;
}
