import type { PaperRow } from '../../lib/domain/description.ts';
import type { GleanerBrowser } from '../browser.ts';
import { rows } from '../kept.ts';
import { readDatabase } from '../stored.ts';
import type { EntryRow } from '../unpacked.ts';

/** The shelf on which each paper stands, by every title that it was given. */
export function readStatuses(gleaner: GleanerBrowser): Promise<Map<string, string>> {
  return entriesByTitle(gleaner, ({ shelf }) => shelf);
}

/** The titles of all papers that have a star. */
export async function readStars(gleaner: GleanerBrowser): Promise<Set<string>> {
  const stars = await entriesByTitle(gleaner, ({ starred }) => starred);
  return new Set([...stars].flatMap(([title, starred]) => (starred ? title : [])));
}

async function entriesByTitle<Value>(
  gleaner: GleanerBrowser,
  pick: (entry: EntryRow) => Value,
): Promise<Map<string, Value>> {
  const stored = await readDatabase(gleaner, ['papers', 'entries']);
  const entries = new Map(rows<EntryRow>(stored, 'entries').map((entry) => [entry.paperId, entry]));
  const titled = rows<PaperRow>(stored, 'papers').flatMap(({ id, descriptions }) =>
    descriptions.flatMap(({ facts }) => {
      const entry = entries.get(id);
      return entry ? [[facts.title, pick(entry)] as const] : [];
    }),
  );
  return new Map(titled);
}
