import type { Capture } from '../domain/capture.ts';
import { type Description, describe } from '../domain/description.ts';
import { type Place, placeAt } from '../domain/entry.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import { joinSaid, type Said, type Words } from '../domain/words.ts';
import type { Batch } from './admit.ts';
import { batchOf } from './ingest.ts';

/** One paper of a file: what is known of it, what its owner said there, and since when it has been there. */
export interface PaperToImport extends ScrapedPaper {
  said: Said;
  /** ISO instant. */
  addedAt?: string;
}

/** What an import would bring, by the names that the library gives it. */
export interface ImportPlan {
  capture: Capture;
  descriptions: readonly Description[];
  /** What was said in the file, once a name. */
  words: readonly Words[];
  /** The place in the list that a new paper gets, by name. */
  places: ReadonlyMap<string, Place>;
}

/** The plan of an import. Where a file names a paper twice, of each word the later one stands. */
export function importPlan(capture: Capture, papers: readonly PaperToImport[]): ImportPlan {
  const descriptions = capture.papers.map(describe);
  const words = new Map<string, Said>();
  const places = new Map<string, Place>();
  for (const [index, { said, addedAt, rank }] of papers.entries()) {
    const key = descriptions[index]?.key;
    if (key === undefined) continue;
    if (Object.keys(said).length > 0) words.set(key, joinSaid(words.get(key) ?? {}, said));
    if (!places.has(key)) places.set(key, placeIn(addedAt ?? capture.seenAt, rank));
  }
  return { capture, descriptions, words: [...words].map(([key, said]) => ({ key, said })), places };
}

/** Within one moment the first paper of a file stands highest, however many there are. */
function placeIn(at: string, rank: number): Place {
  const { addedAt, order } = placeAt(at, 0);
  return { addedAt, order: order - rank };
}

/** What a plan brings, as the library takes it in. */
export function plannedBatch(plan: ImportPlan): Batch {
  const batch = batchOf(plan.capture);
  return {
    ...batch,
    words: plan.words,
    placeOf: (keys) =>
      keys.map((key) => plan.places.get(key)).find((place) => place !== undefined) ?? batch.placeOf(keys),
  };
}
