import type { Clock } from './clock.ts';
import { boundText } from './plain-text.ts';
import type { Status, UserField, UserWords } from './shelf.ts';

type Spoken = { [Field in UserField]?: { value: UserWords[Field]; clock: Clock } };

/** What the user said under one description's name, each field with the clock of its last change. */
export type Said = Spoken & {
  /**
   * The citation key under which the paper was exported first. Documents cite it by that, so that it never changes: of
   * two the earlier one stands, and it counts neither as something that the user said nor for undoing.
   */
  cited?: { value: string; clock: Clock };
};

/**
 * The user's words, kept with the description that was on screen when they were said, not with the paper: so they go
 * wherever that description goes when papers join or part, and the order in which that happens makes no difference.
 */
export interface Words {
  /** The description's key. */
  key: string;
  said: Said;
}

/** What it means when nothing was said. */
export const SILENCE: Readonly<UserWords> = { status: 'unread', starred: false, tags: [], note: '', removed: false };

const FIELDS = ['status', 'starred', 'tags', 'note', 'removed'] as const satisfies readonly UserField[];
const STRENGTH: Record<Status, number> = { skipped: 0, unread: 1, reading: 2, read: 3 };

/** Two records of what was said under one name: of each field the later word. Repeats and order make no difference. */
export function joinSaid(a: Said, b: Said): Said {
  const joined: Said = {};
  for (const field of FIELDS) {
    const [own, other] = [a[field], b[field]];
    const word = own && other && isLater(other, own) ? other : (own ?? other);
    if (word) Object.assign(joined, { [field]: word });
  }
  const cited = firstCited([a, b]);
  return cited ? { ...joined, cited } : joined;
}

/** The citation key that was given first, where one was given. */
export function firstCited(all: readonly Said[]): Said['cited'] {
  const given = all.flatMap(({ cited }) => cited ?? []);
  return given.reduce<Said['cited']>((first, one) => (first && !isLater(first, one) ? first : one), undefined);
}

/** Whether what was said, all of it taken back, comes to nothing. */
export function saysNothing(said: Said): boolean {
  return FIELDS.every((field) => said[field] === undefined || same(said[field].value, SILENCE[field]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the user says of a paper whose descriptions carry these words; a description nothing was said of is silent. */
export function combineWords(
  all: readonly Said[],
): UserWords & { changed: Partial<Record<UserField, Clock>>; citationKey?: string } {
  // Of most papers nothing was said.
  if (all.length === 0) return { ...SILENCE, tags: [], changed: {} };
  const status = standing(all, 'status').reduce<Status | undefined>(stronger, undefined);
  const removed = standing(all, 'removed');
  const changed: Partial<Record<UserField, Clock>> = {};
  for (const field of FIELDS) {
    const last = clocks(all, field).at(-1);
    if (last !== undefined) changed[field] = last;
  }
  return {
    status: status ?? 'unread',
    starred: standing(all, 'starred').some(Boolean),
    tags: [...new Set(standing(all, 'tags').flat())].sort(),
    note: joinNotes(standing(all, 'note')),
    removed: removed.length > 0 && removed.every(Boolean),
    changed,
    ...citedAs(firstCited(all)?.value),
  };
}

function citedAs(citationKey: string | undefined): { citationKey?: string } {
  return citationKey === undefined ? {} : { citationKey };
}

function isLater(a: { value: unknown; clock: Clock }, b: { value: unknown; clock: Clock }): boolean {
  if (a.clock !== b.clock) return a.clock > b.clock;
  // One clock is one change of one device; a file that says otherwise must still give one answer everywhere.
  return JSON.stringify(a.value) > JSON.stringify(b.value);
}

/** The values of a field that count: a word said of the whole paper stands under all its names with one clock. */
function standing<Field extends UserField>(all: readonly Spoken[], field: Field): UserWords[Field][] {
  const byClock = new Map<Clock, UserWords[Field]>();
  for (const said of all) {
    const word = said[field];
    if (word) byClock.set(`${word.clock} ${JSON.stringify(word.value)}`, word.value);
  }
  return [...byClock].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function clocks(all: readonly Said[], field: UserField): Clock[] {
  return all.flatMap((said) => said[field]?.clock ?? []).sort();
}

function stronger(a: Status | undefined, b: Status): Status {
  return a === undefined || STRENGTH[b] > STRENGTH[a] ? b : a;
}

function joinNotes(notes: readonly string[]): string {
  const whole = notes.filter((note, index) => note && !notes.some((other, at) => holds(other, note, at < index)));
  return whole.sort().join('\n\n');
}

/** Whether a note says all that another says; of two equal ones the first does. */
function holds(other: string, note: string, isEarlier: boolean): boolean {
  return other === note ? isEarlier : other.includes(note);
}

const TAG_LENGTH = 50;
const MOST_TAGS = 50;
const NOTE_LENGTH = 20_000;

/** Tags as they are kept: plain text without white space around or within beyond single spaces, each once, sorted. */
export function boundTags(tags: readonly string[]): string[] {
  const plain = tags.map((tag) => boundText(tag, TAG_LENGTH).text).filter(Boolean);
  return [...new Set(plain)].sort().slice(0, MOST_TAGS);
}

/** A note as it is kept: as it was written, but for halves of characters, up to 20,000 UTF-16 units. */
export function boundNote(note: string): string {
  return note.slice(0, NOTE_LENGTH).toWellFormed();
}
