import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { PaperDetail } from './PaperDetail.tsx';
import { RelatedPapers } from './RelatedPapers.tsx';
import { rowIds } from './row-elements.ts';

/** Beside the list: the current paper, whole. */
export function DetailPane({ popup }: { popup: Popup }) {
  const pane = useRef<HTMLElement>(null);
  const { list, cursor } = popup;
  const id = cursor.current.value;
  const listed = id === undefined ? undefined : list.papers.value.get(id);
  useEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [id]);
  if (!popup.pane.value) return null;
  return (
    <aside ref={pane} class="pane" aria-label={t('currentPaper')}>
      {listed && (
        <PaperDetail
          key={listed.paper.id}
          id={rowIds(listed.paper.id).detail}
          popup={popup}
          listed={listed}
          mark={list.mark.value}
          isAlone
        >
          <RelatedPapers popup={popup} id={listed.paper.id} />
        </PaperDetail>
      )}
    </aside>
  );
}
