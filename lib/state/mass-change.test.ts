import { expect, test } from 'vitest';
import { isMassChange } from './mass-change.ts';

test.each([
  [0, 0, false],
  [1, 0, true],
  [20, 100, false],
  [21, 100, true],
  [1_000, 50_000, false],
  [1_001, 50_000, true],
  [181, 181, true],
])('taking out %i of %i papers asks first: %s', (going, all, asks) => {
  expect(isMassChange(going, all)).toBe(asks);
});
