import { expect, test } from 'vitest';
import type { Asker, MarkWords } from '../lib/domain/recalled.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { recall } from '../lib/library/recall.ts';
import { sayOfSighting } from '../lib/library/say-of-sighting.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { listSteps } from '../lib/library/steps.ts';
import { undoLast } from '../lib/library/undo.ts';
import { expectSound } from './invariants.ts';
import { captureOf, everyEntry, everyId, scraped, withLibrary } from './library.ts';

const DAY = 'huggingface:day:2026-05-12';
const NEXT = 'huggingface:day:2026-05-13';
const HF: Asker = { host: 'huggingface.co', site: 'huggingface' };
const [LATE, EARLY] = ['2026-05-13T08:00:00.000Z', '2026-05-12T08:00:00.000Z'];
const date = (day: number) => ({ unit: 'day', year: 2026, month: 5, day }) as const;

const known = scraped({ title: 'Patient Gardeners', identifiers: ['arxiv:2605.00001'] });
const fresh = scraped({ title: 'Counting Seeds: A Field Study' });

async function twoDays(db: GleanerDatabase): Promise<void> {
  await ingest(db, captureOf([known, fresh], { key: NEXT, date: date(13) }, LATE));
  await ingest(db, captureOf([known], { date: date(12) }, EARLY));
}

async function say(db: GleanerDatabase, digestKey: string, names: string[], words: MarkWords, asker = HF) {
  return sayOfSighting(db, { digestKey, names, words }, asker, 1);
}

test('every paper of a digest is recalled by its name there, with its first sighting anywhere', async () => {
  await withLibrary(async (db) => {
    await twoDays(db);
    const rest = { status: 'unread', starred: false, removed: false };
    expect((await recall(db, NEXT, HF)).sort((a, b) => b.digests - a.digests)).toEqual([
      {
        name: 'arxiv:2605.00001',
        firstSeenAt: EARLY,
        firstSeen: { site: 'huggingface', kind: 'day', date: date(12) },
        digests: 2,
        ...rest,
      },
      {
        name: 'countingseedsafieldstudy',
        firstSeenAt: LATE,
        firstSeen: { site: 'huggingface', kind: 'day', date: date(13) },
        digests: 1,
        ...rest,
      },
    ]);
  });
});

test('what was searched for, and under what name a list goes, stays in the library', async () => {
  await withLibrary(async (db) => {
    const search = { key: 'huggingface:search:secret', kind: 'search', query: 'secret', title: 'mine' } as const;
    await ingest(db, captureOf([known], search, EARLY));
    await ingest(db, captureOf([known], { key: NEXT }, LATE));
    expect(JSON.stringify(await recall(db, NEXT, HF))).not.toMatch(/secret|mine/);
  });
});

test.each<[string, string, Asker]>([
  ['that the library does not hold', 'huggingface:day:2026-05-14', HF],
  ['of another site than the asking page', DAY, { host: 'arxiv.org', site: 'arxiv' }],
  ['of another page of no known site', 'web:one', { host: 'two.example', site: 'web' }],
])('nothing is recalled or said of a digest %s', async (_name, digestKey, asker) => {
  await withLibrary(async (db) => {
    await twoDays(db);
    await ingest(db, captureOf([known], { key: 'web:one', site: 'web', url: 'https://one.example/papers' }, LATE));
    expect(await recall(db, digestKey, asker)).toEqual([]);
    expect(await say(db, digestKey, ['arxiv:2605.00001'], { starred: true }, asker)).toBeUndefined();
    expect((await everyEntry(db)).some(({ starred }) => starred)).toBe(false);
  });
});

test('words go to the paper that is meant and to no other, as one step that can be undone', async () => {
  await withLibrary(async (db) => {
    await twoDays(db);
    expect(await say(db, DAY, ['countingseedsafieldstudy'], { starred: true })).toBeUndefined();
    expect(await say(db, NEXT, ['countingseedsafieldstudy', 'nobody'], { starred: true })).toMatchObject({
      action: 'star',
      count: 1,
    });
    expect(await say(db, NEXT, ['countingseedsafieldstudy'], { starred: true })).toBeUndefined();
    await say(db, NEXT, ['countingseedsafieldstudy', 'arxiv:2605.00001'], { status: 'read' });
    expect((await listSteps(db)).map(({ action, count }) => [action, count])).toEqual([
      ['status', 2],
      ['star', 1],
    ]);
    await undoLast(db, 2);
    const words = (await recall(db, NEXT, HF)).map(({ name, status, starred }) => [name, status, starred]);
    expect(words.sort()).toEqual([
      ['arxiv:2605.00001', 'unread', false],
      ['countingseedsafieldstudy', 'unread', true],
    ]);
    await expectSound(db);
  });
});

test('of two papers that one digest names alike, neither is meant', async () => {
  await withLibrary(async (db) => {
    const twin = (author: string) => scraped({ title: 'Introduction', authors: [author] });
    await ingest(db, captureOf([twin('Ada Field'), twin('Bo Orchard'), known]));
    expect((await everyId(db)).length).toBe(3);
    expect((await recall(db, DAY, HF)).map(({ name }) => name)).toEqual(['arxiv:2605.00001']);
    expect(await say(db, DAY, ['introduction'], { status: 'read' })).toBeUndefined();
  });
});

test('a paper that was taken off the list is recalled as such', async () => {
  await withLibrary(async (db) => {
    await ingest(db, captureOf([known]));
    await changeEntries(db, await everyId(db), { removed: true }, 1);
    expect(await recall(db, DAY, HF)).toMatchObject([{ removed: true }]);
  });
});
