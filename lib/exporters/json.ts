import type { Digest } from '../domain/digest.ts';
import type { ListedPaper, Seen } from '../domain/listed-paper.ts';
import { FACT_NAMES, type Paper } from '../domain/paper.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';

/** Raised whenever a reader of an older version could misread the file. */
export const JSON_VERSION = 1;

/**
 * Everything that the library holds of these papers, for another program or a later import:
 * `{ format, version, exportedAt, papers, digests }`. A paper carries its identifiers, facts, the source of each fact,
 * what the user said with the clock of each change, and its sightings; `sightings[].digestKey` names one of `digests`,
 * which come last because they are known when all papers are.
 * Paper ids belong to one library and are of no use elsewhere, so they stay behind; so do counts, which follow from the
 * rest.
 */
export const json: Exporter = { id: 'json', extension: 'json', mediaType: 'application/json', start };

function start({ exportedAt }: ExportOptions): Writer {
  const digests = new Map<string, Digest>();
  let written = 0;
  const next = (listed: ListedPaper) => {
    for (const { digest } of listed.seen) digests.set(digest.key, digest);
    written += 1;
    return `${written > 1 ? ',' : ''}${item(paperRecord(listed))}`;
  };
  return {
    head: `{\n  "format": "gleaner",\n  "version": ${JSON_VERSION},\n  "exportedAt": ${JSON.stringify(exportedAt)},\n  "papers": [`,
    write: (papers) => papers.map(next).join(''),
    end: () => {
      const digestItems = [...digests.values()].map((digest) => item(digestRecord(digest)));
      return `${closing(written)},\n  "digests": [${digestItems.join(',')}${closing(digestItems.length)}\n}\n`;
    },
  };
}

/** An item of a list in the file, indented as deep as it stands; texts hold no raw line break. */
function item(record: unknown): string {
  return `\n${JSON.stringify(record, undefined, 2)}`.replaceAll('\n', '\n    ');
}

/** The end of a list, on a line of its own unless the list is empty. */
function closing(items: number): string {
  return items > 0 ? '\n  ]' : ']';
}

// Fields are copied one by one, so that a field added to a stored row is never published by accident.
function digestRecord({ key, site, kind, date, query, title, url, firstSeenAt, lastSeenAt }: Digest) {
  return { key, site, kind, date, query, title, url, firstSeenAt, lastSeenAt };
}

function paperRecord({ paper, entry, seen }: ListedPaper) {
  return {
    identifiers: paper.identifiers,
    ...factsOf(paper),
    sources: paper.sources,
    status: entry.status,
    starred: entry.starred,
    tags: entry.tags,
    note: entry.note,
    removed: entry.removed,
    changed: entry.changed,
    addedAt: entry.addedAt,
    order: entry.order,
    sightings: seen.map(sightingRecord),
  };
}

function factsOf(paper: Paper) {
  return Object.fromEntries(FACT_NAMES.map((name) => [name, paper[name]]));
}

function sightingRecord({ sighting: { digestKey, as, rank, upvotes, comments, seenAt, lastSeenAt } }: Seen) {
  return { digestKey, as, rank, upvotes, comments, seenAt, lastSeenAt };
}
