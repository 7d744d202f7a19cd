import { make, makeButton, makeIcon } from './make.ts';
import type { Hand, MarkTexts } from './world.ts';

/** What the bar says. */
export interface BarView {
  fresh: number;
  all: number;
  /** Papers that are left out, or would be. */
  seen: number;
  hideSeen: boolean;
  folded: boolean;
  /** The marks of this site were just switched off. */
  isOff: boolean;
  /** The last word could not be stored. */
  hasFailed: boolean;
}

/** The small bar of a list: how many are new, and what can be done with the rest. */
export interface Bar {
  element: HTMLElement;
  /** The buttons in sight, in their order. */
  stops(): HTMLButtonElement[];
  show(view: BarView): void;
}

/** A bar that shows nothing yet. */
export function newBar(document: Document, texts: MarkTexts, hand: Hand): Bar {
  const button = (children: (Node | string)[], press: () => void, kind = '') =>
    makeButton(document, { class: kind }, children, press);
  let shown: BarView | undefined;

  const fold = button([makeIcon(document, 'fold')], () => hand.change({ folded: !shown?.folded }));
  const count = make(document, 'span', { role: 'status' });
  const hide = button([], () => hand.change({ hideSeen: !shown?.hideSeen }), 'words');
  const rest = button([texts.plain('marksRest')], () => hand.acknowledge(), 'words');
  const off = button([makeIcon(document, 'off')], () => hand.change({ on: false }));
  const undo = button([texts.plain('undo')], () => hand.change({ on: true }), 'words');
  name(off, texts.plain('marksOff'));
  const toolbar = make(document, 'div', { role: 'toolbar', 'aria-label': texts.plain('extensionShortName') });
  const element = make(document, 'section', { role: 'region', 'aria-label': texts.plain('extensionShortName') }, [
    toolbar,
  ]);
  // Whose bar this is; its name says the same to a screen reader.
  toolbar.append(
    make(document, 'b', { 'aria-hidden': 'true' }, [texts.plain('extensionShortName')]),
    count,
    hide,
    rest,
    undo,
    off,
    fold,
  );

  return {
    element,
    stops: () => [hide, rest, undo, off, fold].filter((one) => !one.hidden),
    show(view) {
      shown = view;
      const { folded, isOff, fresh, seen, hideSeen } = view;
      // A list of which nothing is left in sight says so, folded or not.
      const isEmpty = hideSeen && seen === view.all;
      const isFolded = folded && !isOff && !isEmpty;
      setText(count, statusOf(view, texts));
      setText(hide, hideSeen ? texts.showSeen(seen) : texts.plain('marksHideSeen'));
      hide.hidden = isFolded || isOff || seen === 0;
      rest.hidden = isFolded || isOff || fresh === 0;
      off.hidden = isFolded || isOff;
      undo.hidden = !isOff;
      fold.hidden = isOff || isEmpty;
      name(fold, texts.plain(isFolded ? 'marksUnfold' : 'marksFold'));
      fold.setAttribute('aria-expanded', String(!isFolded));
    },
  };
}

function statusOf({ isOff, hasFailed, fresh, all }: BarView, texts: MarkTexts): string {
  if (isOff) return texts.plain('marksAreOff');
  return hasFailed ? texts.plain('marksFailed') : texts.count(fresh, all);
}

/** Said again, the same would be read out again. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function name(button: Element, label: string): void {
  for (const attribute of ['aria-label', 'title']) button.setAttribute(attribute, label);
}
