import { describe, expect, test } from 'vitest';
import { countField, field, listFrom, objectFrom, parseJson } from './json.ts';

describe('a field of an object that came as JSON', () => {
  test.each(['constructor', '__proto__', 'toString'])('is not what every object inherits: %s', (name) => {
    expect(field({}, name)).toBeUndefined();
  });

  test.each([
    [0, 0],
    [17, 17],
    [-1, undefined],
    [1.5, undefined],
    ['7', undefined],
    [null, undefined],
    [Number.NaN, undefined],
    [1e12, undefined],
  ])('counts %j as %j', (value, count) => {
    expect(countField({ votes: value }, 'votes')).toBe(count);
  });
});

test.each([
  ['{"a":1}', { a: 1 }],
  ['[1]', undefined],
  ['null', undefined],
  ['"text"', undefined],
  ['{"a":', undefined],
  ['', undefined],
])('%s as an object is %j', (text, object) => {
  expect(objectFrom(parseJson(text))).toEqual(object);
});

test('anything but a list is an empty list', () => {
  expect([listFrom([1]), listFrom({ length: 3 }), listFrom(undefined)]).toEqual([[1], [], []]);
});
