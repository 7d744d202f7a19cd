import { describe, expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import type { Problem } from '../domain/capture.ts';
import { listHealth } from './health.ts';
import { ingest } from './ingest.ts';
import { restoreBackup } from './restore.ts';
import { listNotices } from './summary.ts';

const LATER = '2026-05-13T08:00:00.000Z';
const papers = ['One invented paper', 'Another invented paper'].map((title) => scraped({ title }));
const changed: Problem[] = [{ code: 'site-changed', part: 'authors' }];

describe('The health of a site', () => {
  test('is not known before it was read', () =>
    withLibrary(async (db) => {
      expect(await listHealth(db)).toEqual(new Map());
    }));

  test('tells when it was last read, what, how many papers, and what was wrong, each kind once', () =>
    withLibrary(async (db) => {
      const problems: Problem[] = [
        { code: 'row-without-title', rank: 1, part: 'title' },
        { code: 'row-without-title', rank: 4, part: 'title' },
        ...changed,
      ];
      await ingest(db, { ...captureOf(papers), problems });
      expect((await listHealth(db)).get('huggingface')).toMatchObject({
        at: '2026-05-12T08:00:00.000Z',
        digestKey: 'huggingface:day:2026-05-12',
        digest: { kind: 'day' },
        papers: 2,
        captures: 1,
        problems: [
          { code: 'row-without-title', part: 'title', times: 2 },
          { code: 'site-changed', part: 'authors', times: 1 },
        ],
      });
    }));

  test('adds the captures of one visit up, also one that is repeated, and counts visits', () =>
    withLibrary(async (db) => {
      const [first, second] = papers.map((paper) => captureOf([paper]));
      if (!first || !second) throw new Error('two papers');
      await ingest(db, first);
      await ingest(db, { ...second, problems: changed });
      await ingest(db, first);
      expect((await listHealth(db)).get('huggingface')).toMatchObject({
        papers: 2,
        captures: 1,
        problems: [{ times: 1 }],
      });
      await ingest(db, captureOf(papers, {}, LATER));
      expect((await listHealth(db)).get('huggingface')).toMatchObject({
        papers: 2,
        captures: 2,
        problems: [],
        at: LATER,
      });
    }));

  test('is of the latest visit, whichever comes in last', () =>
    withLibrary(async (db) => {
      await ingest(db, captureOf(papers, {}, LATER));
      await ingest(db, { ...captureOf(papers.slice(1)), problems: changed });
      expect((await listHealth(db)).get('huggingface')).toMatchObject({
        at: LATER,
        papers: 2,
        problems: [],
        captures: 2,
      });
    }));

  test('is kept of sites and of single pages, not of what no site was read for', () =>
    withLibrary(async (db) => {
      for (const site of ['text-file', 'link', 'web', 'constructor']) {
        await ingest(db, captureOf(papers, { key: `${site}:x`, site, kind: 'listing' }));
      }
      expect([...(await listHealth(db)).keys()]).toEqual(['web']);
    }));

  test('outlives a restore in place of everything: it is of this browser, and in no backup', () =>
    withLibrary(async (db) => {
      await ingest(db, captureOf(papers));
      const header = {
        format: 'gleaner-backup',
        version: 1,
        app: '0',
        exportedAt: LATER,
        counts: { papers: 0, digests: 0, sightings: 0 },
      } as const;
      const backup = { header, papers: [], digests: [], apart: [], merges: [] };
      await restoreBackup(db, backup, { mode: 'replace', nowMs: Date.parse(LATER) });
      expect((await listHealth(db)).get('huggingface')).toMatchObject({ papers: 2, digest: undefined });
    }));
});

describe('A notice that a site has changed', () => {
  test('names the parts, stays while the same visit brings more, and goes when the next reads well', () =>
    withLibrary(async (db) => {
      await ingest(db, { ...captureOf([]), problems: [...changed, { code: 'site-changed', part: 'abstract' }] });
      await ingest(db, captureOf(papers));
      expect(await listNotices(db)).toMatchObject([{ code: 'site-changed', parts: ['abstract', 'authors'] }]);
      await ingest(db, captureOf(papers, {}, LATER));
      expect(await listNotices(db)).toEqual([]);
    }));
});
