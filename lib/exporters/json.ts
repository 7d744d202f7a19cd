import type { Digest } from '../domain/digest.ts';
import type { ListedPaper, Seen } from '../domain/listed-paper.ts';
import { FACT_NAMES, type Paper } from '../domain/paper.ts';
import type { Exporter, ExportOptions } from './exporter.ts';

/** Raised whenever a reader of an older version could misread the file. */
export const JSON_VERSION = 1;

/**
 * Everything that the library holds of these papers, for another program or a later import:
 * `{ format, version, exportedAt, digests, papers }`. A paper carries its identifiers, facts, the source of each fact,
 * what the user said with the clock of each change, and its sightings; `sightings[].digestKey` names one of `digests`.
 * Paper ids are random and of no use elsewhere, so they stay behind; so do counts, which follow from the rest.
 */
export const json: Exporter = { id: 'json', extension: 'json', mediaType: 'application/json', write };

function write(papers: readonly ListedPaper[], { exportedAt }: ExportOptions): string {
  const digests = new Map(papers.flatMap(({ seen }) => seen.map(({ digest }) => [digest.key, digest])));
  const file = {
    format: 'gleaner',
    version: JSON_VERSION,
    exportedAt,
    digests: [...digests.values()].map(digestRecord),
    papers: papers.map(paperRecord),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
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
