import type { Source } from '../domain/paper.ts';
import type { Reading } from './adapter.ts';
import { type Note, noteFor } from './facts.ts';
import { isInside } from './page.ts';
import type { Unranked } from './paper-from.ts';

const MOST_ROWS = 8_000; // an event of the ACL Anthology shows some thousands, an arXiv list 2,000

/**
 * What a row with a shortened list of authors counts as, whoever's page it is on: a whole list from anywhere else must win.
 */
const CUT_SOURCE: Source = 'digest-card';

/** One row of a list, as its adapter found it. */
export interface Row {
  /** Where the mark goes; see `Reading.anchors`. */
  anchor: Element;
  /** Every element of the row, where the anchor is not all of it. */
  all?: Element[];
}

/**
 * Reads the rows of a list in the order of the page. A row without a title becomes a problem; a paper that stands twice
 * in the list (by any of its identifiers, or without one by its title) counts where it stands first.
 * @param read what one row says; `undefined` for a row that is about a paper and has no readable title
 */
export function readRows<One extends Row>(
  rows: readonly One[],
  read: (row: One, note: Note) => Unranked | undefined,
): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const whole = new Map<number, Element[]>();
  const seen = new Set<string>();
  if (rows.length > MOST_ROWS) noteFor(reading.problems)('list-bounded', 'papers');
  for (const row of rows.slice(0, MOST_ROWS)) {
    const rank = reading.papers.length + 1;
    const note = noteFor(reading.problems, rank);
    let isCut = false;
    const paper = read(row, (code, part) => {
      isCut ||= code === 'list-bounded' && part === 'authors';
      note(code, part);
    });
    if (!paper) {
      note('row-without-title', 'title');
      continue;
    }
    const names = paper.identifiers.length > 0 ? paper.identifiers : [`title:${paper.title}`];
    if (names.some((name) => seen.has(name))) continue;
    for (const name of names) seen.add(name);
    reading.papers.push({ ...paper, source: isCut ? CUT_SOURCE : paper.source, rank });
    reading.anchors.set(rank, row.anchor);
    if (row.all) whole.set(rank, row.all);
  }
  return whole.size > 0 ? { ...reading, rows: whole } : reading;
}

/** Elements that are rows by themselves, without those that lie inside another of them. */
export function rowsOf(elements: readonly Element[], inner?: string): Row[] {
  const own = inner
    ? elements.filter((element) => !element.parentElement || !isInside(element.parentElement, inner))
    : elements;
  return own.map((anchor) => ({ anchor }));
}
