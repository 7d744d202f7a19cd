import type { PaperId } from '../domain/paper.ts';
import type { Act } from './triage.ts';

const PAUSE_MS = 400;

/** A note as it stands in the field. */
export interface Draft {
  paperId: PaperId;
  text: string;
  /** Milliseconds since 1970 of the last key. */
  atMs: number;
}

/** Gives a paper this note. */
export function sayNote(id: PaperId, note: string): Act {
  return async (db, nowMs) => (await import('../library/shelf.ts')).changeEntries(db, [id], { note }, nowMs);
}

interface NoteKeeperOptions {
  /** Writes a draft into the library. @returns whether that worked */
  save(draft: Draft): Promise<boolean>;
  /** Holds a draft where it survives the page, until it is saved; undefined lets go of it. Must not take time. */
  shelter(draft: Draft | undefined): void;
  nowMs(): number;
}

/** Saves a note while it is being written. */
export interface NoteKeeper {
  edit(paperId: PaperId, text: string): void;
  /** Saves at once what waits for a pause. */
  flush(): Promise<void>;
}

/**
 * Saves what is written after every pause and whenever asked. A popup is closed without warning, in the middle of a
 * write even, so each key's draft is sheltered first and let go of only when the library has it.
 */
export function keepNotes({ save, shelter, nowMs }: NoteKeeperOptions): NoteKeeper {
  let waiting: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    clearTimeout(timer);
    const draft = waiting;
    if (!draft) return;
    waiting = undefined;
    const isSaved = await save(draft);
    // What was written meanwhile is sheltered in its place; what could not be saved waits for the next page.
    if (isSaved && !waiting) shelter(undefined);
  };
  return {
    edit(paperId, text) {
      if (waiting && waiting.paperId !== paperId) void flush();
      waiting = { paperId, text, atMs: nowMs() };
      shelter(waiting);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
  };
}

/** Reads a sheltered draft; undefined for anything of another shape. */
export function readDraft(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const [paperId, text, atMs] = ['paperId', 'text', 'atMs'].map((name): unknown => Reflect.get(stored, name));
  if (typeof paperId !== 'number' || typeof text !== 'string' || typeof atMs !== 'number') return undefined;
  return { paperId, text, atMs };
}
