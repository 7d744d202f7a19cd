import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from 'virtua';
import type { PaperId } from '../lib/domain/paper.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { PaperRow } from './PaperRow.tsx';
import { forwardRef } from './react.ts';
import { rowTitle, showWhole } from './row-elements.ts';

/** Height of a row with a title of two lines: the guess for rows not measured yet. */
const USUAL_ROW = 72;

/** The papers, of which only those near the screen are elements. Made anew for another list, so it starts at its top. */
export function PaperList({ popup }: { popup: Popup }) {
  const { list, cursor } = popup;
  const handle = useRef<VirtualizerHandle>(null);
  const ids = list.ids.value ?? [];
  const current = cursor.current.value;
  const place = current === undefined ? -1 : ids.indexOf(current);
  const Item = useMemo(() => makeItem(popup), [popup]);

  const tellPlace = () => {
    const rows = handle.current;
    const shown = list.ids.peek() ?? [];
    if (!rows || shown.length === 0) return;
    const first = rows.findItemIndex(rows.scrollOffset);
    list.showRows(first, rows.findItemIndex(rows.scrollOffset + rows.viewportSize));
    const id = shown[first];
    const isAtTop = id === undefined || rows.scrollOffset <= 0;
    popup.setTop(isAtTop ? undefined : { id, offset: rows.scrollOffset - rows.getItemOffset(first) });
  };

  useEffect(markFirstList, []);
  useRestoredScroll(popup, handle);
  useGranted(popup, handle);
  return (
    <div class="list-scroll">
      <Virtualizer
        ref={handle}
        as="ul"
        item={Item}
        data={ids}
        itemSize={USUAL_ROW}
        keepMounted={place < 0 ? [] : [place]}
        onScroll={tellPlace}
        onResize={tellPlace}
      >
        {(id) => <PaperRow key={id} id={id} popup={popup} />}
      </Virtualizer>
    </div>
  );
}

const FIRST_LIST = 'gleaner:first-list';

/** Marks, once, when the first rows were painted: what `npm run bench` measures an opening by. */
function markFirstList(): void {
  if (performance.getEntriesByName(FIRST_LIST).length > 0) return;
  requestAnimationFrame(() => setTimeout(() => performance.mark(FIRST_LIST)));
}

/** A list item that says its place among all rows, most of which are not in the document. */
function makeItem(popup: Popup) {
  return forwardRef<HTMLLIElement, CustomItemComponentProps>(({ style, index, children }, ref) => (
    <li ref={ref} style={style} aria-setsize={popup.list.ids.value?.length ?? 0} aria-posinset={index + 1}>
      {children}
    </li>
  ));
}

/** Goes back to where the list was when it was closed, before the first paint. */
function useRestoredScroll(popup: Popup, handle: { current: VirtualizerHandle | null }): void {
  useLayoutEffect(() => {
    const top = popup.takeOpeningTop();
    const index = (top && popup.list.ids.peek()?.indexOf(top.id)) ?? -1;
    if (!top || index < 0 || (index === 0 && top.offset === 0)) return;
    handle.current?.scrollToIndex(index, { align: 'start', offset: top.offset });
  }, [popup, handle]);
}

/**
 * Fulfils the cursor's wishes: focuses the current paper's title and scrolls to it. A row that is there has the focus
 * before the next key comes, so that a key after an arrow out of the search field is not typed into it.
 */
function useGranted(popup: Popup, handle: { current: VirtualizerHandle | null }): void {
  const { cursor, list } = popup;
  const grant = () => {
    // Read so that every new wish comes here; a list made anew must not fulfil an old one again.
    void cursor.wish.value;
    const id = cursor.current.peek();
    const asked = id === undefined ? undefined : cursor.takeWish();
    if (id === undefined || !asked) return;
    const go = () => {
      const active = document.activeElement;
      // Focusing selects, so a wish that was overtaken would take the cursor back.
      if (cursor.current.peek() !== id) return;
      if (!asked.insists && (active instanceof HTMLInputElement || active?.closest('dialog'))) return;
      rowTitle(id)?.focus({ preventScroll: true });
      // The rows above may be about to leave; their places are known when they are drawn.
      if (asked.turn > 0) requestAnimationFrame(() => showWhole(id));
    };
    const bring = () => {
      const index = list.ids.peek()?.indexOf(id) ?? -1;
      if (index >= 0) handle.current?.scrollToIndex(index, { align: 'nearest' });
    };
    return whenDrawn(id, { bring, go });
  };
  useEffect(() => effect(grant), [popup, handle]);
}

/** A row far away must be brought near and read before it can have the focus; after a second it is not coming. */
function whenDrawn(id: PaperId, { bring, go }: { bring(): void; go(): void }): (() => void) | undefined {
  if (rowTitle(id)) {
    go();
    return undefined;
  }
  let frames = 0;
  let frame = requestAnimationFrame(function look() {
    if (rowTitle(id)) return go();
    if (frames === 0) bring();
    frames += 1;
    if (frames < 60) frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}

/** Stands where rows will be, for the moment in which the library is slow to answer. */
export function ListWaiting() {
  return (
    <p class="list-waiting" role="status">
      {t('loading')}
    </p>
  );
}
