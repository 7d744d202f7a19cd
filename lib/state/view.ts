import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { STATUSES } from '../domain/shelf.ts';
import type { Sort } from '../library/list-papers.ts';

export const ADDED_WITHIN = ['today', 'week', 'month'] as const;
export type AddedWithin = (typeof ADDED_WITHIN)[number];

/** The filter as the user set it. "This week" stays "this week" tomorrow, so it becomes an instant only when asked. */
export interface ViewFilter extends Omit<ShelfFilter, 'addedSince' | 'addedBefore'> {
  /** A span that ends now, or an ISO instant from which on, and one before which. */
  added?: AddedWithin | { since: string; until?: string };
}

/** The orders in which a list can stand. A popup reads its view before it loads the library, so they are told here again. */
export const SORTS = ['newest', 'oldest', 'upvotes', 'published'] as const satisfies readonly Sort[];

/** What a popup needs to open as it was closed. */
export interface View {
  filter: ViewFilter;
  sort: Sort;
  query: string;
  selected?: PaperId;
  expanded?: PaperId;
  /** The paper at the upper edge of the list, and how many pixels of it were scrolled away. */
  top?: { id: PaperId; offset: number };
}

export const OPENING_FILTER: ViewFilter = { status: 'unread', starred: false };
const DAYS: Record<AddedWithin, number> = { today: 0, week: 6, month: 29 };
const LONGEST_QUERY = 500;

/** The library's filter at a moment; days begin at local midnight, and "this week" is today and the six days before. */
export function shelfFilter({ added, ...filter }: ViewFilter, nowMs: number): ShelfFilter {
  if (added === undefined) return filter;
  if (typeof added === 'object') {
    const { since, until } = added;
    return { ...filter, addedSince: since, ...(until !== undefined && { addedBefore: until }) };
  }
  const start = new Date(nowMs);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - DAYS[added]);
  return { ...filter, addedSince: start.toISOString() };
}

/** Whether anything but the status narrows the list. */
export function isNarrowed(filter: ViewFilter): boolean {
  return filter.starred || filter.site !== undefined || filter.digestKey !== undefined || filter.added !== undefined;
}

/** Reads a stored view; what is missing or of another shape falls back to the opening view, part by part. */
export function readView(stored: unknown): View {
  const sort = SORTS.find((known) => known === property(stored, 'sort')) ?? 'newest';
  const view: View = { filter: readFilter(property(stored, 'filter')), sort, query: '' };
  const query = property(stored, 'query');
  const selected = property(stored, 'selected');
  const expanded = property(stored, 'expanded');
  const top = property(stored, 'top');
  const [id, offset] = [property(top, 'id'), property(top, 'offset')];
  if (typeof query === 'string') view.query = query.slice(0, LONGEST_QUERY);
  if (isPaperId(selected)) view.selected = selected;
  if (isPaperId(expanded)) view.expanded = expanded;
  if (isPaperId(id) && typeof offset === 'number' && Number.isFinite(offset)) view.top = { id, offset };
  return view;
}

/** A view of an earlier version names papers by texts that mean nothing any more. */
function isPaperId(value: unknown): value is PaperId {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function readFilter(stored: unknown): ViewFilter {
  const status = [...STATUSES, 'all' as const].find((known) => known === property(stored, 'status'));
  if (!status) return OPENING_FILTER;
  const filter: ViewFilter = { status, starred: property(stored, 'starred') === true };
  const site = property(stored, 'site');
  const digestKey = property(stored, 'digestKey');
  const added = property(stored, 'added');
  const within = ADDED_WITHIN.find((known) => known === added);
  const [since, until] = [property(added, 'since'), property(added, 'until')];
  if (typeof site === 'string') filter.site = site;
  if (typeof digestKey === 'string') filter.digestKey = digestKey;
  if (within) filter.added = within;
  else if (isInstant(since)) filter.added = { since, ...(isInstant(until) && { until }) };
  return filter;
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
