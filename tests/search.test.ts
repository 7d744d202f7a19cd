import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arxivIdentifier } from '../lib/domain/identifier.ts';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { type GleanerDatabase, openDatabase } from '../lib/library/database.ts';
import { unindexed } from '../lib/library/index-work.ts';
import { ingest } from '../lib/library/ingest.ts';
import { changeEntries, type EntryChange } from '../lib/library/shelf.ts';
import { undoLast } from '../lib/library/undo.ts';
import { indexAll, indexSome } from '../lib/search/index-papers.ts';
import { mergeSome } from '../lib/search/merge-segments.ts';
import { searchPapers } from '../lib/search/search.ts';
import { readState } from '../lib/search/state.ts';
import { installFuse } from '../scripts/faults/failing-database.ts';
import { captureOf, everyId, scraped, withLibrary } from './library.ts';
import { countLibrary, searchByReading } from './search-reference.ts';

const WORDS = [
  ...[
    'graph',
    'graphs',
    'graphene',
    'net',
    'nets',
    'neural',
    'transform',
    'transformer',
    'vision',
    'visual',
    'a',
    'an',
  ],
  ...[
    'Zoë',
    'zoe',
    'Schrödinger',
    'rl',
    'r',
    'RLHF',
    'gpt4',
    'GPT模型',
    '语言模型',
    '语言',
    '型',
    '다국어',
    'สวัสดี',
    'ß',
    'ﬁne',
  ],
];
const word = fc.constantFrom(...WORDS);
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));
/** Few of them, so that papers meet again and merge. */
const number = fc.integer({ min: 1, max: 9 });

const paper: fc.Arbitrary<ScrapedPaper> = fc
  .record({ number, authors: fc.array(words(2), { maxLength: 3 }), abstract: words(12) })
  .chain(({ number, authors, abstract }) =>
    fc.record({ title: words(4), hasIdentifier: fc.boolean() }).map(({ title, hasIdentifier }) => {
      const identifier = hasIdentifier ? arxivIdentifier(`2501.0000${number}`) : undefined;
      const named = authors.filter((author) => author !== '');
      return scraped({
        title: `${title} paper ${number}`,
        identifiers: identifier ? [identifier] : [],
        abstract,
        ...(named.length > 0 && { authors: named }),
      });
    }),
  );

const query = fc
  .array(
    fc.record({
      not: fc.constantFrom('', '', '', '-'),
      field: fc.constantFrom('', '', '', 'title:', 'author:', 'abstract:', 'tag:', 'note:', 'nothing:'),
      text: fc.oneof(
        fc.tuple(word, fc.integer({ min: 1, max: 9 })).map(([text, length]) => text.slice(0, length)),
        fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .chain((parts) =>
    fc.constantFrom('', ' ').map((end) => parts.map(({ not, field, text }) => not + field + text).join(' ') + end),
  );

async function expectSame(db: GleanerDatabase, queries: readonly string[]): Promise<void> {
  const papers = await countLibrary(db);
  for (const query of queries) {
    const { ids, cut, waiting } = await searchPapers(db, query);
    expect({ query, ids, cut, waiting }).toEqual({
      query,
      ids: searchByReading(papers, query),
      cut: false,
      waiting: 0,
    });
  }
}

const change: fc.Arbitrary<EntryChange> = fc.oneof(
  fc.record({ tags: fc.array(words(2), { maxLength: 2 }) }),
  fc.record({ note: words(4) }),
  fc.record({ removed: fc.boolean() }),
);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('capture' as const),
      papers: fc.array(paper, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('say' as const), which: fc.nat(), change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('index' as const), limit: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;
/** A step, and the number of the call to the database at which it is killed, if it has so many. */
const killable = fc.record({ step, killedAt: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }) });

async function take(db: GleanerDatabase, step: Step, nowMs: number): Promise<void> {
  if (step.kind === 'capture') await ingest(db, captureOf(step.papers, { key: `huggingface:search:${nowMs}` }));
  if (step.kind === 'index') await indexSome(db, { limit: step.limit });
  if (step.kind === 'merge') await mergeSome(db);
  if (step.kind === 'undo') await undoLast(db, nowMs);
  if (step.kind !== 'say') return;
  const ids = await everyId(db);
  const id = ids[step.which % Math.max(1, ids.length)];
  if (id !== undefined) await changeEntries(db, [id], step.change, nowMs);
}

let opened = 0;

test('whatever is done to a library and wherever it is killed, search finds what reading it finds', async () => {
  const steps = fc.array(killable, { minLength: 4, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(steps, fc.array(query, { minLength: 3, maxLength: 3 }), async (steps, queries) => {
      opened += 1;
      const name = `searched-${opened}`;
      let db = openDatabase(name);
      let fuse = installFuse(db);
      for (const [index, { step, killedAt }] of steps.entries()) {
        if (killedAt !== undefined) fuse.arm(killedAt);
        const failure = await take(db, step, 1_780_000_000_000 + index).then(
          () => undefined,
          (error: unknown) => error,
        );
        const wasKilled = fuse.disarm();
        if (failure !== undefined && !wasKilled) throw failure;
        if (wasKilled || step.kind === 'reopen') {
          db.close();
          db = openDatabase(name);
          fuse = installFuse(db);
        }
        await expectSame(db, [...queries.slice(index % 3, (index % 3) + 1), 'paper', '']);
      }
      await indexAll(db);
      await expectSame(db, [...queries, 'paper', '']);
      await expectTidy(db);
      await db.delete();
    }),
    { numRuns: 60 },
  );
});

/** Nothing waits, no segment is without need, and no block is left of any that went. */
async function expectTidy(db: GleanerDatabase): Promise<void> {
  expect(await unindexed(db)).toEqual({ text: [], said: [] });
  const { segments, leaving, writing } = await readState(db);
  expect({ leaving, writing }).toEqual({ leaving: [], writing: undefined });
  expect(segments.length).toBeLessThanOrEqual(2);
  const records = segments.reduce((sum, { blocks }) => sum + blocks + 2, 0);
  expect(await db.indexBlocks.count()).toBe(records);
}

test('a thousand queries of some hundred papers find what reading these finds', async () => {
  await withLibrary(async (db) => {
    const [papers = []] = fc.sample(fc.array(paper, { minLength: 200, maxLength: 200 }), { numRuns: 1, seed: 4 });
    const numbered = papers.map((each, index) => ({ ...each, title: `${each.title} ${index}`, identifiers: [] }));
    await ingest(db, captureOf(numbered));
    const ids = await everyId(db);
    const changes = fc.sample(change, { numRuns: 40, seed: 5 });
    for (const [index, each] of changes.entries())
      await changeEntries(db, ids.slice(index * 5, index * 5 + 2), each, index);
    while ((await indexSome(db, { limit: 50 })) > 0);
    await expectSame(db, fc.sample(query, { numRuns: 500, seed: 6 }));
    await indexAll(db);
    await expectSame(db, fc.sample(query, { numRuns: 500, seed: 7 }));
  });
});
