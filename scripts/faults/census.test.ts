import { expect, test } from 'vitest';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { changeEntries } from '../../lib/library/shelf.ts';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { type Census, type Counted, countStores } from './count-stores.ts';

const PAPERS = ['Harvest', 'Meadow', 'Orchard'].map((name, index) =>
  scraped({
    title: `${name} of a Long Field Study`,
    identifiers: [`arxiv:2605.0000${index}`],
    published: '2026-05-11',
    upvotes: index,
  }),
);

/** The census of a library of three papers, two digests and some words, after `damage` was done to its stores. */
async function censusAfter(damage?: (stores: Counted) => unknown): Promise<Census> {
  return withLibrary(async (db) => {
    await ingest(db, captureOf(PAPERS));
    await ingest(db, captureOf(PAPERS.slice(1), { key: 'huggingface:trending', kind: 'trending' }));
    const [first, second] = await everyId(db);
    await changeEntries(db, [first ?? 0], { status: 'read', starred: true, tags: ['soil'] }, 1);
    await changeEntries(db, [second ?? 0], { removed: true }, 2);
    const stores = await readStores(db);
    damage?.(stores);
    return countStores(stores, 'huggingface:trending');
  });
}

async function readStores(db: GleanerDatabase): Promise<Counted> {
  const [paperPacks, entryPacks] = await Promise.all([db.paperPacks.toArray(), db.entryPacks.toArray()]);
  const [digests, counters] = await Promise.all([db.digests.toArray(), db.counters.toArray()]);
  const [keyBuckets, members] = await Promise.all([db.keyBuckets.toArray(), db.members.toArray()]);
  const [columns, meta] = await Promise.all([db.columns.toArray(), db.meta.toArray()]);
  return { paperPacks, entryPacks, digests, counters, keyBuckets, members, columns, meta };
}

test('a census of a sound library counts everything and finds nothing wrong', async () => {
  expect(await censusAfter()).toEqual({
    papers: 3,
    entries: 3,
    digests: 2,
    sightings: 5,
    twice: 0,
    unfit: [],
    miscounted: [],
    seen: 2,
  });
});

const cellOf = (kind: string) => (stores: Counted) => {
  const values = stores.columns.find((row) => row.kind === kind)?.values;
  if (values) values[1] = (values[1] ?? 0) ^ 1;
};

const DAMAGES: [string, (stores: Counted) => unknown, RegExp][] = [
  ['a paper that is gone', ({ paperPacks }) => paperPacks[0]?.rows.fill(null, 1, 2), /^entry 1 has no paper$/],
  ['an entry that is gone', ({ entryPacks }) => entryPacks[0]?.rows.fill(null, 1, 2), /^paper 1 has no entry$/],
  ['an entry with other names', ({ entryPacks }) => entryPacks[0]?.rows[1]?.names.push('x'), /other names$/],
  [
    'words under no name',
    ({ entryPacks }) => entryPacks[0]?.rows[1]?.words.push({ key: 'x', said: {} }),
    /^words of 1/,
  ],
  ['a sighting of nothing', ({ paperPacks }) => paperPacks[0]?.rows[1]?.descriptions.pop(), /was never seen as/],
  ['a digest that is gone', ({ digests }) => digests.pop(), /^digest \S+ is not there$/],
  ['a digest of another size', ({ digests }) => digests.map((digest) => Object.assign(digest, { size: 9 })), /says 9$/],
  ['members that are gone', ({ members }) => members.pop(), /^members of /],
  ['another member', ({ members }) => members[0]?.ids.fill(9, 0, 1), /^members of /],
  ['keys that are gone', ({ keyBuckets }) => keyBuckets.pop(), /^no key /],
  ['a key that leads nowhere', ({ keyBuckets }) => keyBuckets[0]?.prints.fill(9, 1), /leads nowhere$/],
  ['a key elsewhere', ({ keyBuckets }) => keyBuckets.push({ bucket: 1, prints: Uint32Array.of(2, 1) }), /elsewhere$/],
  ['a number to be given twice', ({ meta }) => meta.splice(0), /^the last number given is 0$/],
  ['a ghost', ({ columns }) => columns.find(({ kind }) => kind === 'state')?.values.fill(16, 9, 10), /a paper 9$/],
  ...['state', 'order', 'upvotes', 'sites'].map((kind): [string, (stores: Counted) => unknown, RegExp] => [
    `another ${kind}`,
    cellOf(kind),
    /^columns of paper 1$/,
  ]),
  [
    'papers that the search index will not hear of',
    ({ meta }) => meta.map((row) => row.key === 'due' && Object.assign(row, { value: [] })),
    /^papers wait for the search index/,
  ],
  ['another day', cellOf('published'), /^the day of paper 1$/],
];
test.each(DAMAGES)('a census notices %s', async (_what, damage, told) => {
  const { unfit } = await censusAfter(damage);
  expect(unfit).toContainEqual(expect.stringMatching(told));
});

const COUNTERS = ['papers', 'digests', 'sightings', 'unread', 'read', 'starred', 'removed', 'spoken', 'tag:soil'];
test.each(COUNTERS)('a census notices that the counter %s is off by one', async (name) => {
  const { miscounted, unfit } = await censusAfter(({ counters }) => {
    const row = counters.find((each) => each.name === name);
    if (row) row.value += 1;
  });
  expect({ miscounted, unfit }).toEqual({ miscounted: [name], unfit: [] });
});

test('a census notices a description that stands in two papers', async () => {
  const { twice } = await censusAfter(({ paperPacks }) => {
    const rows = paperPacks[0]?.rows ?? [];
    if (rows[1] && rows[2]) rows[1].descriptions = rows[2].descriptions;
  });
  expect(twice).toBe(1);
});
