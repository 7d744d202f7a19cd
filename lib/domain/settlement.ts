import { type Description, joinDescriptions, type PaperRow, paperRow } from './description.ts';
import { type Apart, partition } from './identity.ts';
import type { PaperId } from './paper.ts';

/** Two stored papers that turned out to be one. */
export interface Union {
  kept: PaperId;
  absorbed: PaperId;
  because: string[];
}

/** What becomes of a group of stored papers when new descriptions arrive. */
export interface Settlement {
  /** Rows to write: new, or changed. */
  rows: PaperRow[];
  /** Stored papers that were absorbed by another. */
  dropped: PaperId[];
  /** The paper of every description, by the description's key. */
  homes: Map<string, PaperId>;
  created: Set<PaperId>;
  unions: Union[];
}

/**
 * Settles which paper every description belongs to, and which stored identity each paper keeps. A stored paper's id
 * follows its leading description (the one with the smallest key), so that what the user said of it stays with it.
 *
 * @param stored every stored paper that shares a key with `incoming`, directly or through others
 * @param newId makes the id of a paper that is new
 */
export function settle(
  stored: readonly PaperRow[],
  incoming: readonly Description[],
  apart: readonly Apart[],
  newId: () => PaperId,
): Settlement {
  const descriptions = gather(stored, incoming);
  const leads = new Map(stored.map((row) => [row.descriptions[0]?.key, row]));
  const settlement: Settlement = { rows: [], dropped: [], homes: new Map(), created: new Set(), unions: [] };
  for (const cluster of partition([...descriptions.values()], apart)) {
    const row = paperRow(0, cluster.descriptions);
    const claimants = row.descriptions.flatMap(({ key }) => leads.get(key) ?? []);
    const [kept, ...absorbed] = claimants;
    row.id = kept?.id ?? newId();
    if (!kept) settlement.created.add(row.id);
    for (const { id } of absorbed) {
      settlement.dropped.push(id);
      settlement.unions.push({ kept: row.id, absorbed: id, because: cluster.because });
    }
    for (const { key } of row.descriptions) settlement.homes.set(key, row.id);
    if (!kept || JSON.stringify(kept) !== JSON.stringify(row)) settlement.rows.push(row);
  }
  return settlement;
}

function gather(stored: readonly PaperRow[], incoming: readonly Description[]): Map<string, Description> {
  const all = new Map<string, Description>();
  for (const description of [...stored.flatMap((row) => row.descriptions), ...incoming]) {
    const known = all.get(description.key);
    all.set(description.key, known ? joinDescriptions(known, description) : description);
  }
  return all;
}
