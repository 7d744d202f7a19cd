/** Random choices that follow from a seed alone, on every machine: whole-number steps and exact divisions, no logarithms. */
export interface Random {
  /** A fraction from 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True in this share of all cases. */
  chance(share: number): boolean;
  /** One of these. @throws {Error} when there is none */
  pick<Value>(values: readonly Value[]): Value;
  /**
   * A number from 0 on, small ones often and great ones seldom, without an end: the tail of Zipf's law.
   * @param head how many of the first come about equally often
   */
  tail(head: number): number;
}

/**
 * The choices of a seed (sfc32 by Chris Doty-Humphrey, of PractRand: fast, passes its tests, 32-bit steps only).
 * @param seed any whole numbers; another stream for other ones
 */
export function randomFrom(...seed: readonly number[]): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (const part of seed) {
    a ^= part | 0;
    // The first numbers after a seed still resemble those of its neighbours.
    for (let round = 0; round < 12; round++) next();
  }
  const fraction = () => next() / 2 ** 32;
  const below = (end: number) => Math.floor(fraction() * end);
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('There is nothing to pick from.');
      return value;
    },
    tail: (head) => {
      const share = 1 - fraction();
      return Math.floor(head * (1 / (share * Math.sqrt(share)) - 1));
    },
  };
}
