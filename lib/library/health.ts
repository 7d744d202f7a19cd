import type { Capture, Problem, Receipt } from '../domain/capture.ts';
import type { Digest, SiteId } from '../domain/digest.ts';
import { SITES, WEB } from '../domain/sites.ts';
import type { GleanerDatabase } from './database.ts';

/** A kind of problem, however often it was met. Structure only, never content. */
export interface ProblemKind {
  code: Problem['code'];
  part?: string;
  times: number;
}

/** How reading a site went the last time. */
export interface Health {
  /** ISO instant at which the last visit began. */
  at: string;
  digestKey: string;
  /** Papers read in it, and what was wrong. */
  papers: number;
  problems: ProblemKind[];
  /** Visits so far at which something was handed over. */
  captures: number;
}

/** The health of a site, with the list that was read last where the library still has it. */
export interface SiteHealth extends Health {
  digest: Digest | undefined;
}

const PREFIX = 'health:';

/**
 * Notes how reading a site went. A page that loads late brings several captures of one visit: they add up in its
 * receipt, which must be there already. What comes late from an earlier visit counts, and takes nothing's place.
 * Runs inside the transaction of the capture.
 */
export async function keepHealth(db: GleanerDatabase, { digest, seenAt }: Capture): Promise<void> {
  if (!(Object.hasOwn(SITES, digest.site) || digest.site === WEB)) return;
  const [row, receipt] = await Promise.all([
    db.meta.get(`${PREFIX}${digest.site}`),
    db.receipts.get([digest.key, seenAt]),
  ]);
  const before = isHealth(row?.value) ? row.value : undefined;
  const isSameVisit = before?.at === seenAt && before.digestKey === digest.key;
  const captures = (before?.captures ?? 0) + (isSameVisit ? 0 : 1);
  const isOlder = before !== undefined && before.at > seenAt;
  const value = isOlder || !receipt ? { ...before, captures } : { ...healthIn(receipt), captures };
  await db.meta.put({ key: `${PREFIX}${digest.site}`, value });
}

function healthIn({ digestKey, seenAt, papers, problems }: Receipt): Omit<Health, 'captures'> {
  return { at: seenAt, digestKey, papers, problems: kindsOf(problems) };
}

function kindsOf(problems: readonly Problem[]): ProblemKind[] {
  const kinds = new Map<string, ProblemKind>();
  for (const { code, part } of problems) {
    const name = `${code} ${part ?? ''}`;
    const kind = kinds.get(name) ?? { code, ...(part && { part }), times: 0 };
    kinds.set(name, { ...kind, times: kind.times + 1 });
  }
  return [...kinds.values()];
}

/** The health of every site that was read so far. */
export async function listHealth(db: GleanerDatabase): Promise<Map<SiteId, SiteHealth>> {
  const rows = await db.meta.where('key').startsWith(PREFIX).toArray();
  const known = rows.flatMap(({ key, value }) => (isHealth(value) ? [{ site: key.slice(PREFIX.length), value }] : []));
  const digests = await db.digests.bulkGet(known.map(({ value }) => value.digestKey));
  return new Map(known.map(({ site, value }, index) => [site, { ...value, digest: digests[index] }]));
}

function isHealth(value: unknown): value is Health {
  if (typeof value !== 'object' || value === null) return false;
  const [at, digestKey, papers, captures] = ['at', 'digestKey', 'papers', 'captures'].map((name): unknown =>
    Reflect.get(value, name),
  );
  if (typeof at !== 'string' || typeof digestKey !== 'string') return false;
  return typeof papers === 'number' && typeof captures === 'number' && 'problems' in value;
}
