import type { PaperId } from '../lib/domain/paper.ts';

/** The ids that tie a row's parts together for assistive technology. */
export function rowIds(id: PaperId) {
  return { row: `paper-${id}`, title: `title-${id}`, mark: `mark-${id}`, meta: `meta-${id}`, detail: `detail-${id}` };
}

export function rowElement(id: PaperId): HTMLElement | null {
  return document.getElementById(rowIds(id).row);
}

export function rowTitle(id: PaperId): HTMLElement | null {
  return document.getElementById(rowIds(id).title);
}

/** Scrolls as little as it takes to show a row whole; of one taller than the list, the beginning. */
export function showWhole(id: PaperId): void {
  const row = rowElement(id);
  const list = row?.closest('.list-scroll');
  if (!row || !list) return;
  const [box, view] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.height > view.height || box.top < view.top) list.scrollTop += box.top - view.top;
  else if (box.bottom > view.bottom) list.scrollTop += box.bottom - view.bottom;
}

/** A part of a paper's detail, once it is drawn: in its row, or in the pane. */
export function detailField(id: PaperId, part: 'title' | 'tags' | 'note'): HTMLElement | null {
  return document.getElementById(rowIds(id).detail)?.querySelector<HTMLElement>(`[data-part='${part}']`) ?? null;
}
