import { expect, test } from 'vitest';
import { placeIn, queryIn } from './place.ts';

test.each([
  ['', 'papers'],
  ['#', 'papers'],
  ['#papers', 'papers'],
  ['#backup', 'backup'],
  ['#sites', 'sites'],
  ['#papers?q=entropy', 'papers'],
  ['#backup?x', 'papers'],
  ['#__proto__', 'papers'],
])('an address ending in "%s" leads to the %s', (hash, place) => {
  expect(placeIn(hash)).toBe(place);
});

test.each([
  ['#papers?q=entropy', 'entropy'],
  ['#papers?q=a%20%22b%20c%22%20%26%20d', 'a "b c" & d'],
  ['#papers?q=%E0%A4%A', '\ufffd%A'],
  ['#papers?q=', ''],
  ['#papers?x=1', undefined],
  ['#papers', undefined],
  ['#sites?q=entropy', undefined],
  ['', undefined],
])('an address ending in "%s" searches for "%s"', (hash, query) => {
  expect(queryIn(hash)).toBe(query);
});
