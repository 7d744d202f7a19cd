import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBackup } from '../../lib/backup/read.ts';
import { writeBackup } from '../../lib/backup/write.ts';
import type { BackupRecord } from '../../lib/domain/backup.ts';
import { queriesFor } from '../queries.ts';
import { learn } from './language.ts';
import { grow } from './library.ts';
import { seedSamples } from './samples.ts';

const language = learn(await seedSamples());
const grown = grow(language);
const papers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => grown.paper(from + at));

test('the same seed gives the same bytes on every machine', () => {
  const hash = createHash('sha256')
    .update(JSON.stringify(papers(0, 200)))
    .digest('hex');
  // Changes with the generator and with the seeds, and never by itself.
  expect(hash.slice(0, 16)).toBe('24b5ed54a4cc124d');
});

test('another seed gives other papers', () => {
  expect(grow(language, 2).paper(0).title).not.toBe(grown.paper(0).title);
});

test('a paper is the same in a library of any size', () => {
  const small = [...grown.records(90)].flatMap((record) => ('paper' in record ? record.paper : []));
  const large = [...grown.records(130)].flatMap((record) => ('paper' in record ? record.paper : []));
  expect(large.slice(0, 90)).toEqual(small);
});

test('a grown library is a backup that Gleaner takes', async () => {
  const header = { app: 'bench', exportedAt: '2026-01-01T00:00:00.000Z', counts: grown.counts(500) };
  const read = await readBackup(writeBackup(inTurn(grown.records(500)), header));
  expect(read).toMatchObject({ ok: true, value: { header: { counts: { papers: 500, digests: 13, sightings: 500 } } } });
});

test('a page brings papers that no library of its size holds', () => {
  const held = new Set(papers(0, 1_000).flatMap(({ identifiers }) => identifiers));
  const page = grown.page(1_000, 60);
  expect(page.papers).toHaveLength(60);
  expect(page.papers.flatMap(({ identifiers }) => identifiers).filter((one) => held.has(one))).toEqual([]);
});

test('a million papers are a million', () => {
  const ofSomeDays = Array.from({ length: 10 }, (_, turn) => papers(turn * 100_000, turn * 100_000 + 2_000)).flat();
  const ids = ofSomeDays.flatMap(({ identifiers }) => identifiers);
  expect(new Set(ids).size).toBe(ids.length);
});

test('new words keep coming, as in real abstracts', () => {
  // 6,132 papers of 2024 and 2025 hold 10,669 different words in their first 1,000 abstracts and 17,253 in 3,000.
  expect(vocabulary(1_000)).toBeGreaterThan(7_000);
  expect(vocabulary(1_000)).toBeLessThan(14_000);
  expect(vocabulary(2_000) / vocabulary(1_000)).toBeGreaterThan(1.25);
});

test('abstracts and titles are as long as real ones', () => {
  const length = (texts: string[]) => texts.join(' ').split(' ').length / texts.length;
  const some = papers(0, 500);
  expect(length(some.map(({ title }) => title))).toBeCloseTo(9, 0);
  expect(length(some.map(({ abstract = '' }) => abstract))).toBeGreaterThan(160);
});

test('every word that is searched for stands in a paper', () => {
  const all = papers(0, 300)
    .map(({ title, authors = [], abstract = '' }) => `${title} ${authors.join(' ')} ${abstract}`.toLowerCase())
    .join('\n');
  const queries = queriesFor(grown, 300, 60, 1);
  expect(new Set(queries.map(({ kind }) => kind)).size).toBe(6);
  for (const { text } of queries) {
    for (const word of text.toLowerCase().split(' ')) expect(all).toContain(word);
  }
});

test('another turn asks for other words', () => {
  expect(queriesFor(grown, 300, 60, 2)).not.toEqual(queriesFor(grown, 300, 60, 1));
});

function vocabulary(count: number): number {
  return new Set(papers(0, count).flatMap(({ abstract = '' }) => abstract.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
    .size;
}

async function* inTurn(records: Iterable<BackupRecord>): AsyncGenerator<BackupRecord> {
  yield* records;
}
