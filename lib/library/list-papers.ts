import type { SiteId } from '../domain/digest.ts';
import type { ShelfFilter } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import { orderOf, type Status } from '../domain/shelf.ts';
import { readColumn, STATE, statusBits, statusIn } from './columns.ts';
import type { GleanerDatabase } from './database.ts';
import { membersOf } from './digest-members.ts';
import { readSiteBits } from './site-bits.ts';

/** In which order a list stands: added last or first, most upvotes seen, or published last. */
export const SORTS = ['newest', 'oldest', 'upvotes', 'published'] as const;
export type Sort = (typeof SORTS)[number];

const LAST_RANK = Number.POSITIVE_INFINITY;

/** The papers that pass a filter, by paper: whether they are on the list, and their states. */
interface Passing {
  ids: PaperId[];
  states: Uint8Array;
}

/**
 * The papers that pass a filter. Reads columns and no paper, so that 100,000 papers are a list in a moment; the rows
 * that are looked at come from `loadListed`.
 */
export async function listPaperIds(
  db: GleanerDatabase,
  filter: ShelfFilter,
  sort: Sort = 'newest',
): Promise<PaperId[]> {
  return db.transaction('r', LIST_TABLES, async () => {
    const { ids, states } = await passing(db, filter);
    const { status } = filter;
    const kept = status === 'all' ? ids : ids.filter(isStatus(states, status));
    return sorted(db, kept, sort);
  });
}

/** The same for every status at once, whatever status the filter names. */
export async function listShelves(
  db: GleanerDatabase,
  filter: ShelfFilter,
  sort: Sort = 'newest',
): Promise<Record<Status | 'all', PaperId[]>> {
  return db.transaction('r', LIST_TABLES, async () => {
    const { ids, states } = await passing(db, filter);
    const all = await sorted(db, ids, sort);
    const shelves: Record<Status | 'all', PaperId[]> = { unread: [], reading: [], read: [], skipped: [], all };
    for (const id of all) shelves[statusIn(states[id] ?? 0)].push(id);
    return shelves;
  });
}

const LIST_TABLES = ['columns', 'meta', 'digests', 'members'];

function isStatus(states: Uint8Array, status: Status): (id: PaperId) => boolean {
  const bits = statusBits(status);
  return (id) => ((states[id] ?? 0) & STATE.status) === bits;
}

/** Papers of any status that pass the rest of a filter, in the order of their numbers. */
async function passing(db: GleanerDatabase, filter: ShelfFilter): Promise<Passing> {
  const [states, orders, isAllowed] = await Promise.all([
    readColumn(db, 'state'),
    filter.addedSince || filter.addedBefore ? readColumn(db, 'order') : undefined,
    allowedBy(db, filter),
  ]);
  const since = filter.addedSince ? orderOf(filter.addedSince, LAST_RANK) : 0;
  // The last rank of an instant is its least order: whatever was added before has a smaller one.
  const before = filter.addedBefore ? orderOf(filter.addedBefore, LAST_RANK) : Number.POSITIVE_INFINITY;
  const asked = STATE.present | STATE.removed | (filter.starred ? STATE.starred : 0);
  const wanted = STATE.present | (filter.starred ? STATE.starred : 0);
  const ids: PaperId[] = [];
  for (let id = 0; id < states.length; id += 1) {
    if (((states[id] ?? 0) & asked) !== wanted) continue;
    if (orders && !isBetween(orders[id] ?? 0, since, before)) continue;
    if (!isAllowed || isAllowed(id)) ids.push(id);
  }
  return { ids, states };
}

function isBetween(order: number, since: number, before: number): boolean {
  return order >= since && order < before;
}

/** Whether a paper was seen on the site and in the digest that a filter names; undefined when it names neither. */
async function allowedBy(
  db: GleanerDatabase,
  { site, digestKey }: ShelfFilter,
): Promise<((id: PaperId) => boolean) | undefined> {
  const tests: ((id: PaperId) => boolean)[] = [];
  if (site !== undefined) tests.push(await seenOn(db, site));
  if (digestKey !== undefined) {
    const members = await membersOf(db, [digestKey]);
    tests.push((id) => members.has(id));
  }
  return tests.length > 0 ? (id) => tests.every((passes) => passes(id)) : undefined;
}

async function seenOn(db: GleanerDatabase, site: SiteId): Promise<(id: PaperId) => boolean> {
  const bit = (await readSiteBits(db)).get(site);
  if (bit !== undefined) {
    const sites = await readColumn(db, 'sites');
    return (id) => ((sites[id] ?? 0) & bit) !== 0;
  }
  const digests = (await db.digests.toArray()).filter((digest) => digest.site === site);
  const members = await membersOf(
    db,
    digests.map(({ key }) => key),
  );
  return (id) => members.has(id);
}

async function sorted(db: GleanerDatabase, ids: PaperId[], sort: Sort): Promise<PaperId[]> {
  const orders = await readColumn(db, 'order');
  // Numbers are given in the order of the list, so that this is nearly sorted already, which the engine's sort uses.
  const oldestFirst = ids.sort((a, b) => (orders[a] ?? 0) - (orders[b] ?? 0) || a - b);
  if (sort === 'oldest') return oldestFirst;
  const newestFirst = oldestFirst.reverse();
  if (sort === 'newest') return newestFirst;
  const values = await readColumn(db, sort);
  return newestFirst.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
}

/** How many papers that pass a filter, whatever site it names, were seen on each site. */
export async function countSites(db: GleanerDatabase, filter: ShelfFilter): Promise<Map<SiteId, number>> {
  return db.transaction('r', LIST_TABLES, async () => {
    const { site: _site, ...others } = filter;
    const { ids, states } = await passing(db, others);
    const kept = filter.status === 'all' ? ids : ids.filter(isStatus(states, filter.status));
    const [sites, bits] = await Promise.all([readColumn(db, 'sites'), readSiteBits(db)]);
    return new Map([...bits].map(([site, bit]) => [site, kept.filter((id) => ((sites[id] ?? 0) & bit) !== 0).length]));
  });
}
