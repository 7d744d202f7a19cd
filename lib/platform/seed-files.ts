/** The digests that come with Gleaner, in the order in which they are taken in; the last one stands first in the list. */
export const seedFiles: readonly string[] = [
  'seeds/004_16520f1bd25da2e9.txt',
  'seeds/003_d4bd1d9ec38d086b.txt',
  'seeds/002_c937a32b11d864d9.txt',
  'seeds/001_908c656f51b16adc.txt',
  'seeds/000_551e142b891ec5d3.txt',
];
