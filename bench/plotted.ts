import type { Line } from './line.ts';

/** How long the popup takes to its first list with so many papers; without a number, a page to compare it with. */
export interface OpeningPoint {
  what: string;
  ms: number;
  papers?: number;
}

/** How long a first search takes, by engine and papers. */
export interface SearchPoint {
  what: string;
  ms: number;
  isOurs: boolean;
}

const SEARCHED_FIRST = 'first search, cold';
const MINISEARCH = 'MiniSearch';

/** The points of the popup's panel. */
export function openings(lines: readonly Line[]): OpeningPoint[] {
  const popup = lines.filter(({ row }) => row === 'popup');
  const own = new Map(popup.map(({ papers, ours }) => [papers, { what: 'Gleaner', ms: ours.median, papers }]));
  const floors = popup.flatMap(({ beside }) => (beside && /page/.test(beside.what) ? [beside] : []));
  return [...own.values(), ...floors.map(({ what, sample }) => ({ what, ms: sample.median }))];
}

/** The points of the search panel: ours and MiniSearch at each size, the other engines at theirs; the most papers first. */
export function searches(lines: readonly Line[]): SearchPoint[] {
  const first = lines.filter(({ figure }) => figure === SEARCHED_FIRST);
  const points = first.flatMap(({ row, papers, ours, beside }) => {
    if (!beside) return [];
    const size = papers.toLocaleString('en');
    const other = { what: `${beside.what}, ${size}`, ms: beside.sample.median, isOurs: false, papers };
    const isMiniSearch = beside.what === MINISEARCH;
    // MiniSearch stands in both rows; where every size is measured, it is measured with ours in turn.
    if (row === 'engines') return isMiniSearch ? [] : [other];
    return isMiniSearch ? [{ what: `Gleaner, ${size}`, ms: ours.median, isOurs: true, papers }, other] : [];
  });
  return points.sort((a, b) => b.papers - a.papers || a.ms - b.ms).map(({ papers: _, ...point }) => point);
}
