import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capture } from '../lib/domain/capture.ts';
import type { Identifier } from '../lib/domain/identifier.ts';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { listNotices, readCounters } from '../lib/library/summary.ts';
import { draws } from './draws.ts';
import { expectSound } from './invariants.ts';
import {
  captureOf,
  entryOfPaper,
  everyEntry,
  everyId,
  everyPaper,
  everyWords,
  scraped,
  withLibrary,
} from './library.ts';

const paper = fc
  .record({
    title: fc.constantFrom(
      'A Title Long Enough To Tell Papers Apart',
      'Another Title Of Some Length',
      'Introduction',
      'Yet Another Telling Title',
    ),
    arxiv: fc.option(fc.constantFrom('arxiv:2501.00001', 'arxiv:2501.00002', 'arxiv:2501.00003')),
    doi: fc.option(fc.constantFrom('doi:10.1000/x', 'doi:10.1000/y'), { freq: 3 }),
    authors: fc.option(fc.subarray(['Ada Lovelace', 'Mary Somerville', 'Emmy Noether'], { minLength: 1 })),
    abstract: fc.option(fc.constantFrom('We survey the field.', 'Bees dance.', 'Bees dance in hives.')),
    source: fc.constantFrom('huggingface-data', 'digest-card', 'text-file', 'arxiv-page'),
    upvotes: fc.option(fc.nat(50)),
  })
  .map(({ title, arxiv, doi, authors, abstract, source, upvotes }): ScrapedPaper => {
    const identifiers = [arxiv, doi].filter((identifier) => identifier !== null) as Identifier[];
    return scraped({
      title,
      identifiers,
      source: source as ScrapedPaper['source'],
      ...(authors ? { authors } : {}),
      ...(abstract ? { abstract } : {}),
      ...(upvotes === null ? {} : { upvotes }),
    });
  });

const captures = fc
  .array(fc.tuple(fc.array(paper, { maxLength: 6 }), fc.nat(3), fc.nat(9)), { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map(([papers, day, minute]) =>
      captureOf(papers, { key: `huggingface:day:2026-05-0${day + 1}` }, `2026-05-12T08:0${minute}:00.000Z`),
    ),
  );

async function takeIn(db: GleanerDatabase, list: readonly Capture[]): Promise<string> {
  for (const capture of list) await ingest(db, capture);
  await expectSound(db);
  return canonicalDump(db);
}

test('taking in once or many times, in whatever order, gives the same library', async () => {
  const orders = captures.chain((list) => {
    const repeated = [...list, ...list];
    return fc.tuple(fc.constant(list), fc.shuffledSubarray(repeated, { minLength: repeated.length }));
  });
  await fc.assert(
    fc.asyncProperty(orders, async ([list, shuffled]) => {
      const orderly = await withLibrary((db) => takeIn(db, list));
      expect(await withLibrary((db) => takeIn(db, shuffled))).toBe(orderly);
    }),
    draws(60),
  );
});

test('no two different arXiv identifiers are ever one paper', async () => {
  await fc.assert(
    fc.asyncProperty(captures, (list) =>
      withLibrary(async (db) => {
        await takeIn(db, list);
        for (const row of (await everyPaper(db)).values()) {
          const ids = row.descriptions.flatMap(({ identifiers }) =>
            identifiers.filter((id) => id.startsWith('arxiv:')),
          );
          expect(new Set(ids).size).toBeLessThanOrEqual(1);
        }
      }),
    ),
    draws(40),
  );
});

test('ingest never touches what the user said', async () => {
  await fc.assert(
    fc.asyncProperty(captures, captures, (first, then) =>
      withLibrary(async (db) => {
        await takeIn(db, first);
        const ids = await everyId(db);
        await changeEntries(
          db,
          ids.filter((_, index) => index % 2 === 0),
          { status: 'read', starred: true },
          1,
        );
        await changeEntries(
          db,
          ids.filter((_, index) => index % 3 === 0),
          { removed: true },
          2,
        );
        const [words, before] = await Promise.all([everyWords(db), everyEntry(db)]);
        const merged = new Set<string>();
        for (const capture of then) {
          await takeIn(db, [capture]);
          for (const { kept, absorbed } of await db.merges.toArray())
            for (const name of [...kept, ...absorbed]) merged.add(name);
        }
        expect(await everyWords(db)).toEqual(words);
        for (const entry of before) {
          const after = await entryOfPaper(db, entry.paperId);
          if (!after || String(after.names) !== String(entry.names)) continue;
          // A paper that goes by the same names as before stands as it stood. One that was joined with another meanwhile,
          // until a later page told them apart, may keep the place of the one that came first.
          if (!entry.names.some((name) => merged.has(name))) expect(after).toEqual(entry);
          expect(after).toEqual({ ...entry, addedAt: after.addedAt, order: after.order });
          expect(after.order).toBeLessThanOrEqual(entry.order);
        }
      }),
    ),
    draws(40),
  );
});

test('a paper known by its title gains its identifier and keeps what was said of it', async () => {
  await withLibrary(async (db) => {
    const title = 'A Seed Known By Its Title Alone';
    await ingest(
      db,
      captureOf([scraped({ title, source: 'text-file', abstract: 'Short.' })], {
        key: 'text-file:1',
        site: 'text-file',
      }),
    );
    const [id = 0] = await everyId(db);
    await changeEntries(db, [id], { status: 'read', starred: true }, 1);
    const receipt = await ingest(
      db,
      captureOf([scraped({ title, identifiers: ['arxiv:2501.00001'], abstract: 'As published.' })]),
    );
    expect(receipt).toMatchObject({ papers: 1, new: 0, known: 1, merged: 0 });
    expect(await everyId(db)).toEqual([id]);
    expect((await entryOfPaper(db, id))?.status).toBe('read');
    expect(await readCounters(db)).toMatchObject({
      papers: 1,
      read: 1,
      unread: 0,
      starred: 1,
      sightings: 2,
      digests: 2,
    });
  });
});

test('a removed paper does not come back when a page shows it again', async () => {
  await withLibrary(async (db) => {
    const capture = captureOf([scraped({ title: 'A Paper Nobody Wants', identifiers: ['arxiv:2501.00001'] })]);
    await ingest(db, capture);
    const [id = 0] = await everyId(db);
    await changeEntries(db, [id], { removed: true }, 1);
    await ingest(db, { ...capture, seenAt: '2026-06-01T08:00:00.000Z' });
    expect(await readCounters(db)).toMatchObject({ unread: 0, removed: 1, papers: 1 });
  });
});

test('a failure in the middle of a capture leaves nothing of it behind', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There' })]));
    const before = await canonicalDump(db);
    const fail = () => {
      throw new Error('no room');
    };
    db.receipts.hook('creating', fail);
    const other = captureOf([scraped({ title: 'Another Paper Altogether' })], { key: 'huggingface:trending' });
    await expect(ingest(db, other)).rejects.toThrow('no room');
    db.receipts.hook('creating').unsubscribe(fail);
    expect(await canonicalDump(db)).toBe(before);
    await expectSound(db);
  });
});

test('a changed site is one notice, renewed, and gone when the site is read again', async () => {
  await withLibrary(async (db) => {
    const changed: Capture = { ...captureOf([]), problems: [{ code: 'site-changed', part: 'cards' }] };
    await ingest(db, changed);
    await ingest(db, { ...changed, seenAt: '2026-05-13T08:00:00.000Z' });
    expect(await listNotices(db)).toMatchObject([
      { code: 'site-changed', site: 'huggingface', at: '2026-05-13T08:00:00.000Z', parts: ['cards'] },
    ]);
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is Read' })]));
    expect(await listNotices(db)).toEqual([]);
  });
});
