import { describe, expect, test } from 'vitest';
import '../tests/browser.ts';

import type { Digest, DigestDate, DigestRef } from '../lib/domain/digest.ts';
import type { Seen } from '../lib/domain/listed-paper.ts';
import { digestName, seenWhen, siteName } from './naming.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const digest = (given: Partial<DigestRef>): DigestRef => ({ key: 'k', site: 'huggingface', kind: 'day', ...given });

test.each<[string, Partial<DigestRef>]>([
  ['Daily Papers, Nov 21', { date: { unit: 'day', year: 2026, month: 11, day: 21 } }],
  ['Daily Papers, Nov 21, 2025', { date: { unit: 'day', year: 2025, month: 11, day: 21 } }],
  ['Daily Papers, week 20, 2026', { kind: 'week', date: { unit: 'week', year: 2026, week: 20 } }],
  ['Daily Papers, May 2026', { kind: 'month', date: { unit: 'month', year: 2026, month: 5 } }],
  ['Trending Papers', { kind: 'trending' }],
  ['Search for “graph”', { kind: 'search', query: 'graph' }],
  ['Paper page on Hugging Face', { kind: 'paper', title: 'A paper' }],
  ['Paper page on PubMed', { kind: 'paper', site: 'pubmed' }],
  ['Paper page on journal.example', { kind: 'paper', site: 'web', url: 'https://www.journal.example/a' }],
  ['Paper page on Other pages', { kind: 'paper', site: 'web' }],
  ['Saved by hand', { kind: 'listing', site: 'link' }],
  ['Text file, Mar 11', { site: 'text-file', title: 'a.txt', date: { unit: 'day', month: 3, day: 11 } }],
])('a digest is called "%s"', (name, given) => {
  expect(digestName(digest(given), NOW)).toBe(name);
});

test('a site that this version does not know goes by its id', () => {
  expect(siteName('arxiv-of-2031')).toBe('arxiv-of-2031');
});

describe('When a paper was seen', () => {
  const seenOn = (...dates: (DigestDate | undefined)[]): Seen[] =>
    dates.map((date, index) => {
      const seenAt = `2026-11-0${index + 1}T08:00:00.000Z`;
      const full: Digest = { ...digest({ key: String(index) }), firstSeenAt: seenAt, lastSeenAt: seenAt, size: 1 };
      const sighting = { digestKey: full.key, as: 'a', rank: 1, seenAt, lastSeenAt: seenAt };
      return { digest: date ? { ...full, date } : full, sighting };
    });
  const march = (day: number): DigestDate => ({ unit: 'day', month: 3, day });

  test.each<[string, (DigestDate | undefined)[], string]>([
    ['once', [march(11)], 'Mar 11'],
    ['once, in a digest without a date', [undefined], 'Nov 1'],
    ['twice, in the order of the dates', [march(12), march(11)], '2 digests · Mar 11, Mar 12'],
    ['four times', [march(12), march(11), march(14), march(13)], '4 digests · Mar 11, Mar 12, …'],
    ['twice on one day', [march(11), march(11)], '2 digests · Mar 11'],
  ])('%s', (_, dates, text) => {
    expect(seenWhen(seenOn(...dates), NOW).join(' · ')).toBe(text);
  });
});
