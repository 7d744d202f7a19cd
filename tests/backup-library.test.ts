import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBackup } from '../lib/backup/read.ts';
import { tryUnchanged, writeLibrary } from '../lib/backup/write-library.ts';
import type { Backup } from '../lib/domain/backup.ts';
import type { Capture } from '../lib/domain/capture.ts';
import { LIMITS } from '../lib/domain/plain-text.ts';
import { LibraryChanged } from '../lib/library/backup-records.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { restoreBackup } from '../lib/library/restore.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { parseCapture } from '../lib/messages/parse.ts';
import { draws } from './draws.ts';
import { captureOf, everyId, scraped, withLibrary } from './library.ts';
import { sampleBackup, streamOf } from './samples/backup.ts';
import { anyText } from './samples/backup-arbitrary.ts';
import { bytesIn } from './samples/backup-bytes.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00.000Z');
const HEAD = { app: '0.2.0', exportedAt: '2026-11-22T08:00:00.000Z' };

/** A library as a file and back; fails where the file is refused. */
async function throughFile(db: GleanerDatabase): Promise<Backup> {
  const read = await readBackup(await writeLibrary(db, HEAD));
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

const text = anyText.filter(Boolean);
const paper = fc.record(
  {
    title: text,
    identifiers: fc.subarray(['arxiv:2605.00001', 'doi:10.1000/<x>;漢', 'pmid:1234'] as const),
    authors: fc.array(text, { maxLength: 3 }),
    abstract: text,
    published: fc.constantFrom('2026', '2026-13', '2026-02-31'),
    venue: text,
    keywords: fc.array(text, { maxLength: 2 }),
    page: fc.constantFrom('https://huggingface.co/papers/2605.00001', 'http://例え.jp/a b'),
    upvotes: fc.nat(1_000),
  },
  { requiredKeys: ['title', 'identifiers'] },
);
const capture = fc
  .tuple(fc.array(paper, { minLength: 1, maxLength: 3 }), text, fc.nat(2))
  .map(([papers, title, day]): Capture => {
    const digest = { key: `huggingface:day:${day}`, title, query: title };
    return captureOf(
      papers.map((one) => scraped({ ...one, identifiers: [...one.identifiers] })),
      digest,
    );
  })
  // Only what the door for messages lets through gets as far as a library.
  .filter((one) => parseCapture(one) !== undefined);

test('whatever pages bring and the user says of it goes out to a file and comes back the same', async () => {
  const life = fc.record({
    captures: fc.array(capture, { minLength: 1, maxLength: 3 }),
    words: fc.record({ starred: fc.boolean(), tags: fc.array(anyText, { maxLength: 2 }), note: anyText }),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ captures, words }) => {
      const [backup, before] = await withLibrary(async (db) => {
        for (const one of captures) await ingest(db, one);
        const [first = 0] = await everyId(db);
        await changeEntries(db, [first], words, NOW_MS);
        return [await throughFile(db), await canonicalDump(db)];
      });
      await withLibrary(async (db) => {
        await restoreBackup(db, backup, { mode: 'merge', nowMs: NOW_MS });
        expect(await canonicalDump(db)).toBe(before);
      });
    }),
    draws(80),
  );
});

test('a paper as large as a message can carry goes out and comes back', async () => {
  // Known by its title alone, it is named by all its authors, and its sighting names it once more.
  const authors = Array.from({ length: 1_000 }, (_, index) => '漢'.repeat(299) + String.fromCodePoint(0x4e00 + index));
  const large = captureOf([
    scraped({ title: '漢'.repeat(LIMITS.title), abstract: 'é'.repeat(LIMITS.abstract), authors }),
  ]);
  expect(parseCapture(large)).toBeDefined();
  await withLibrary(async (db) => {
    await ingest(db, large);
    const { papers } = await throughFile(db);
    expect(papers[0]?.descriptions[0]?.facts.authors).toEqual(authors);
    expect(JSON.stringify(papers[0]).length).toBeGreaterThan(900_000);
  });
});

test.each([
  [1, 2, 'a file'],
  [2, 3, 'a file'],
  [3, 3, 'LibraryChanged'],
])(
  'a library that changes %i times as it is written is written %i times, and then comes to %s',
  async (changes, written, end) => {
    await withLibrary(async (db) => {
      let times = 0;
      const write = async () => {
        const stream = await writeLibrary(db, HEAD);
        times += 1;
        if (times <= changes) await ingest(db, captureOf([scraped({ title: `Paper ${times} Of Several` })]));
        return bytesIn(stream);
      };
      const outcome = await tryUnchanged(write).then(
        (bytes) => readBackup(streamOf(bytes)),
        (error: unknown) => error,
      );
      expect(times).toBe(written);
      if (end === 'a file') expect(outcome).toMatchObject({ ok: true, value: { papers: { length: changes } } });
      else expect(outcome).toMatchObject({ name: end });
    });
  },
);

test('a change in the middle of the writing fails the file', async () => {
  await withLibrary(async (db) => {
    await restoreBackup(db, sampleBackup(2_100), { mode: 'replace', nowMs: NOW_MS });
    const reader = (await writeLibrary(db, HEAD)).getReader();
    await reader.read();
    await ingest(db, captureOf([scraped({ title: 'A Paper That Came Late' })]));
    const readOn = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readOn()).rejects.toThrow(LibraryChanged);
  });
});

test('writing can be stopped while the papers are being counted', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There' })]));
    const controller = new AbortController();
    const writing = writeLibrary(db, { ...HEAD, signal: controller.signal });
    controller.abort();
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('a backup comes also of a library that counted wrong', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There' })]));
    await db.counters.clear();
    expect((await throughFile(db)).papers).toHaveLength(1);
  });
});

test('an empty library makes a backup like any other', async () => {
  await withLibrary(async (db) => {
    expect(await throughFile(db)).toMatchObject({ papers: [], digests: [], header: { counts: { papers: 0 } } });
  });
});
