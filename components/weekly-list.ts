import type { Span } from '../lib/domain/week.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { View, ViewFilter } from '../lib/state/view.ts';

/** A list of the library: what it holds and how it stands. */
export interface ListTarget {
  filter: ViewFilter;
  sort: View['sort'];
}

/**
 * The list of a week's papers, narrowed as asked.
 * @param isThis whether it is the week that ends today, which the filters know by name
 */
export function weekList(week: Span, isThis: boolean, narrowed: Partial<ViewFilter> = {}): ListTarget {
  return {
    filter: { status: 'all', starred: false, added: isThis ? 'week' : week, ...narrowed },
    sort: 'newest',
  };
}

/** What is starred and waits to be read, of any week. */
export const WAITING_LIST: ListTarget = { filter: { status: 'unread', starred: true }, sort: 'oldest' };

/** Sets the list to this one; whoever shows it goes to the papers. */
export function setList({ list }: Popup, { filter, sort }: ListTarget): void {
  list.setQuery('');
  list.setFilter(() => filter);
  list.setSort(sort);
}
