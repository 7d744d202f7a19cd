import { type Clock, tick } from '../domain/clock.ts';
import type { Status } from '../domain/shelf.ts';
import { boundNote, boundTags, type Said } from '../domain/words.ts';

/** What the owner of a file said of a paper there. */
export interface FileWords {
  status?: Status | undefined;
  starred?: boolean | undefined;
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  /** ISO instants at which that was said. */
  saidAt?: string | undefined;
  starredAt?: string | undefined;
  statusAt?: string | undefined;
}

/**
 * The clock of a word in a file: the time that the file gives, or else the beginning of time, so that the word fills a
 * silence and gives way to whatever was said here.
 */
export function importClock(iso: string | undefined): Clock {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  return tick(undefined, Number.isFinite(ms) && ms > 0 ? ms : 0, 'file');
}

/** The words of a file as the library keeps them. What is empty or goes without saying is not said. */
export function saidIn({ status, starred, tags = [], note = '', saidAt, starredAt, statusAt }: FileWords): Said {
  const clock = importClock(saidAt);
  const [plainTags, plainNote] = [boundTags(tags), boundNote(note.trim())];
  return {
    ...(status && status !== 'unread' ? { status: { value: status, clock: importClock(statusAt ?? saidAt) } } : {}),
    ...(starred ? { starred: { value: true, clock: importClock(starredAt ?? saidAt) } } : {}),
    ...(plainTags.length > 0 ? { tags: { value: plainTags, clock } } : {}),
    ...(plainNote ? { note: { value: plainNote, clock } } : {}),
  };
}
