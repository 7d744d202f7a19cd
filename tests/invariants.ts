import { expect } from 'vitest';
import { entryOf } from '../lib/domain/entry.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { toEntryRow } from '../lib/library/entry-row.ts';
import { readCounters } from '../lib/library/summary.ts';

/** What must hold of a library after whatever was done to it. */
export async function expectSound(db: GleanerDatabase): Promise<void> {
  const [papers, entries, words, sightings, digests] = await Promise.all([
    db.papers.toArray(),
    db.entries.toArray(),
    db.words.toArray(),
    db.sightings.toArray(),
    db.digests.toArray(),
  ]);
  const ids = new Set(papers.map(({ id }) => id));
  expect(new Set(entries.map(({ paperId }) => paperId)), 'one entry a paper').toEqual(ids);
  const owner = new Map(papers.flatMap((row) => row.descriptions.map(({ key }) => [key, row.id] as const)));
  expect(owner.size, 'a description belongs to one paper').toBe(papers.flatMap((row) => row.descriptions).length);
  const namesOf = new Map(papers.map((row) => [row.id, row.descriptions.map(({ key }) => key)]));
  const saidOf = new Map(words.map(({ key, said }) => [key, said]));
  for (const row of entries) {
    const names = namesOf.get(row.paperId) ?? [];
    const said = names.flatMap((name) => saidOf.get(name) ?? []);
    const derived = toEntryRow(entryOf(row.paperId, names, row, said));
    expect(row, `the entry of ${names}`).toEqual(derived);
  }
  for (const { as, paperId, digestKey } of sightings) {
    expect(owner.get(as), `the paper of sighting ${as}`).toBe(paperId);
    expect(
      digests.some(({ key }) => key === digestKey),
      `the digest ${digestKey}`,
    ).toBe(true);
  }
  for (const { key, size } of digests) {
    expect(size, `the size of ${key}`).toBe(sightings.filter(({ digestKey }) => digestKey === key).length);
  }
  const on = entries.filter(({ removed }) => !removed);
  const status = (name: string) => on.filter((entry) => entry.status === name).length;
  expect(await readCounters(db), 'counters').toEqual({
    unread: status('unread'),
    reading: status('reading'),
    read: status('read'),
    skipped: status('skipped'),
    starred: on.filter(({ starred }) => starred).length,
    removed: entries.length - on.length,
    papers: papers.length,
    digests: digests.length,
    sightings: sightings.length,
    merges: await db.merges.count(),
  });
}
