import { beforeEach, expect, test } from 'vitest';
import '../../tests/browser.ts';

import { browser } from 'wxt/browser';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import type { DigestRef } from '../domain/digest.ts';
import { ingest } from '../library/ingest.ts';
import { acknowledge } from '../platform/acknowledged.ts';
import { recollect } from './recollect.ts';

const DAY = 'huggingface:day:2026-05-12';
const HF = { host: 'huggingface.co', site: 'huggingface' };
const NOW = Date.parse('2026-06-01T12:00:00.000Z');
const paper = scraped({ title: 'Patient Gardeners', identifiers: ['arxiv:2605.00001'] });

beforeEach(() => browser.storage.local.clear());

const FIRST: [Partial<DigestRef>, string][] = [
  [{ kind: 'day', date: { unit: 'day', year: 2026, month: 5, day: 11 } }, 'Daily Papers, May 11'],
  [{ kind: 'day', date: { unit: 'day', year: 2025, month: 5, day: 11 } }, 'Daily Papers, May 11, 2025'],
  [{ kind: 'week', date: { unit: 'week', year: 2026, week: 20 } }, 'Daily Papers, week 20, 2026'],
  [{ kind: 'month', date: { unit: 'month', year: 2026, month: 5 } }, 'Daily Papers, May 2026'],
  [{ kind: 'trending' }, 'Trending Papers, May 1'],
  [{ kind: 'search', query: 'secret' }, 'Hugging Face, May 1'],
  [{ site: 'arxiv', kind: 'listing', title: 'Machine Learning' }, 'arXiv, May 1'],
  [{ site: 'text-file', kind: 'day', title: 'mine.txt' }, 'Text file, May 1'],
];
test.each(FIRST)('a paper first seen in %o is said to be first on %s', async (digest, where) => {
  await withLibrary(async (db) => {
    await ingest(
      db,
      captureOf([paper], { key: `${digest.site ?? 'huggingface'}:first`, ...digest }, '2026-05-01T12:00:00.000Z'),
    );
    await ingest(db, captureOf([paper]));
    const { papers } = await recollect(db, DAY, HF, NOW);
    expect(papers.map(({ note }) => note)).toEqual([`Seen in 2 digests, first on ${where}`]);
    expect(JSON.stringify(papers)).not.toMatch(/secret|mine|Machine/);
  });
});

test('a digest that was acknowledged says when, and a paper of one digest where it was seen', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([paper]));
    expect(await recollect(db, DAY, HF, NOW)).toMatchObject({ papers: [{ note: 'Seen on Daily Papers, May 12' }] });
    expect(await recollect(db, DAY, HF, NOW)).not.toHaveProperty('acknowledgedAt');
    await acknowledge(DAY, '2026-05-12T09:00:00.000Z');
    expect(await recollect(db, DAY, HF, NOW)).toMatchObject({ acknowledgedAt: '2026-05-12T09:00:00.000Z' });
  });
});
