import type { PaperId } from '../domain/paper.ts';
import type { ZoteroTarget } from '../domain/zotero.ts';
import type { GleanerDatabase } from './database.ts';

const PREFIX = 'zotero:sent:';
/** Papers looked up at once. */
const SLICE = 2_000;

/** Papers that went to Zotero together. */
export interface ZoteroSent {
  /** ISO instant. */
  at: string;
  target: Pick<ZoteroTarget, 'id' | 'name'>;
  /**
   * The names of their descriptions, not the numbers of the papers: like the user's words, that a paper was sent goes
   * wherever its name goes when papers join or part.
   */
  names: string[];
}

/** Notes papers as sent, before they are: what happens in between can be asked of nobody. Runs in a transaction. */
export async function noteSent(db: GleanerDatabase, session: string, sent: ZoteroSent): Promise<void> {
  await db.meta.put({ key: `${PREFIX}${session}`, value: sent });
}

/** Takes back that these were sent, because Zotero has said that it did not take them. */
export async function forgetSent(db: GleanerDatabase, session: string): Promise<void> {
  await db.meta.delete(`${PREFIX}${session}`);
}

export interface SplitBySent {
  /** In the order in which they were given. */
  fresh: PaperId[];
  sent: PaperId[];
  /** The last time that any of `sent` was sent. */
  last?: Pick<ZoteroSent, 'at' | 'target'>;
}

/** Parts papers into those that were never sent to Zotero and those that were. Papers that are not there are left out. */
export async function splitBySent(db: GleanerDatabase, ids: readonly PaperId[]): Promise<SplitBySent> {
  const rows = await db.meta.where('key').startsWith(PREFIX).toArray();
  const all = rows.flatMap(({ value }) => (isSent(value) ? [value] : [])).sort((a, b) => (a.at < b.at ? -1 : 1));
  const bySent = new Map(all.flatMap((one) => one.names.map((name) => [name, one] as const)));
  const split: SplitBySent = { fresh: [], sent: [] };
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    const entries = await db.entries.get(slice);
    for (const id of slice) {
      const before = entries.get(id)?.names.flatMap((name) => bySent.get(name) ?? []);
      if (!before) continue;
      (before.length > 0 ? split.sent : split.fresh).push(id);
      for (const { at, target } of before) if (!split.last || at > split.last.at) split.last = { at, target };
    }
  }
  return split;
}

function isSent(value: unknown): value is ZoteroSent {
  return typeof value === 'object' && value !== null && 'names' in value && Array.isArray(value.names);
}
