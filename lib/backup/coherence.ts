import type { BackupCounts, BackupPaper, BackupRecord } from '../domain/backup.ts';

/** A record that does not go with the others. */
export interface Misfit {
  reason: 'duplicate' | 'dangling' | 'counts';
  line: number;
  /** A path to a field; never content. */
  detail: string;
}

/** Whether records, each sound by itself, make one sound library: told of each in turn, then of the end. */
export interface Coherence {
  add(record: BackupRecord, line: number): Misfit | undefined;
  /** @param counts what the header says there is */
  finish(counts: BackupCounts, line: number): Misfit | undefined;
}

/** Starts with nothing seen. It remembers keys only, so that it may go along with records that are not kept. */
export function startCoherence(): Coherence {
  const seen = { papers: new Set<string>(), descriptions: new Set<string>(), digests: new Set<string>() };
  const firstSightings = new Map<string, number>();
  let sightings = 0;
  const addPaper = (paper: BackupPaper, line: number): Misfit | undefined => {
    if (!isNew(seen.papers, paper.id)) return { reason: 'duplicate', line, detail: 'paper.id' };
    const twice = paper.descriptions.findIndex(({ key }) => !isNew(seen.descriptions, key));
    if (twice >= 0) return { reason: 'duplicate', line, detail: `paper.descriptions.${twice}.key` };
    for (const { digestKey } of paper.sightings) {
      if (!firstSightings.has(digestKey)) firstSightings.set(digestKey, line);
    }
    sightings += paper.sightings.length;
    return misfitWithin(paper, line);
  };
  return {
    add(record, line) {
      if ('paper' in record) return addPaper(record.paper, line);
      if (!('digest' in record) || isNew(seen.digests, record.digest.key)) return undefined;
      return { reason: 'duplicate', line, detail: 'digest.key' };
    },
    finish(counts, line) {
      for (const [digestKey, where] of firstSightings) {
        if (!seen.digests.has(digestKey))
          return { reason: 'dangling', line: where, detail: 'paper.sightings.digestKey' };
      }
      const found: BackupCounts = { papers: seen.papers.size, digests: seen.digests.size, sightings };
      const wrong = (['papers', 'digests', 'sightings'] as const).find((kind) => counts[kind] !== found[kind]);
      return wrong && { reason: 'counts', line, detail: `counts.${wrong}` };
    },
  };
}

/** What one paper says must be about its own descriptions, and about each once. */
function misfitWithin({ descriptions, words, sightings }: BackupPaper, line: number): Misfit | undefined {
  const own = new Set(descriptions.map(({ key }) => key));
  const strange = words.findIndex(({ key }) => !own.has(key));
  if (strange >= 0) return { reason: 'dangling', line, detail: `paper.words.${strange}.key` };
  const astray = sightings.findIndex((seen) => !own.has(seen.as));
  if (astray >= 0) return { reason: 'dangling', line, detail: `paper.sightings.${astray}.as` };
  const [spoken, places] = [new Set<string>(), new Set<string>()];
  const again = words.findIndex(({ key }) => !isNew(spoken, key));
  if (again >= 0) return { reason: 'duplicate', line, detail: `paper.words.${again}.key` };
  const twice = sightings.findIndex((seen) => !isNew(places, JSON.stringify([seen.digestKey, seen.as])));
  return twice < 0 ? undefined : { reason: 'duplicate', line, detail: `paper.sightings.${twice}` };
}

/** Adds a key. @returns false when it was there */
function isNew(keys: Set<string>, key: string): boolean {
  const before = keys.size;
  return keys.add(key).size > before;
}
