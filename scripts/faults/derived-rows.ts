import type { Digest } from '../../lib/domain/digest.ts';
import type { ColumnKind, ColumnRow } from '../../lib/library/columns.ts';
import type { MetaRow } from '../../lib/library/database.ts';
import type { MembersRow } from '../../lib/library/digest-members.ts';
import type { HeldEntry, HeldPaper } from '../../lib/library/held.ts';
import type { KeyBucket } from '../../lib/library/keys.ts';

/** The stores of what follows from papers and words. All of it is made anew here, by rules written down a second time. */
export interface Derived {
  keyBuckets: KeyBucket[];
  members: MembersRow[];
  columns: ColumnRow[];
  digests: Digest[];
  meta: MetaRow[];
}

type Papers = ReadonlyMap<number, HeldPaper>;

/** Digests whose members are not the papers that were seen in them. */
export function memberMisfits(papers: Papers, { members }: Derived): string[] {
  const seen = new Map<string, Set<number>>();
  for (const [id, { sightings }] of papers) {
    for (const { digestKey } of sightings) seen.set(digestKey, (seen.get(digestKey) ?? new Set()).add(id));
  }
  const listed = new Map(members.map(({ digestKey, ids }) => [digestKey, ids]));
  return [...new Set([...seen.keys(), ...listed.keys()])].flatMap((key) => {
    const [wanted, there] = [seen.get(key) ?? new Set(), listed.get(key) ?? []];
    return wanted.size === there.length && [...there].every((id) => wanted.has(id)) ? [] : `members of ${key}`;
  });
}

const BUCKETS = 4_096;

/** Keys that lead nowhere or to another paper, and papers that one of their keys does not lead to. */
export function keyMisfits(papers: Papers, { keyBuckets }: Derived): string[] {
  const due = new Map<string, number>();
  for (const [id, { descriptions }] of papers) {
    const keys = descriptions.flatMap(({ identifiers, titleKeys }) => [...identifiers, ...titleKeys.map(titled)]);
    for (const key of new Set(keys)) count(due, `${hashOf(key)} ${id}`, 1);
  }
  const misfits: string[] = [];
  for (const { bucket, prints } of keyBuckets) {
    for (let at = 0; at < prints.length; at += 2) {
      const [hash, id] = [prints[at] ?? 0, prints[at + 1] ?? 0];
      if (hash % BUCKETS !== bucket) misfits.push(`a key in bucket ${bucket} belongs elsewhere`);
      count(due, `${hash} ${id}`, -1);
    }
  }
  for (const [print, left] of due)
    if (left !== 0) misfits.push(left > 0 ? `no key ${print}` : `key ${print} leads nowhere`);
  return misfits;
}

function titled(key: string): string {
  return `title:${key}`;
}

function count(counts: Map<string, number>, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount);
}

/** FNV-1a over the UTF-16 units of a key, with the last mixing of MurmurHash3. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const CHUNK = 2_048;
const STATUSES = ['unread', 'reading', 'read', 'skipped'];
const BY_STRENGTH = ['read', 'reading', 'unread', 'skipped'] as const;
const [STARRED, REMOVED, PRESENT] = [4, 8, 16];

/** Papers that the columns tell otherwise of, or not at all, and cells of papers that are not there. */
export function columnMisfits(papers: Papers, entries: ReadonlyMap<number, HeldEntry>, stores: Derived): string[] {
  const cells = new Map(stores.columns.map(({ kind, chunk, values }) => [`${kind} ${chunk}`, values]));
  const cell = (kind: ColumnKind, id: number) => cells.get(`${kind} ${Math.floor(id / CHUNK)}`)?.[id % CHUNK] ?? 0;
  const bitOf = siteBits(stores);
  const misfits: string[] = [];
  for (const [id, { descriptions, sightings }] of papers) {
    const bits = new Set(sightings.map(({ digestKey }) => bitOf(digestKey)));
    const due: Partial<Record<ColumnKind, number>> = {
      state: stateOf(entries.get(id)?.words ?? []),
      order: entries.get(id)?.order ?? 0,
      upvotes: Math.max(0, ...sightings.map(({ upvotes }) => upvotes ?? 0)),
      sites: [...bits].reduce((sum, bit) => sum + bit, 0),
    };
    const there = { state: cell('state', id), order: cell('order', id) };
    const others = { upvotes: cell('upvotes', id), sites: cell('sites', id) };
    if (JSON.stringify({ ...there, ...others }) !== JSON.stringify(due)) misfits.push(`columns of paper ${id}`);
    // Which of several days is the paper's is for the rules of resolving to say; it is one of them in any case.
    const days = descriptions.map(({ facts }) => Number((facts.published ?? '').replaceAll('-', '').padEnd(8, '0')));
    if (!days.includes(cell('published', id))) misfits.push(`the day of paper ${id}`);
  }
  const last = Number(stores.meta.find(({ key }) => key === 'papers')?.value ?? 0);
  if (Math.max(0, ...papers.keys()) > last) misfits.push(`the last number given is ${last}`);
  const waiting = stores.columns.filter(({ kind, values }) => kind === 'due' && values.some((bits) => bits !== 0));
  const said = stores.meta.find(({ key }) => key === 'due')?.value;
  const isSaid = ({ chunk }: { chunk: number }) => Array.isArray(said) && said.includes(chunk);
  if (!waiting.every(isSaid)) misfits.push('papers wait for the search index, and nothing says so');
  return [...misfits, ...ghosts(papers, stores)];
}

function ghosts(papers: Papers, { columns }: Derived): string[] {
  return columns.flatMap(({ kind, chunk, values }) => {
    if (kind !== 'state') return [];
    const ids = [...values.keys()].filter((at) => values[at] !== 0).map((at) => chunk * CHUNK + at);
    return ids.filter((id) => !papers.has(id)).map((id) => `the columns hold a paper ${id}`);
  });
}

/** The bit of a digest's site, by the digest's key. */
function siteBits({ digests, meta }: Derived): (digestKey: string) => number {
  const sites: unknown = meta.find(({ key }) => key === 'sites')?.value;
  const bits = new Map(Array.isArray(sites) ? sites.map((site, place) => [String(site), 2 ** place]) : []);
  const siteOf = new Map(digests.map(({ key, site }) => [key, site]));
  return (digestKey) => bits.get(siteOf.get(digestKey) ?? '') ?? 0;
}

function stateOf(words: HeldEntry['words']): number {
  const { status, starred, removed } = standing(words);
  return STATUSES.indexOf(status) + PRESENT + (starred ? STARRED : 0) + (removed ? REMOVED : 0);
}

/** What was said of a paper under all its names: of several the strongest status, any star, and every removal. */
export function standing(words: HeldEntry['words']) {
  const said = words.map((word) => word.said);
  const statuses = new Set(said.flatMap(({ status }) => status?.value ?? []));
  const removed = said.flatMap((each) => each.removed?.value ?? []);
  return {
    status: BY_STRENGTH.find((status) => statuses.has(status)) ?? 'unread',
    starred: said.some(({ starred }) => starred?.value),
    removed: removed.length > 0 && removed.every(Boolean),
    tags: new Set(said.flatMap(({ tags }) => tags?.value ?? [])),
  };
}
