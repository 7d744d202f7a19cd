import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Backup } from '../lib/domain/backup.ts';
import type { Capture } from '../lib/domain/capture.ts';
import type { Identifier } from '../lib/domain/identifier.ts';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { STATUSES } from '../lib/domain/shelf.ts';
import { readRecords } from '../lib/library/backup-records.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { importCapture } from '../lib/library/import.ts';
import { ingest } from '../lib/library/ingest.ts';
import { setApart } from '../lib/library/merges.ts';
import { previewRestore } from '../lib/library/preview-restore.ts';
import { restoreBackup } from '../lib/library/restore.ts';
import { changeEntries, type EntryChange } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { undoLast } from '../lib/library/undo.ts';
import { draws } from './draws.ts';
import { expectSound } from './invariants.ts';
import { captureOf, entryOfPaper, everyId, everySighting, scraped, withLibrary } from './library.ts';

const paper = fc
  .record({
    title: fc.constantFrom('A Title Long Enough To Tell', 'Another Title Of Some Length', 'Introduction'),
    identifiers: fc.subarray(['arxiv:2501.00001', 'doi:10.1000/x'] as Identifier[]),
    arxiv: fc.option(fc.constantFrom<Identifier>('arxiv:2501.00002', 'arxiv:2501.00003'), { freq: 3 }),
    authors: fc.option(fc.subarray(['Ada Lovelace', 'Emmy Noether'], { minLength: 1 })),
    abstract: fc.option(fc.constantFrom('We survey the field.', 'Bees dance.')),
    upvotes: fc.option(fc.nat(50)),
  })
  .map(
    ({ title, identifiers, arxiv, authors, abstract, upvotes }): ScrapedPaper =>
      scraped({
        title,
        identifiers: arxiv ? [arxiv, ...identifiers.filter((one) => one.startsWith('doi:'))] : identifiers,
        ...(authors ? { authors } : {}),
        ...(abstract ? { abstract } : {}),
        ...(upvotes === null ? {} : { upvotes }),
      }),
  );

const capture = fc
  .tuple(fc.array(paper, { minLength: 1, maxLength: 4 }), fc.nat(2), fc.nat(9))
  .map(([papers, day, minute]) =>
    captureOf(papers, { key: `huggingface:day:2026-05-0${day + 1}` }, `2026-05-12T08:0${minute}:00.000Z`),
  );

type Deed =
  | { kind: 'capture'; capture: Capture }
  | { kind: 'say'; which: number; words: EntryChange; at: number }
  | { kind: 'apart'; which: number };

const words: fc.Arbitrary<EntryChange> = fc.oneof(
  fc.constantFrom(...STATUSES).map((status) => ({ status })),
  fc.boolean().map((starred) => ({ starred })),
  fc.subarray(['a', 'b']).map((tags) => ({ tags })),
  fc.constantFrom('one', 'two', '').map((note) => ({ note })),
  fc.boolean().map((removed) => ({ removed })),
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: capture.map((one): Deed => ({ kind: 'capture', capture: one })) },
  {
    weight: 3,
    arbitrary: fc.record({ which: fc.nat(9), words, at: fc.nat(50) }).map((one): Deed => ({ kind: 'say', ...one })),
  },
  { weight: 1, arbitrary: fc.nat(9).map((which): Deed => ({ kind: 'apart', which })) },
);
const life = fc.array(deed, { minLength: 1, maxLength: 8 });

async function live(db: GleanerDatabase, deeds: readonly Deed[]): Promise<void> {
  for (const one of deeds) {
    if (one.kind === 'capture') await ingest(db, one.capture);
    const ids = await everyId(db);
    const id = one.kind === 'capture' ? undefined : ids[one.which % Math.max(1, ids.length)];
    if (id === undefined) continue;
    if (one.kind === 'say') await changeEntries(db, [id], one.words, one.at);
    if (one.kind === 'apart') await setApart(db, id, (await entryOfPaper(db, id))?.names[0] ?? '', 1);
  }
}

async function backupOf(db: GleanerDatabase): Promise<Backup> {
  const counts = { papers: 0, digests: 0, sightings: 0 };
  const header = { format: 'gleaner-backup', version: 1, app: '0', exportedAt: '', counts } as const;
  const backup: Backup = { header, papers: [], digests: [], apart: [], merges: [] };
  for await (const record of readRecords(db)) {
    if ('paper' in record) backup.papers.push(record.paper);
    else if ('digest' in record) backup.digests.push(record.digest);
    else if ('apart' in record) backup.apart.push(record.apart);
    else backup.merges.push(record.merge);
  }
  return structuredClone(backup);
}

const backupAfter = (deeds: readonly Deed[]): Promise<Backup> =>
  withLibrary(async (db) => {
    await live(db, deeds);
    return backupOf(db);
  });

const merging = { mode: 'merge', nowMs: 60 } as const;

test('a library comes back from its backup exactly, whatever became of it before', async () => {
  await fc.assert(
    fc.asyncProperty(life, (deeds) =>
      withLibrary(async (db) => {
        await live(db, deeds);
        const before = await canonicalDump(db);
        const backup = await backupOf(db);
        for (const mode of ['merge', 'replace'] as const) {
          await withLibrary(async (fresh) => {
            await restoreBackup(fresh, backup, { mode, nowMs: 60 });
            expect(await canonicalDump(fresh)).toBe(before);
            await expectSound(fresh);
            expect(await backupOf(fresh)).toMatchObject({ apart: backup.apart, merges: backup.merges });
          });
        }
      }),
    ),
    draws(60),
  );
});

test('backups are joined in any order, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, life, async (own, first, second) => {
      const [a, b] = [await backupAfter(first), await backupAfter(second)];
      const own_ = await backupAfter(own);
      const joined = (order: readonly Backup[]) =>
        withLibrary(async (db) => {
          for (const backup of order) await restoreBackup(db, backup, merging);
          await expectSound(db);
          return canonicalDump(db);
        });
      const orderly = await joined([own_, a, b]);
      expect(await joined([own_, b, a, b])).toBe(orderly);
      expect(await joined([b, a, own_, own_, a])).toBe(orderly);
    }),
    draws(40),
  );
});

test('a preview says what restoring then does', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, (own, other) =>
      withLibrary(async (db) => {
        const backup = await backupAfter(other);
        await live(db, own);
        const before = await canonicalDump(db);
        const preview = await previewRestore(db, backup);
        expect(await canonicalDump(db)).toBe(before);
        const restored = await restoreBackup(db, backup, merging);
        expect(restored).toMatchObject({ new: preview.new, known: preview.known });
      }),
    ),
    draws(40),
  );
});

test('joining a backup is taken back as if it had never been', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, (own, other) =>
      withLibrary(async (db) => {
        await live(db, own);
        const before = await canonicalDump(db);
        await restoreBackup(db, await backupAfter(other), merging);
        await undoLast(db, 70);
        expect(await canonicalDump(db)).toBe(before);
        await expectSound(db);
      }),
    ),
    draws(60),
  );
});

test('an import is taken back as if it had never been, and what came since stays', async () => {
  await fc.assert(
    fc.asyncProperty(life, capture, capture, (own, imported, later) =>
      withLibrary(async (db) => {
        await live(db, own);
        const before = await canonicalDump(db);
        await importCapture(db, imported, 70);
        await undoLast(db, 71);
        expect(await canonicalDump(db)).toBe(before);
        await expectSound(db);

        await importCapture(db, imported, 72);
        await ingest(db, { ...later, digest: { ...later.digest, key: 'huggingface:trending' } });
        await undoLast(db, 73);
        await expectSound(db);
        const seen = (await everySighting(db)).filter(({ digestKey }) => digestKey === 'huggingface:trending');
        expect(seen.length).toBeGreaterThan(0);
      }),
    ),
    draws(60),
  );
});

test('a restore that is stopped changes nothing', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There' })]));
    const backup = await backupAfter([{ kind: 'capture', capture: captureOf([scraped({ title: 'Another Paper' })]) }]);
    const before = await canonicalDump(db);
    for (const mode of ['merge', 'replace'] as const) {
      const stop = new AbortController();
      const work = restoreBackup(db, backup, { mode, nowMs: 1, signal: stop.signal, progress: () => stop.abort() });
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
      expect(await canonicalDump(db)).toBe(before);
    }
  });
});

test('what is said after a restore is the last word, also when the backup came from a clock that went ahead', async () => {
  await withLibrary(async (db) => {
    const digest = captureOf([scraped({ title: 'A Paper' })]);
    const backup = await backupAfter([
      { kind: 'capture', capture: digest },
      { kind: 'say', which: 0, words: { note: 'from the future' }, at: Date.parse('2036-01-01T00:00:00.000Z') },
    ]);
    await restoreBackup(db, backup, merging);
    const [id = 0] = await everyId(db);
    await changeEntries(db, [id], { note: 'mine' }, 61);
    await restoreBackup(db, backup, merging);
    expect((await entryOfPaper(db, id))?.note).toBe('mine');
  });
});
