import { expect, test } from 'vitest';
import type { Problem } from '../domain/capture.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { AUTHOR_BOUNDS, boundedTexts, noteFor } from './facts.ts';

const names = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => String(index).padEnd(length, 'x'));

test.each([
  ['the 5,000 names of a great collaboration', names(5_000, 20), 5_000, 0],
  ['names that are too many', names(6_000, 20), 5_000, 1],
  ['names that are too long together', names(1_000, LIMITS.name), LIMITS.allAuthors / LIMITS.name, 1],
  ['nothing but gaps', ['', ' ', null, 5], 0, 0],
])('of %s as many are kept as fit, from the first', (_name, texts, kept, problems) => {
  const noted: Problem[] = [];
  const bounded = boundedTexts(texts, AUTHOR_BOUNDS, 'authors', noteFor(noted));
  expect(bounded).toEqual(texts.slice(0, kept));
  expect(noted).toEqual(problems ? [{ code: 'list-bounded', part: 'authors' }] : []);
});
