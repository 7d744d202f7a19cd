import type { PaperId } from '../domain/paper.ts';
import { fingerprint, letterSuffix } from '../exporters/unique.ts';
import { type CitedPaper, visitCited } from '../library/citation-keys.ts';
import { paperSet } from './paper-set.ts';
import type { World } from './world.ts';

/** The citation keys that were given by earlier exports. Of a key four bytes are kept, of a paper one. */
export interface GivenKeys {
  /** Whether a paper has this key, or one that differs in nothing but capitals. At times it says so of one that none has. */
  isTaken(key: string): boolean;
  /** The key of a paper, told apart where the library holds the same one twice. @param own the one that is kept with it */
  settled(id: PaperId, own: string | undefined): string | undefined;
  /** How many of these papers have one. */
  countIn(ids: readonly PaperId[]): number;
}

/**
 * Reads the citation keys of the whole library, so that no new one is like any of them.
 * @throws the reason of `signal` when it aborts
 */
export async function readGivenKeys({ db }: World, signal?: AbortSignal): Promise<GivenKeys> {
  const ids: PaperId[] = [];
  const all: number[] = [];
  const visit = ({ id, key }: CitedPaper) => {
    ids.push(id);
    all.push(fingerprint(key));
  };
  await visitCited(db, visit, signal);
  const prints = Int32Array.from(all).sort();
  const has = paperSet(ids);
  const isTaken = (key: string) => includes(prints, fingerprint(key));
  const twice = new Set(prints.filter((print, place) => print === prints[place - 1]));
  const doubles: CitedPaper[] = [];
  const isDouble = (one: CitedPaper) => twice.has(fingerprint(one.key));
  if (twice.size > 0) await visitCited(db, (one) => isDouble(one) && doubles.push(one), signal);
  const toldApart = parted(doubles, isTaken);
  return {
    isTaken: (key) => isTaken(key) || toldApart.taken.has(key.toLowerCase()),
    settled: (id, own) => toldApart.keys.get(id) ?? own,
    countIn: (some) => some.reduce((count, id) => count + (has[id] ?? 0), 0),
  };
}

/**
 * Two libraries that are joined may have given one key to two papers. The one that had it first keeps it, and the other
 * is told apart by a letter, the same one in every file.
 * @param cited papers whose keys may be like those of others
 */
function parted(cited: readonly CitedPaper[], isTaken: (key: string) => boolean) {
  const keys = new Map<PaperId, string>();
  const taken = new Set<string>();
  for (const papers of Map.groupBy(cited, ({ key }) => key.toLowerCase()).values()) {
    const [, ...others] = papers.sort(earlier);
    let count = 0;
    for (const { id, key } of others) {
      let marked = key + letterSuffix(count);
      while (isTaken(marked) || taken.has(marked.toLowerCase())) {
        count += 1;
        marked = key + letterSuffix(count);
      }
      taken.add(marked.toLowerCase());
      keys.set(id, marked);
    }
  }
  return { keys, taken };
}

function earlier(a: CitedPaper, b: CitedPaper): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

/** Whether a sorted list holds a number. */
function includes(sorted: Int32Array, wanted: number): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}
