import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../lib/library/ingest.ts';
import { listMerges, undoMerge } from '../lib/library/merges.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { expectSound } from './invariants.ts';
import { captureOf, scraped, withLibrary } from './library.ts';

test('a merge keeps the strongest status, the star, tags and notes of both, and undoing it restores both', async () => {
  await withLibrary(async (db) => {
    const preprint = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001'] });
    const article = scraped({ title: 'Its Published Name', identifiers: ['doi:10.1000/x'] });
    await ingest(db, captureOf([preprint, article]));
    const [a, b] = (await db.papers.toArray()).map(({ id }) => id);
    if (!a || !b) throw new Error('two papers were expected');
    await changeEntries(db, [a], { status: 'reading', starred: true }, 1);
    await changeEntries(db, [b], { status: 'read' }, 2);
    await db.entries.update(a, { tags: ['x'], note: 'one' });
    await db.entries.update(b, { tags: ['y'], note: 'two' });

    const both = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001', 'doi:10.1000/x'] });
    const receipt = await ingest(db, captureOf([both], { key: 'huggingface:day:2026-05-13' }));
    expect(receipt).toMatchObject({ papers: 1, new: 0, known: 1, merged: 1 });
    const [entry] = await db.entries.toArray();
    expect(entry).toMatchObject({ status: 'read', starred: true, tags: ['x', 'y'], note: 'one\n\ntwo' });
    expect(await db.sightings.count()).toBe(3);
    await expectSound(db);

    const [merge] = await listMerges(db);
    expect(merge?.because).toContain('doi:10.1000/x');
    expect(await undoMerge(db, merge?.id ?? 0)).toBe(true);
    await expectSound(db);
    expect(await db.papers.count()).toBe(2);
    const words = new Map(
      (await db.entries.toArray()).map(({ paperId, status, starred, tags, note }) => [
        paperId,
        { status, starred, tags, note },
      ]),
    );
    expect(words.get(a)).toEqual({ status: 'reading', starred: true, tags: ['x'], note: 'one' });
    expect(words.get(b)).toEqual({ status: 'read', starred: false, tags: ['y'], note: 'two' });

    // The page that joined them is read again: they stay apart.
    await ingest(db, captureOf([both], { key: 'huggingface:day:2026-05-13' }));
    expect(await db.papers.count()).toBe(2);
    await expectSound(db);
  });
});

test('undoing merges, newest first, restores both papers with their words', async () => {
  let undone = 0;
  const [preprints, articles] = [
    ['arxiv:2501.00001', 'arxiv:2501.00002', 'arxiv:2501.00003'],
    ['doi:10.1000/x', 'doi:10.1000/y'],
  ] as const;
  // Papers known by one identifier each, then pages that give two of these to one paper: so two stored papers are one.
  const alone = fc
    .shuffledSubarray([...preprints, ...articles], { minLength: 3 })
    .map((known) => [
      captureOf(known.map((identifier) => scraped({ title: `Known As ${identifier}`, identifiers: [identifier] }))),
    ]);
  const joining = fc
    .array(fc.tuple(fc.constantFrom(...preprints), fc.constantFrom(...articles)), { minLength: 1, maxLength: 4 })
    .map((pairs) => pairs.map((identifiers) => captureOf([scraped({ title: 'A Page With Both', identifiers })])));
  await fc.assert(
    fc.asyncProperty(alone, joining, (first, then) =>
      withLibrary(async (db) => {
        for (const capture of first) await ingest(db, capture);
        const ids = await db.entries.toCollection().primaryKeys();
        await changeEntries(db, ids.slice(0, 2), { status: 'read', starred: true }, 1);
        const before = (await listMerges(db))[0]?.id ?? 0;
        for (const capture of then) await ingest(db, capture);
        for (const merge of (await listMerges(db)).filter(({ id }) => id > before)) {
          if (!(await undoMerge(db, merge.id))) continue;
          undone += 1;
          for (const { row, entry } of [merge.kept, merge.absorbed]) {
            const { status, starred } = entry;
            expect(await db.entries.get(row.id)).toMatchObject({ status, starred });
          }
          await expectSound(db);
        }
      }),
    ),
    { numRuns: 150 },
  );
  expect(undone, 'merges undone').toBeGreaterThan(10);
});
