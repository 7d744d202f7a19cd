import { useEffect } from 'preact/hooks';
import { t } from '../lib/platform/text.ts';
import { keepIndexed } from '../lib/state/indexing.ts';
import type { Popup } from '../lib/state/popup.ts';
import { keepBadge } from './keep-badge.ts';
import { saveLeftNote } from './note-shelter.ts';
import { ClearExamplesPanel, ExportPanel, HelpPanel, ImportPanel, SettingsPanel, TagsPanel } from './panels.ts';
import { useDroppedFile } from './use-dropped-file.ts';

interface Props {
  popup: Popup;
  /** Whether a file that is dropped is a digest to import. */
  takesFiles?: boolean;
}

/** What lies over the list: the dialog that is open, and the place to drop a file on. */
export function Overlays({ popup, takesFiles = true }: Props) {
  const { isOver, dropped, forget } = useDroppedFile(() => popup.openPanel('import'), takesFiles);
  // What a key opens at once is there before the key.
  useEffect(() => void import('./PaperDetail.tsx'), []);
  useEffect(() => saveLeftNote(popup), [popup]);
  useEffect(() => keepBadge(popup), [popup]);
  const isOpen = popup.isOpen.value;
  useEffect(() => {
    if (!isOpen || popup.library().db.isReadOnly) return;
    return keepIndexed(popup.library().db);
  }, [popup, isOpen]);
  return (
    <>
      <Panel popup={popup} dropped={dropped.value} closed={forget} />
      {isOver.value && <p class="drop-here">{t('dropHere')}</p>}
    </>
  );
}

function Panel({ popup, dropped, closed }: Props & { dropped: File | undefined; closed(): void }) {
  const name = popup.panel.value;
  const close = () => {
    // A dialog says that it has closed a moment after it has, and by then a quick hand may have opened another.
    if (popup.panel.peek() !== name) return;
    popup.openPanel(undefined);
    closed();
  };
  if (name === undefined || !popup.isOpen.value) return null;
  const world = popup.library();
  if (name === 'export') return <ExportPanel popup={popup} world={world} close={close} />;
  if (name === 'import') return <ImportPanel popup={popup} dropped={dropped} close={close} />;
  if (name === 'settings') return <SettingsPanel popup={popup} close={close} />;
  if (name === 'tags') return <TagsPanel popup={popup} world={world} close={close} />;
  if (name === 'clear-examples') return <ClearExamplesPanel popup={popup} world={world} close={close} />;
  return <HelpPanel close={close} />;
}
