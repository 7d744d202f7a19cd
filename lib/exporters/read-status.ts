import type { Status } from '../domain/shelf.ts';

// The words of the plug-in zotero-reading-list, which reads `Read_Status: …` in Zotero's Extra field.
const WORDS: Readonly<Record<Status, string>> = {
  unread: 'To Read',
  reading: 'In Progress',
  read: 'Read',
  skipped: 'Not Reading',
};

/** A status in the words that Zotero's users know; undefined for a paper of which nothing was said. */
export function readStatus(status: Status): string | undefined {
  return status === 'unread' ? undefined : WORDS[status];
}
