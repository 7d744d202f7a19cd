import { type Description, type PaperRow, paperRow } from '../domain/description.ts';
import type { Sighting } from '../domain/digest.ts';
import { entryOf } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Entry } from '../domain/shelf.ts';
import type { Words } from '../domain/words.ts';

/** What was read of a paper, and where. */
export interface HeldPaper {
  descriptions: Description[];
  sightings: Sighting[];
}

/** A paper's place in the list, and what the user said under its names. */
export interface HeldEntry {
  /** The keys of its descriptions, in their order. */
  names: string[];
  addedAt: string;
  order: number;
  /** Only the names under which something was said. */
  words: Words[];
}

/** A stored paper as the rules of identity look at it. */
export function rowOf(id: PaperId, { descriptions }: Pick<HeldPaper, 'descriptions'>): PaperRow {
  return paperRow(id, descriptions);
}

/** A stored entry, with what the user said put together. */
export function entryFrom(id: PaperId, { names, words, addedAt, order }: HeldEntry): Entry {
  return entryOf(
    id,
    names,
    { addedAt, order },
    words.map(({ said }) => said),
  );
}

/** The names of a paper's descriptions, in their order. */
export function namesIn({ descriptions }: Pick<HeldPaper, 'descriptions'>): string[] {
  return descriptions.map(({ key }) => key);
}
