import type { PaperId } from '../lib/domain/paper.ts';
import { recall, remember } from '../lib/platform/view-memory.ts';
import { type Draft, readDraft, sayNote } from '../lib/state/note.ts';
import type { Popup } from '../lib/state/popup.ts';

const NAME = 'note';
/** A younger draft may still be under the hands of another tab, which will save it itself. */
const LEFT_AFTER_MS = 5_000;

/** Holds a draft in storage that is written before the next line runs, so that a popup may close on it. */
export function shelter(draft: Draft | undefined): void {
  remember(NAME, draft ?? null);
}

/** The draft that a paper's field was left with, if it has not reached the library. */
export function shelteredNote(paperId: PaperId): string | undefined {
  const draft = readDraft(recall(NAME));
  return draft?.paperId === paperId ? draft.text : undefined;
}

/** Saves a note that a page was closed on. @returns stops waiting for it */
export function saveLeftNote(popup: Popup): () => void {
  const draft = readDraft(recall(NAME));
  if (!draft) return () => undefined;
  const wait = Math.max(0, draft.atMs + LEFT_AFTER_MS - popup.world.nowMs());
  const timer = setTimeout(async () => {
    const now = readDraft(recall(NAME));
    if (now?.atMs !== draft.atMs) return;
    const isSaved = await popup.triage.perform(sayNote(draft.paperId, draft.text), { quiet: true });
    if (isSaved && readDraft(recall(NAME))?.atMs === draft.atMs) shelter(undefined);
  }, wait);
  return () => clearTimeout(timer);
}
