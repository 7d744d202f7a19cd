import type { Status } from '../domain/shelf.ts';

// The values of zotero-reading-list's Read_Status (New, To Read, In Progress, Read, Not Reading), JabRef's readstatus
// (read, skimmed), Gleaner's own, and what people write into tags.
const STATUS_WORDS: ReadonlyMap<string, Status> = new Map(
  Object.entries({
    new: 'unread',
    unread: 'unread',
    'to read': 'unread',
    toread: 'unread',
    'to be read': 'unread',
    reading: 'reading',
    'in progress': 'reading',
    'currently reading': 'reading',
    skimmed: 'reading',
    read: 'read',
    done: 'read',
    finished: 'read',
    completed: 'read',
    skipped: 'skipped',
    'not reading': 'skipped',
  } as const),
);
const TAG_STATUSES = new Set([
  'unread',
  'to read',
  'toread',
  'reading',
  'in progress',
  'currently reading',
  'read',
  'skipped',
  'not reading',
]);
const STARS = new Set(['starred', 'favorite', 'favourite', 'favorites', 'favourites', '★', '⭐', '⭐️']);

/** The status that a word means, in any case and with `-` or `_` for spaces; undefined for any other word. */
export function statusIn(word: string | undefined): Status | undefined {
  return STATUS_WORDS.get(folded(word ?? ''));
}

function folded(word: string): string {
  return word
    .slice(0, 60)
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .replace(/^[/#@.!]+/, '')
    .trim();
}

/** Tags as people use them: some say how far reading has come, or that a paper is a favourite; the rest are tags. */
export function sortTags(tags: readonly string[]): { tags: string[]; status?: Status; starred: boolean } {
  const kept: string[] = [];
  let status: Status | undefined;
  let starred = false;
  for (const tag of tags) {
    const word = folded(tag);
    if (TAG_STATUSES.has(word)) status = STATUS_WORDS.get(word);
    else if (STARS.has(word)) starred = true;
    else kept.push(tag);
  }
  return { tags: kept, starred, ...(status ? { status } : {}) };
}

export interface Extra {
  /** What is left for a note. */
  note: string;
  status?: Status;
  statusAt?: string;
  starred: boolean;
  /** `arXiv:2401.12345`, `PMID: 123` and their like. */
  names: string[];
}

const EXTRA_LINE = /^\s*(read[ _]status(?:[ _]date)?|starred|arxiv|pmid|doi)\s*:\s*(.{1,300})$/i;

/** Zotero keeps `Key: value` lines in an item's extra field, which other formats carry as a note. */
export function readExtra(text: string): Extra {
  const extra: Extra = { note: '', starred: false, names: [] };
  const left: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const match = EXTRA_LINE.exec(line);
    const key = match?.[1]?.toLowerCase().replace(/[ _]+/g, ' ');
    const value = match?.[2]?.trim() ?? '';
    const status = key === 'read status' ? statusIn(value) : undefined;
    if (status) extra.status = status;
    else if (key === 'read status date') extra.statusAt = value;
    else if (key === 'starred' && /^(?:yes|true|1)$/i.test(value)) extra.starred = true;
    else if (key === 'arxiv' || key === 'pmid' || key === 'doi') extra.names.push(`${key}:${value}`);
    else left.push(line);
  }
  extra.note = left.join('\n').trim();
  return extra;
}
