import { type PaperRow, paperRow } from '../lib/domain/description.ts';
import type { Sighting } from '../lib/domain/digest.ts';
import { entryOf } from '../lib/domain/entry.ts';
import type { PaperId } from '../lib/domain/paper.ts';
import type { Entry, Status } from '../lib/domain/shelf.ts';
import type { HeldEntry, HeldPaper } from '../lib/library/held.ts';
import type { Pack } from '../lib/library/packed.ts';

/** What lies packed in the library, as tables with a row for each. */
export interface Unpacked {
  papers: PaperRow[];
  entries: EntryRow[];
  words: HeldEntry['words'];
  sightings: SightingRow[];
}

export interface EntryRow extends Entry {
  shelf: Status | 'removed';
}

export interface SightingRow extends Sighting {
  paperId: PaperId;
}

/** The stores of packs as they lie on the disk; absent where there is none, as in libraries of before they were packed. */
export interface Packs {
  paperPacks?: Pack<HeldPaper>[];
  entryPacks?: Pack<HeldEntry>[];
}

/** Papers in a record, said once more here: a reader that shared it with the writer would share its mistakes. */
const SIZES = { paperPacks: 16, entryPacks: 128 } as const;

/** In which store the rows of a table lie. */
export const STORE_OF = {
  papers: 'paperPacks',
  entries: 'entryPacks',
  words: 'entryPacks',
  sightings: 'paperPacks',
} as const satisfies Record<keyof Unpacked, keyof Packs>;

/** Takes packs to pieces. A table is left out where its packs are. */
export function unpack({ paperPacks, entryPacks }: Packs): Partial<Unpacked> {
  const papers = paperPacks?.flatMap((pack) => rowsIn(pack, SIZES.paperPacks));
  const entries = entryPacks?.flatMap((pack) => rowsIn(pack, SIZES.entryPacks));
  return {
    ...(papers && {
      papers: papers.map(([id, { descriptions }]) => ({ id, keys: paperRow(id, descriptions).keys, descriptions })),
    }),
    ...(entries && { entries: entries.map(entryRow), words: entries.flatMap(([, { words }]) => words) }),
    ...(papers && {
      sightings: papers.flatMap(([paperId, { sightings }]) => sightings.map((sighting) => ({ ...sighting, paperId }))),
    }),
  };
}

function rowsIn<Row>({ pack, rows }: Pack<Row>, size: number): [PaperId, Row][] {
  return rows.flatMap((row, slot): [PaperId, Row][] => (row ? [[pack * size + slot, row]] : []));
}

function entryRow([id, { names, words, addedAt, order }]: [PaperId, HeldEntry]): EntryRow {
  const said = words.map((word) => word.said);
  const entry = entryOf(id, names, { addedAt, order }, said);
  return { ...entry, shelf: entry.removed ? 'removed' : entry.status };
}
