import { expect, test } from 'vitest';
import { placeIn } from './place.ts';

test.each([
  ['', 'papers'],
  ['#', 'papers'],
  ['#papers', 'papers'],
  ['#backup', 'backup'],
  ['#backup?x', 'papers'],
  ['#__proto__', 'papers'],
])('an address ending in "%s" leads to the %s', (hash, place) => {
  expect(placeIn(hash)).toBe(place);
});
