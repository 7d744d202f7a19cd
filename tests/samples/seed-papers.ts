import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import { readTextDigest } from '../../lib/importers/text-digest.ts';
import { listedPaper, seenIn } from './listed-paper.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');

function seedTexts(): string[] {
  return readdirSync(SEEDS)
    .sort()
    .map((file) => readFileSync(join(SEEDS, file), 'utf8'));
}

/** The papers of the packaged digests as a list shows them, in the order of the files. */
export async function seedPapers(): Promise<ListedPaper[]> {
  const listed: ListedPaper[] = [];
  for (const text of seedTexts()) {
    const read = await readTextDigest(text, { name: 'seed.txt', seenAt: '2026-11-20T08:00:00.000Z' });
    if (!read.ok) throw new Error(`A packaged digest cannot be read: ${read.code}`);
    for (const { source: _source, rank: _rank, ...facts } of read.value.papers) {
      const id = listed.length + 1;
      listed.push(listedPaper({ paper: { id, ...facts }, entry: { paperId: id }, seen: [seenIn(read.value.digest)] }));
    }
  }
  return listed;
}

/** The titles of the packaged digests, or every line of them. */
export function readSeedTitles(what: 'titles' | 'whole'): string[] {
  const lines = seedTexts().flatMap((text) => text.split(/\r?\n/));
  // An abstract is long and ends with a full stop, a title does not.
  return what === 'whole' ? lines : lines.filter((line) => line.length > 0 && line.length < 200 && !/[.:]$/.test(line));
}
