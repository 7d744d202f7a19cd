import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../lib/domain/shelf.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { papersNamed } from '../lib/library/keys.ts';
import { listMerges, undoMerge } from '../lib/library/merges.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { undoLast } from '../lib/library/undo.ts';
import { draws } from './draws.ts';
import { expectSound } from './invariants.ts';
import { captureOf, everyEntry, everyId, everySighting, everyWords, scraped, withLibrary } from './library.ts';

test('a merge keeps the strongest status, the star, tags and notes of both, and undoing it restores both', async () => {
  await withLibrary(async (db) => {
    const preprint = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001'] });
    const article = scraped({ title: 'Its Published Name', identifiers: ['doi:10.1000/x'] });
    await ingest(db, captureOf([preprint, article]));
    const [a, b] = await Promise.all(
      ['arxiv:2501.00001', 'doi:10.1000/x'].map(async (key) => (await papersNamed(db, [key])).get(key)?.id),
    );
    if (!a || !b) throw new Error('two papers were expected');
    await changeEntries(db, [a], { status: 'reading', starred: true, tags: ['x'], note: 'one' }, 1);
    await changeEntries(db, [b], { status: 'read', tags: ['y'], note: 'two' }, 2);

    const both = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001', 'doi:10.1000/x'] });
    const receipt = await ingest(db, captureOf([both], { key: 'huggingface:day:2026-05-13' }));
    expect(receipt).toMatchObject({ papers: 1, new: 0, known: 1, merged: 1 });
    const [entry] = await everyEntry(db);
    expect(entry).toMatchObject({ status: 'read', starred: true, tags: ['x', 'y'], note: 'one\n\ntwo' });
    expect(await everySighting(db)).toHaveLength(3);
    await expectSound(db);

    const [merge] = await listMerges(db);
    expect(merge?.because).toContain('doi:10.1000/x');
    expect(await undoMerge(db, merge?.id ?? 0, 3)).toMatchObject({ action: 'apart', count: 1 });
    await expectSound(db);
    expect(await everyId(db)).toHaveLength(2);
    const [first, second] = await Promise.all(['arxiv:2501.00001', 'doi:10.1000/x'].map((key) => wordsUnder(db, key)));
    expect(first).toEqual([{ status: 'reading', starred: true, tags: ['x'], note: 'one' }]);
    expect(second).toEqual([{ status: 'read', starred: false, tags: ['y'], note: 'two' }]);

    // The page that joined them is read again: they stay apart.
    await ingest(db, captureOf([both], { key: 'huggingface:day:2026-05-13' }));
    expect(await everyId(db)).toHaveLength(2);
    await expectSound(db);
  });
});

async function wordsUnder(db: GleanerDatabase, key: string) {
  return (await everyEntry(db)).filter(({ names }) => names.includes(key)).map(pickWords);
}

function pickWords({ status, starred, tags, note }: Entry) {
  return { status, starred, tags, note };
}

test('a merge is taken apart with everything that was said, and put together again', async () => {
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
        const ids = await everyId(db);
        await changeEntries(db, ids.slice(0, 2), { status: 'read', starred: true }, 1);
        const before = (await listMerges(db))[0]?.id ?? 0;
        for (const capture of then) await ingest(db, capture);
        for (const merge of (await listMerges(db)).filter(({ id }) => id > before)) {
          const joined = await canonicalDump(db);
          const words = await everyWords(db);
          if (!(await undoMerge(db, merge.id, 2))) continue;
          undone += 1;
          const [kept, absorbed] = [merge.kept[0] ?? '', merge.absorbed[0] ?? ''];
          const papers = await papersNamed(db, [kept, absorbed]);
          expect(papers.get(kept)?.id).not.toBe(papers.get(absorbed)?.id);
          expect(await everyWords(db)).toEqual(words);
          await expectSound(db);
          await undoLast(db, 3);
          expect(await canonicalDump(db)).toBe(joined);
          await expectSound(db);
        }
      }),
    ),
    draws(60),
  );
  expect(undone, 'merges undone').toBeGreaterThan(10);
});
