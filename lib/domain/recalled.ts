import type { DigestRef, SiteId } from './digest.ts';
import type { ScrapedPaper } from './paper.ts';
import type { Status } from './shelf.ts';

/** What the library knows of a paper that stands in a digest: no more than a mark beside it says. */
export interface Recalled {
  /** The name by which the page knows it again (`pageName`). */
  name: string;
  /** ISO instant of its first sighting anywhere. */
  firstSeenAt: string;
  /** In how many digests it was seen. */
  digests: number;
  /** Where it was seen, in a sentence. */
  note: string;
  status: Status;
  starred: boolean;
  /** The user has taken it off the list. */
  removed: boolean;
}

/** The same before it is put into words: what was searched for, and names of files, stay in the library. */
export interface Remembered extends Omit<Recalled, 'note'> {
  firstSeen: Pick<DigestRef, 'site' | 'kind' | 'date'>;
}

/** What is known of the papers of a digest. */
export interface Recollection {
  papers: Recalled[];
  /** ISO instant at which the user last said that all of it is seen. */
  acknowledgedAt?: string;
}

/** Words that can be said of a paper from the page that shows it: one field at a time, so that each is one step. */
export type MarkWords = { status: Status } | { starred: boolean };

/** Words to say of papers in a digest, by their names there. */
export interface Saying {
  digestKey: string;
  names: string[];
  words: MarkWords;
}

/** The page that asks, as the browser vouches for it. */
export interface Asker {
  host: string;
  site: SiteId;
}

/**
 * The name of a paper in a digest, which page and library make alike: its identifiers, or else the letters of its title.
 * Two papers of one digest may have the same; then none is meant.
 */
export function pageName({ identifiers, title }: Pick<ScrapedPaper, 'identifiers' | 'title'>): string {
  if (identifiers.length > 0) return [...new Set(identifiers)].sort().join(' ');
  return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
