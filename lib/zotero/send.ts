import type { GleanerDatabase } from '../library/database.ts';
import { loadListed } from '../library/queries.ts';
import {
  endZoteroBatch,
  failZoteroJob,
  readZoteroJob,
  takeZoteroBatch,
  type ZoteroBatch,
  type ZoteroEnd,
} from '../library/zotero-job.ts';
import type { Connector, ZoteroDone } from './connector.ts';
import { itemOf, type ZoteroItem } from './items.ts';

/**
 * Hands over what is on its way to Zotero, batch by batch, until all is there, it is stopped, or Zotero does not take it.
 * May be stopped at any moment and begun anew: what is noted in the library says how far it is.
 * @param nowMs wall time in milliseconds since 1970
 * @throws what the library fails with
 */
export async function sendToZotero(db: GleanerDatabase, zotero: Connector, nowMs: () => number): Promise<void> {
  while ((await readZoteroJob(db))?.state === 'running') {
    // Asked first, because of a Zotero that is not there it is certain that it took nothing.
    const there = await zotero.ping();
    if (!there.ok) return failZoteroJob(db, there.code);
    const batch = await takeZoteroBatch(db, nowMs());
    if (batch) await endZoteroBatch(db, batch, await handOver(db, zotero, batch));
  }
}

async function handOver(db: GleanerDatabase, zotero: Connector, batch: ZoteroBatch): Promise<ZoteroEnd> {
  const { ids, job, session, isAgain } = batch;
  const listed = await loadListed(db, ids);
  const items = [...listed.values()].map((paper) => itemOf(paper, job.with));
  const count = items.length;
  // Removed from the library since they were chosen.
  if (count === 0) return { arrived: 'yes', count };
  const saved = await saveOnce(zotero, session, items, isAgain);
  if (!saved.ok) return { arrived: isUncertain(saved) ? 'unsure' : 'no', count, failure: saved.code };
  const moved = await zotero.move(session, job.target.id);
  return moved.ok ? { arrived: 'yes', count } : { arrived: 'yes', count, failure: moved.code };
}

/** Saves items once, however often it takes: Zotero knows by the name of the session whether it has them already. */
async function saveOnce(
  zotero: Connector,
  session: string,
  items: readonly ZoteroItem[],
  isAgain: boolean,
): Promise<ZoteroDone> {
  const saved = await zotero.save(session, items);
  if (isAgain && isKnown(saved)) return { ok: true };
  if (!isUncertain(saved) || !(await zotero.ping()).ok) return saved;
  const again = await zotero.save(session, items);
  return isKnown(again) ? { ok: true } : again;
}

function isKnown(done: ZoteroDone): boolean {
  return !done.ok && done.code === 'session-exists';
}

/** No answer says nothing of what was done. */
function isUncertain(done: ZoteroDone): boolean {
  return !done.ok && (done.code === 'timeout' || done.code === 'not-running');
}
