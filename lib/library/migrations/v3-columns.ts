// Types of version 2 and values of version 3 as this migration needs them; the present ones will move on.
export interface OldEntry {
  paperId: string;
  status: string;
  starred: boolean;
  tags: string[];
  note: string;
  removed: boolean;
  addedAt: string;
  order: number;
  changed: Record<string, string>;
}
export interface OldSighting {
  digestKey: string;
  paperId: string;
  upvotes?: number;
}
export interface OldDigest {
  key: string;
  site: string;
}

/** A paper of version 2 with the number that it gets. */
export interface Numbered<Row> {
  id: number;
  row: Row;
  entry: OldEntry;
  seen: OldSighting[];
}

interface Dated {
  descriptions: { facts: { published?: string }; sources: { published?: string } }[];
}

/** Papers in one record of a column. */
export const CHUNK = 2_048;
const STATUSES = ['unread', 'reading', 'read', 'skipped'];
const [STARRED, REMOVED, PRESENT] = [4, 8, 16];
const [TEXT_DUE, SAID_DUE] = [1, 2];

/** The columns of these papers: their states, orders, upvotes, days and sites. */
export function columnsOf(
  all: readonly Numbered<Dated>[],
  digests: readonly OldDigest[],
  sites: readonly string[],
): unknown[] {
  const bitOf = new Map(digests.map(({ key, site }) => [key, sites.includes(site) ? 2 ** sites.indexOf(site) : 0]));
  const columns = {
    state: (length: number) => fill(new Uint8Array(length), all, ({ entry }) => stateOf(entry)),
    due: (length: number) => fill(new Uint8Array(length), all, ({ entry }) => dueOf(entry)),
    order: (length: number) => fill(new Float64Array(length), all, ({ entry }) => entry.order),
    upvotes: (length: number) =>
      fill(new Uint32Array(length), all, ({ seen }) => Math.max(0, ...seen.map(({ upvotes }) => upvotes ?? 0))),
    published: (length: number) => fill(new Uint32Array(length), all, ({ row }) => dayOf(row)),
    sites: (length: number) =>
      fill(new Uint32Array(length), all, ({ seen }) =>
        seen.reduce((bits, { digestKey }) => (bits | (bitOf.get(digestKey) ?? 0)) >>> 0, 0),
      ),
  };
  const chunks = all.length === 0 ? 0 : Math.floor(Math.max(...all.map(({ id }) => id)) / CHUNK) + 1;
  return Object.entries(columns).flatMap(([kind, column]) => {
    const whole = column(chunks * CHUNK);
    return Array.from({ length: chunks }, (_, chunk) => ({
      kind,
      chunk,
      values: whole.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
    }));
  });
}

function fill<Values extends Uint8Array | Uint32Array | Float64Array>(
  values: Values,
  all: readonly Numbered<Dated>[],
  cell: (one: Numbered<Dated>) => number,
): Values {
  for (const one of all) values[one.id] = cell(one);
  return values;
}

function stateOf({ status, starred, removed }: OldEntry): number {
  return STATUSES.indexOf(status) | PRESENT | (starred ? STARRED : 0) | (removed ? REMOVED : 0);
}

/** Nothing is in the search index yet. */
function dueOf({ tags, note }: OldEntry): number {
  return TEXT_DUE | (tags.length > 0 || note !== '' ? SAID_DUE : 0);
}

const SOURCES = ['arxiv-page', 'publisher-page', 'huggingface-data', 'digest-card', 'text-file'];

/** The day that the best source gives; of equal sources the longer text, then the smaller. */
function dayOf({ descriptions }: Dated): number {
  const dated = descriptions.flatMap(({ facts, sources }) =>
    facts.published === undefined ? [] : [{ day: facts.published, rank: SOURCES.indexOf(sources.published ?? '') }],
  );
  const [best] = dated.sort((a, b) => a.rank - b.rank || b.day.length - a.day.length || (a.day < b.day ? -1 : 1));
  return Number((best?.day ?? '').replaceAll('-', '').slice(0, 8).padEnd(8, '0')) || 0;
}
