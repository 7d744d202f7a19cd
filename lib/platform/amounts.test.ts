import { expect, test } from 'vitest';
import '../../tests/browser.ts';

import { writeBytes, writeTime } from './amounts.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_240, '1.2 kB'],
  [124_000, '124 kB'],
  [1_600_000, '1.6 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are "%s"', (bytes, text) => {
  expect(writeBytes(bytes)).toBe(text);
});

const NOW = new Date(2026, 10, 22, 12, 0).getTime();
test.each([
  [new Date(2026, 10, 22, 6, 7), '6:07 AM'],
  [new Date(2026, 10, 21, 23, 59), 'Nov 21, 11:59 PM'],
  [new Date(2025, 10, 22, 6, 7), 'Nov 22, 2025, 6:07 AM'],
])('%s is "%s"', (date, text) => {
  expect(writeTime(date.getTime(), NOW).replace(/\u202f/g, ' ')).toBe(text);
});
