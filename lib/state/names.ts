import type { Description } from '../domain/description.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Act } from './triage.ts';

/** One of the names of a paper, and what ties it to the others. */
export interface NameShown {
  key: string;
  title: string;
  identifiers: string[];
  /** Identifiers that another name carries too; empty where the title alone joined them. */
  shared: string[];
}

/** The names of a paper in their order, each with what it shares with the others. */
export function namesShown(names: readonly Description[]): NameShown[] {
  return names.map(({ key, facts, identifiers }) => {
    const others = new Set(names.filter((other) => other.key !== key).flatMap((other) => other.identifiers));
    const shared = identifiers.filter((identifier) => others.has(identifier));
    return { key, title: facts.title, identifiers: [...identifiers], shared };
  });
}

/** Says that this name means another paper than the rest. */
export function partName(id: PaperId, key: string): Act {
  return async (db, nowMs) => (await import('../library/merges.ts')).setApart(db, id, key, nowMs);
}
