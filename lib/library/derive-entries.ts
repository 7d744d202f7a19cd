import type { PaperRow } from '../domain/description.ts';
import { entryOf, type Place } from '../domain/entry.ts';
import type { PaperId } from '../domain/paper.ts';
import type { Entry } from '../domain/shelf.ts';
import type { Said } from '../domain/words.ts';
import { addEntryChange, type Tally } from './counters.ts';
import type { GleanerDatabase } from './database.ts';
import { fromEntryRow, toEntryRow } from './entry-row.ts';

const MANY = 1_000;

/** Papers whose entries are to be made anew from the words under their names, and entries to go. */
interface Derivation {
  entries: readonly { row: PaperRow; place: Place; before: Entry | undefined }[];
  gone: readonly Entry[];
}

/** Makes entries anew from the words under the names of their papers. Runs inside the writing transaction. */
export async function deriveEntries(db: GleanerDatabase, { entries, gone }: Derivation, tally: Tally): Promise<void> {
  const names = entries.map(({ row }) => row.descriptions.map(({ key }) => key));
  const said = await saidUnder(db, names.flat());
  const after = entries.map(({ row, place }, index) => {
    const own = names[index] ?? [];
    return entryOf(
      row.id,
      own,
      place,
      own.flatMap((name) => said.get(name) ?? []),
    );
  });
  for (const [index, entry] of after.entries()) addEntryChange(tally, entries[index]?.before, entry);
  for (const entry of gone) addEntryChange(tally, entry, undefined);
  await db.entries.bulkDelete(gone.map(({ paperId }) => paperId));
  await db.entries.bulkPut(after.map(toEntryRow));
}

/** Makes the entries of these papers anew after words under their names have changed. */
export async function refreshEntries(db: GleanerDatabase, ids: readonly PaperId[], tally: Tally): Promise<void> {
  const rows = (await db.entries.bulkGet([...ids])).flatMap((row) => (row ? [fromEntryRow(row)] : []));
  const said = await saidUnder(
    db,
    rows.flatMap(({ names }) => names),
  );
  const after = rows.map((entry) =>
    entryOf(
      entry.paperId,
      entry.names,
      entry,
      entry.names.flatMap((name) => said.get(name) ?? []),
    ),
  );
  for (const [index, entry] of after.entries()) addEntryChange(tally, rows[index], entry);
  await db.entries.bulkPut(after.map(toEntryRow));
}

/** What was said under names, by the name. */
export async function saidUnder(db: GleanerDatabase, names: readonly string[]): Promise<Map<string, Said>> {
  // Of most papers nothing was said, so of many names all words are read sooner than each is asked for.
  const rows = names.length > MANY ? await db.words.toArray() : await db.words.bulkGet([...names]);
  return new Map(rows.flatMap((row) => (row ? [[row.key, row.said] as const] : [])));
}
