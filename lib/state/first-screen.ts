import type { Counters, ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { StatusCounts } from './counts.ts';
import { FIRST_SCREEN, fits } from './first-screen-shape.ts';
import { isSameList } from './paper-set.ts';
import { readView, type View } from './view.ts';

/** The first rows that a popup shows, kept outside the database so that they are drawn before it is open. */
export interface FirstScreen {
  version: 1;
  /** The list that it is of; never one that was searched for. */
  view: View;
  /** How many papers the list holds, and how many of them come before the first one here. */
  total: number;
  from: number;
  /** In their order, from there on. Without abstracts and notes, but for the paper that is open. */
  papers: ListedPaper[];
  /** What the tabs say. */
  counts: StatusCounts;
  /** Numbers of the whole library. */
  counters: Counters;
  /** Whether the greeting stood above the list. */
  greets: boolean;
}

/** Rows above the upper edge of the list that are drawn as well. */
const ABOVE = 4;
/** Rows that a popup draws, those above included. */
export const FIRST_ROWS = 18;
const MOST_BYTES = 30_000;
/** A list is an array of as many numbers before a single row is drawn. */
const MOST_PAPERS = 5_000_000;

interface Shown {
  ids: readonly PaperId[];
  papers: ReadonlyMap<PaperId, ListedPaper>;
  counts: StatusCounts;
  counters: Counters;
  greets: boolean;
}

/** Where the first screen of a list begins: a little above the paper that was at the upper edge. */
export function firstOf(view: View, ids: readonly PaperId[]): number {
  const top = view.top === undefined ? 0 : ids.indexOf(view.top.id);
  return Math.max(0, top - ABOVE);
}

/**
 * What a popup with this view opens with.
 * @returns undefined where it cannot be shown without the library: a search, an empty list, rows that are not there
 */
export function firstScreenOf(
  view: View,
  { ids, papers, ...rest }: Shown,
  count = FIRST_ROWS,
): FirstScreen | undefined {
  if (view.query.trim() !== '') return undefined;
  const from = firstOf(view, ids);
  const rows: ListedPaper[] = [];
  let bytes = 0;
  for (const id of ids.slice(from, from + count)) {
    const listed = papers.get(id);
    if (!listed) break;
    const row = id === view.expanded ? opened(listed) : closed(listed);
    bytes += new TextEncoder().encode(JSON.stringify(row)).length;
    // Several names have a part of the opened row of their own, which is not kept here.
    if (bytes > MOST_BYTES || (id === view.expanded && listed.names.length > 1)) break;
    rows.push(row);
  }
  const isTopThere = view.top === undefined || rows.some(({ paper }) => paper.id === view.top?.id);
  if (rows.length === 0 || !isTopThere) return undefined;
  const { selected: _, ...kept } = view;
  return { version: 1, view: kept, total: ids.length, from, papers: rows, ...rest };
}

function opened(listed: ListedPaper): ListedPaper {
  return { ...listed, names: [] };
}

function closed({ paper: { abstract: _, ...paper }, entry, seen }: ListedPaper): ListedPaper {
  return { paper, entry: { ...entry, names: [], note: '', changed: {} }, seen, names: [] };
}

/** Reads a stored first screen; undefined for anything of another shape or version. */
export function readFirstScreen(stored: unknown): FirstScreen | undefined {
  if (!isFirstScreen(stored) || stored.version !== 1) return undefined;
  if (stored.total > MOST_PAPERS || stored.from + stored.papers.length > stored.total) return undefined;
  return { ...stored, view: readView(stored.view) };
}

function isFirstScreen(stored: unknown): stored is FirstScreen {
  return fits(stored, FIRST_SCREEN);
}

/** Whether a first screen shows what a popup with this view opens on, as far down as the popup reaches. */
export function isForView({ view: own, from, papers, total }: FirstScreen, view: View): boolean {
  const listOf = ({ filter, sort, query, expanded }: View) => JSON.stringify([filter, sort, query.trim(), expanded]);
  if (listOf(own) !== listOf(view)) return false;
  if (view.top === undefined) return from === 0;
  const place = papers.findIndex(({ paper }) => paper.id === view.top?.id);
  if (place < Math.min(from, ABOVE)) return false;
  return papers.length - place >= FIRST_ROWS - ABOVE || from + papers.length === total;
}

/** The whole list as far as it is known: a paper that is not has a number below 1, its own. */
export function outlineOf({ total, from, papers }: FirstScreen): PaperId[] {
  const ids = Array.from({ length: total }, (_, index) => -index);
  papers.forEach(({ paper }, index) => {
    ids[from + index] = paper.id;
  });
  return ids;
}

/** Whether an id stands for a paper, and not for one that is not known yet. */
export function isKnown(id: PaperId | undefined): id is PaperId {
  return id !== undefined && id > 0;
}

/** Whether the library's list begins as the first screen says, so that nothing moves when it takes over. */
export function isFirstOf({ total, from, papers }: FirstScreen, ids: readonly PaperId[]): boolean {
  const here = ids.slice(from, from + papers.length);
  return (
    ids.length === total &&
    isSameList(
      here,
      papers.map(({ paper }) => paper.id),
    )
  );
}
