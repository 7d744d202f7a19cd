import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { t } from '../lib/platform/text.ts';
import { keepNotes, sayNote } from '../lib/state/note.ts';
import type { Popup } from '../lib/state/popup.ts';
import { shelter, shelteredNote } from './note-shelter.ts';

const LONGEST_NOTE = 20_000;
const MOST_ROWS = 12;

/** The user's note on one paper, saved while it is being written. */
export function NoteField({ popup, listed: { paper, entry } }: { popup: Popup; listed: ListedPaper }) {
  const draft = useSignal(shelteredNote(paper.id));
  const area = useRef<HTMLTextAreaElement>(null);
  const keeper = useMemo(
    () =>
      keepNotes({
        save: ({ paperId, text }) => popup.triage.perform(sayNote(paperId, text), { quiet: true }),
        shelter,
        nowMs: popup.world.nowMs,
      }),
    [popup],
  );
  useEffect(() => {
    const flush = () => void keeper.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);
  // What the library says from elsewhere (an undo, another tab) shows, unless it is being written here.
  useEffect(() => {
    if (document.activeElement !== area.current && shelteredNote(paper.id) === undefined) draft.value = undefined;
  }, [entry.note]);
  const text = draft.value ?? entry.note;
  return (
    <label class="note-field">
      <span class="sr-only">{t('note')}</span>
      <textarea
        ref={area}
        data-part="note"
        dir="auto"
        rows={Math.min(MOST_ROWS, Math.max(text === '' ? 1 : 2, text.split('\n').length))}
        maxLength={LONGEST_NOTE}
        placeholder={t('noteAdd')}
        value={text}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
          keeper.edit(paper.id, event.currentTarget.value);
        }}
        onBlur={() => void keeper.flush()}
      />
    </label>
  );
}
