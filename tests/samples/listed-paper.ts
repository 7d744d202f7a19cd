import type { Digest, DigestRef } from '../../lib/domain/digest.ts';
import { newEntry } from '../../lib/domain/entry.ts';
import type { ListedPaper, Seen } from '../../lib/domain/listed-paper.ts';
import type { Paper } from '../../lib/domain/paper.ts';
import type { Entry } from '../../lib/domain/shelf.ts';

const SEEN_AT = '2026-11-20T08:00:00.000Z';

export interface ListedPaperParts {
  paper?: Partial<Paper>;
  entry?: Partial<Entry>;
  seen?: Seen[];
}

/** A listed paper with what a test says of it, and nothing else known. */
export function listedPaper({ paper = {}, entry = {}, seen = [] }: ListedPaperParts = {}): ListedPaper {
  return {
    paper: { id: 1, title: 'A Title', identifiers: [], sources: {}, ...paper },
    entry: { ...newEntry(1, SEEN_AT, 1), ...entry },
    seen,
    names: [],
  };
}

/** One sighting in a digest of its own. */
export function seenIn(digest: Partial<DigestRef>, sighting: Partial<Seen['sighting']> = {}): Seen {
  const key = digest.key ?? 'huggingface:day:2026-11-20';
  const whole: Digest = {
    key,
    site: 'huggingface',
    kind: 'day',
    firstSeenAt: SEEN_AT,
    lastSeenAt: SEEN_AT,
    size: 30,
    ...digest,
  };
  const as = 'arxiv:2401.00001';
  return {
    digest: whole,
    sighting: { digestKey: key, as, rank: 1, seenAt: SEEN_AT, lastSeenAt: SEEN_AT, ...sighting },
  };
}
