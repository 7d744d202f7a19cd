import { type Digest, type DigestDate, dateText } from '../domain/digest.ts';
import type { ListedPaper } from '../domain/listed-paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import type { Status } from '../domain/shelf.ts';
import type { GroupBy } from './exporter.ts';

const STATUS_HEADINGS: Readonly<Record<Status, string>> = {
  unread: 'Unread',
  reading: 'Reading',
  read: 'Read',
  skipped: 'Skipped',
};

/**
 * The heading of the group in which a paper stands: its status, its first tag, or the digest in which it was seen first.
 * Each paper stands in one group, so that a list counts it once. A caller puts papers with the same heading together.
 */
export function groupOf(listed: ListedPaper, groupBy: GroupBy): string {
  if (groupBy === 'status') return STATUS_HEADINGS[listed.entry.status];
  if (groupBy === 'tag') return tagHeading(listed.entry.tags);
  return digestHeading(listed.seen[0]?.digest);
}

/** The heading of papers without a tag. */
export const WITHOUT_A_TAG = 'Without a tag';

/** The heading of a paper with these tags. */
export function tagHeading(tags: readonly string[]): string {
  return tags.map(foldWhitespace).find((tag) => tag !== '') ?? WITHOUT_A_TAG;
}

/** The heading of a paper that was seen first in this digest. */
export function digestHeading(digest: Digest | undefined): string {
  if (!digest) return 'Without a digest';
  const name = foldWhitespace(digest.title ?? digest.query ?? '') || digest.kind;
  return [digest.site, name, digest.date && dateOf(digest.date)].filter(Boolean).join(' · ');
}

/** Starts to watch groups: gives the heading of a paper's group where it is another than that of the paper before. */
export function startGroups(groupBy: GroupBy | undefined): (listed: ListedPaper) => string | undefined {
  let last: string | undefined;
  return (listed) => {
    if (!groupBy) return undefined;
    const heading = groupOf(listed, groupBy);
    if (heading === last) return undefined;
    last = heading;
    return heading;
  };
}

function dateOf(date: DigestDate): string {
  return dateText(date).replace(/^--/, '');
}
