import type { Bar } from './bar.ts';
import type { MarkView, Pill } from './pill.ts';

/** What the keys of the overlay act on. */
interface Reach {
  root: ShadowRoot;
  bar: Bar;
  /** Every mark, in the order of the page, also those that are not made. */
  views(): readonly MarkView[];
  pillOf(view: MarkView): Pill | undefined;
  /** Scrolls a paper into sight and makes its mark. */
  bring(view: MarkView): Pill;
}

export interface Keys {
  /** The place in the list of the mark that has the focus; undefined when none has. */
  held(): number | undefined;
  /** Puts the overlay's one tab stop where it belongs after a change, and the focus on what is next to a mark that went. */
  settle(held: number | undefined): void;
}

const LETTERS = 'srxi';

/**
 * Makes the overlay one stop of the Tab key, the bar first. From there Down and Up go through the marks in the order of
 * the page, Left and Right through the buttons beside, Enter opens, Escape goes back step by step; letters act as in the
 * popup.
 */
export function listenToKeys({ root, bar, views, pillOf, bring }: Reach): Keys {
  let stop: HTMLElement | undefined;
  /** Where the focus was before it came here. */
  let origin: HTMLElement | undefined;

  const focus = (element: HTMLElement | undefined) => element?.focus({ preventScroll: true });
  const active = () => root.activeElement;
  const indexOf = () => views().findIndex((view) => pillOf(view)?.element.contains(active()));
  const first = () => (bar.element.isConnected ? bar.stops()[0] : undefined);

  function makeStop(element: HTMLElement | undefined): void {
    if (stop !== element) stop?.setAttribute('tabindex', '-1');
    element?.setAttribute('tabindex', '0');
    stop = element;
  }

  function goTo(index: number): void {
    const view = views()[Math.min(index, views().length - 1)];
    if (index < 0 || !view) focus(first());
    else focus(bring(view).button);
  }

  /** From the bar, the first paper that is in sight. */
  function firstInSight(): number {
    return Math.max(
      0,
      views().findIndex(({ anchor }) => anchor.getBoundingClientRect().top >= 0),
    );
  }

  function leave(pill: Pill | undefined): void {
    if (pill && active() !== pill.button) {
      pill.open(false);
      focus(pill.button);
    } else if (pill && first()) focus(first());
    else if (origin?.isConnected) focus(origin);
    else stop?.blur();
  }

  function aside(pill: Pill | undefined, step: number): void {
    const row = pill ? [pill.button, ...pill.acts] : bar.stops();
    const at = row.findIndex((one) => one.matches(':focus'));
    if (pill) pill.open(true);
    focus(row[(at + step + row.length) % row.length]);
  }

  function act(key: string): boolean {
    const index = indexOf();
    const view = views()[index];
    const pill = view && pillOf(view);
    if (key === 'ArrowDown') goTo(pill ? index + 1 : firstInSight());
    else if (key === 'ArrowUp') goTo(pill ? index - 1 : -1);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(views().length - 1);
    else if (key === 'ArrowRight') aside(pill, 1);
    else if (key === 'ArrowLeft') aside(pill, -1);
    else if (key === 'Escape') leave(pill);
    else if (pill && key.length === 1 && LETTERS.includes(key)) pill.do(key);
    else return false;
    return true;
  }

  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    // The page has keys of its own, and none of them is meant while the focus is here.
    if (act(key) || key === 'Enter' || key === ' ') event.stopPropagation();
    if (key !== 'Enter' && key !== ' ' && key !== 'Tab') event.preventDefault();
  });
  root.addEventListener('focusin', (event) => {
    if (!(event instanceof FocusEvent) || !(event.target instanceof HTMLElement)) return;
    const { target, relatedTarget } = event;
    if (relatedTarget instanceof HTMLElement && !root.contains(relatedTarget)) origin = relatedTarget;
    makeStop(target);
  });

  return {
    held: () => {
      const index = indexOf();
      return index < 0 ? undefined : index;
    },
    settle(held) {
      if (held !== undefined && indexOf() < 0) goTo(held);
      if (stop?.isConnected && !stop.hidden) return;
      const mark = views()
        .map(pillOf)
        .find((pill) => pill !== undefined);
      makeStop(first() ?? mark?.button);
    },
  };
}
