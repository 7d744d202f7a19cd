import type { Entry } from '../domain/shelf.ts';
import type { EntryRow } from './database.ts';

/** An entry as it is stored, with the values that its indexes need. */
export function toEntryRow(entry: Entry): EntryRow {
  const { paperId, names, status, starred, tags, note, removed, addedAt, order, changed } = entry;
  const row: EntryRow = {
    paperId,
    names,
    status,
    starred,
    tags,
    note,
    removed,
    addedAt,
    order,
    changed,
    shelf: removed ? 'removed' : status,
  };
  if (starred && !removed) row.star = 1;
  return row;
}

/** A stored entry without what only indexes need. */
export function fromEntryRow(row: EntryRow): Entry {
  const { shelf: _shelf, star: _star, ...entry } = row;
  return entry;
}
