import { expect, test } from 'vitest';
import '../tests/browser.ts';
import { missingParts } from './missing-parts.ts';

test.each([
  [['papers'], 'no papers could be read on it'],
  [[], 'no papers could be read on it'],
  [['rows'], 'it shows more papers than could be read'],
  [['authors'], 'most papers on it lack authors'],
  [['abstract', 'authors'], 'most papers on it lack abstract, authors'],
  [['published', 'venue', 'keywords', 'title'], 'most papers on it lack date, venue, keywords, title'],
  [['authors', 'rows'], 'it shows more papers than could be read, most papers on it lack authors'],
  [['data-props'], 'a part of it could not be read'],
])('that %j could not be read is said as "%s"', (parts, words) => {
  expect(missingParts(parts)).toBe(words);
});
