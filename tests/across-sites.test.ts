import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../lib/library/ingest.ts';
import { listMerges, setApart, undoMerge } from '../lib/library/merges.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { expectSound } from './invariants.ts';
import { everyId, everyPaper, everySighting, withLibrary } from './library.ts';
import {
  aclPaper,
  alphaxivFeed,
  arxivNew,
  doiPage,
  HERONS,
  huggingfaceDay,
  MACHINE_TEXT,
  openreviewForum,
  papersCool,
  semanticScholarRow,
  type Work,
} from './pages/many-sites.ts';
import { captureOf, onlyPaper, seeAll } from './seen-pages.ts';

const OTHERS: Work = { ...HERONS, authors: ['Nils Channel'], arxiv: '2605.04002', s2: 'b'.repeat(40) };

/** The work wherever it can be seen, each page once. */
const EVERYWHERE = [
  huggingfaceDay(HERONS),
  arxivNew(HERONS),
  alphaxivFeed(HERONS),
  papersCool(HERONS),
  semanticScholarRow(HERONS, true),
  semanticScholarRow(HERONS, false),
  doiPage(HERONS, `10.48550/arXiv.${HERONS.arxiv}`),
  doiPage(HERONS, HERONS.doi),
  openreviewForum(HERONS),
  aclPaper(HERONS),
];

describe('one paper across the sites', () => {
  test('is one record with every sighting and the best abstract, in whatever order its pages are seen', async () => {
    const captures = EVERYWHERE.map(captureOf);
    const orders = fc.shuffledSubarray(captures, { minLength: captures.length });
    const dumps = new Set<string>();
    await fc.assert(
      fc.asyncProperty(orders, (order) =>
        withLibrary(async (db) => {
          for (const capture of order) await ingest(db, capture);
          await expectSound(db);
          const paper = await onlyPaper(db);
          expect(paper).toMatchObject({ title: HERONS.title, authors: HERONS.authors, abstract: HERONS.abstract });
          expect(paper.sources.abstract).toBe('arxiv-page');
          expect((await everySighting(db)).map(({ digestKey }) => digestKey).sort()).toEqual(
            captures.map(({ digest }) => digest.key).sort(),
          );
          dumps.add(await canonicalDump(db));
        }),
      ),
      { numRuns: 40, examples: [[captures], [captures.toReversed()]] },
    );
    expect(dumps.size).toBe(1);
  });

  test('goes by every identifier that any of them gives', async () => {
    await withLibrary(async (db) => {
      await seeAll(db, EVERYWHERE);
      expect((await onlyPaper(db)).identifiers).toEqual([
        `arxiv:${HERONS.arxiv}`,
        `doi:${HERONS.doi}`,
        `openreview:${HERONS.openreview}`,
        `acl:${HERONS.acl}`,
        `s2:${HERONS.s2}`,
      ]);
    });
  });

  test('never holds what a machine made of it, even where no page has an abstract', async () => {
    await withLibrary(async (db) => {
      const silent = [alphaxivFeed(HERONS), semanticScholarRow(HERONS, true), doiPage(HERONS, HERONS.doi)];
      await seeAll(db, silent);
      expect(await onlyPaper(db)).not.toHaveProperty('abstract');
      await seeAll(db, EVERYWHERE);
      expect(await canonicalDump(db)).not.toContain(MACHINE_TEXT.slice(0, 20));
    });
  });

  test('keeps the better abstract when a lesser page is seen after it', async () => {
    await withLibrary(async (db) => {
      await seeAll(db, [
        arxivNew(HERONS),
        papersCool({ ...HERONS, abstract: `${HERONS.abstract} Translated, at length.` }),
      ]);
      expect((await onlyPaper(db)).abstract).toBe(HERONS.abstract);
    });
  });
});

describe.each([
  ['OpenReview', openreviewForum],
  ['the ACL Anthology', aclPaper],
])('the version of a preprint on %s', (_, venuePage) => {
  const venue = venuePage({ ...HERONS, authors: ['W. Reed', 'Gus Inlet'] });

  test('joins it by title and a shared surname, stands under a name of its own, and can be taken out for good', async () => {
    await withLibrary(async (db) => {
      await seeAll(db, [arxivNew(HERONS), venue]);
      const [id = 0] = await everyId(db);
      const names = (await everyPaper(db)).get(id)?.descriptions.map(({ key }) => key) ?? [];
      expect(names).toContain(`arxiv:${HERONS.arxiv}`);
      const own = names.find((name) => !name.startsWith('arxiv:')) ?? '';
      expect(await setApart(db, id, own, 1)).toMatchObject({ action: 'apart' });
      await seeAll(db, [arxivNew(HERONS), venue, huggingfaceDay(HERONS)]);
      expect(await everyId(db)).toHaveLength(2);
      await expectSound(db);
    });
  });

  test('joins it as soon as their titles agree; the merge says why, and is undone for good', async () => {
    const before = { ...HERONS, title: 'Notes on Waiting Birds, First Draft' };
    await withLibrary(async (db) => {
      await seeAll(db, [arxivNew(before), venue]);
      expect(await everyId(db)).toHaveLength(2);
      await seeAll(db, [arxivNew(HERONS)]);
      expect(await everyId(db)).toHaveLength(1);
      const [merge] = await listMerges(db);
      expect(merge?.because).toEqual(['title:heronsdecidelatewaitingasastrategy']);
      expect(await undoMerge(db, merge?.id ?? 0, 1)).toMatchObject({ action: 'apart', count: 1 });
      expect(await everyId(db)).toHaveLength(2);
      await seeAll(db, [arxivNew(HERONS), venue, papersCool(HERONS)]);
      expect(await everyId(db)).toHaveLength(2);
      await expectSound(db);
    });
  });
});

describe('papers of one title', () => {
  test.each([
    ['two arXiv identifiers', arxivNew(HERONS), alphaxivFeed({ ...HERONS, arxiv: OTHERS.arxiv })],
    ['other authors', arxivNew(HERONS), semanticScholarRow(OTHERS, false)],
    ['other authors at a venue', papersCool(HERONS), openreviewForum(OTHERS)],
    ['two DOIs', doiPage(HERONS, '10.1234/herons.1'), doiPage(HERONS, '10.1234/herons.2')],
    ['two forums', openreviewForum(HERONS), openreviewForum({ ...HERONS, openreview: 'oThEr4002' })],
  ])('are never joined where they have %s, whichever is seen first', async (_, one, other) => {
    for (const order of [
      [one, other],
      [other, one],
    ]) {
      await withLibrary(async (db) => {
        await seeAll(db, order);
        await seeAll(db, order);
        expect(await everyId(db)).toHaveLength(2);
        expect(await listMerges(db)).toEqual([]);
        await expectSound(db);
      });
    }
  });
});
