import type { PaperId } from '../domain/paper.ts';
import type { Entry, UserField, UserWords } from '../domain/shelf.ts';
import { boundNote, boundTags } from '../domain/words.ts';
import { PAPER_TABLES } from './apply-changes.ts';
import { applyTally, type Tally } from './counters.ts';
import type { GleanerDatabase, UndoAction, UndoRow } from './database.ts';
import { entryFrom } from './held.ts';
import { type NamedWords, sayWords } from './say-words.ts';
import { recordStep, STEP_TABLES, type UndoStep } from './steps.ts';

/** What the user says of papers. */
export type EntryChange = Partial<UserWords>;

/** Tags to put on papers and to take off them. */
export interface TagChange {
  add?: readonly string[];
  remove?: readonly string[];
}

/**
 * Changes what the user says of papers, in one transaction that also records the way back. Tags and notes are bounded
 * (`boundTags`, `boundNote`).
 * @param nowMs milliseconds since 1970
 * @returns the step to undo; undefined when nothing changed, or no such paper is there
 */
export async function changeEntries(
  db: GleanerDatabase,
  paperIds: readonly PaperId[],
  change: EntryChange,
  nowMs: number,
): Promise<UndoStep | undefined> {
  const bounded = { ...change };
  if (bounded.tags) bounded.tags = boundTags(bounded.tags);
  if (bounded.note !== undefined) bounded.note = boundNote(bounded.note);
  return say(db, paperIds, { action: actionOf(bounded), wordsFor: () => bounded, nowMs, shown: shownWords(bounded) });
}

/** Puts tags on papers and takes others off, each paper keeping the rest of its own. Otherwise as `changeEntries`. */
export async function changeTags(
  db: GleanerDatabase,
  paperIds: readonly PaperId[],
  { add = [], remove = [] }: TagChange,
  nowMs: number,
): Promise<UndoStep | undefined> {
  const going = new Set(boundTags(remove));
  const wordsFor = ({ tags }: Entry) => ({ tags: boundTags([...tags.filter((tag) => !going.has(tag)), ...add]) });
  return say(db, paperIds, { action: 'tags', wordsFor, nowMs, shown: {} });
}

interface Saying {
  action: UndoAction;
  wordsFor(entry: Entry): EntryChange;
  nowMs: number;
  shown: Pick<UndoRow, 'status' | 'starred'>;
}

async function say(
  db: GleanerDatabase,
  paperIds: readonly PaperId[],
  { action, wordsFor, nowMs, shown }: Saying,
): Promise<UndoStep | undefined> {
  return db.transaction('rw', [...PAPER_TABLES, ...STEP_TABLES], async () => {
    const entries = await db.entries.get(paperIds);
    const sayings = new Map(
      [...entries].flatMap(([id, entry]) => {
        const words = differing(entryFrom(id, entry), wordsFor);
        return words ? [[id, { entry, changes: entry.names.map((key): NamedWords => ({ key, words })) }] as const] : [];
      }),
    );
    if (sayings.size === 0) return undefined;
    const tally: Tally = new Map();
    const before = await sayWords(db, sayings, nowMs, tally);
    await applyTally(db, tally);
    const [only] = sayings.values();
    const names = sayings.size === 1 && only ? { names: only.entry.names } : {};
    const row = { action, at: nowMs, count: sayings.size, ...names, ...shown };
    return recordStep(db, row, { before }, [...sayings.keys()]);
  });
}

/** Those of the words that the entry does not say already; undefined when it says all of them. */
function differing(entry: Entry, wordsFor: Saying['wordsFor']): EntryChange | undefined {
  const words = wordsFor(entry);
  const fields = Object.keys(words) as UserField[];
  const news = fields.filter((field) => JSON.stringify(entry[field]) !== JSON.stringify(words[field]));
  return news.length > 0 ? Object.fromEntries(news.map((field) => [field, words[field]])) : undefined;
}

function actionOf(change: EntryChange): UndoAction {
  if (change.removed !== undefined) return 'remove';
  if (change.status !== undefined) return 'status';
  if (change.starred !== undefined) return 'star';
  return change.tags === undefined ? 'note' : 'tags';
}

function shownWords(change: EntryChange): Pick<UndoRow, 'status' | 'starred'> {
  const shown: Pick<UndoRow, 'status' | 'starred'> = {};
  if (change.status !== undefined) shown.status = change.status;
  if (change.starred !== undefined) shown.starred = change.starred;
  return shown;
}
