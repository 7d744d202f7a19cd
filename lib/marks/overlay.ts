import { type BarView, newBar } from './bar.ts';
import { followPage } from './follow-page.ts';
import { isDarkBehind } from './ground.ts';
import { newHost } from './host.ts';
import { listenToKeys } from './keys.ts';
import { newLayout } from './layout.ts';
import { type MarkView, newPill, type Pill } from './pill.ts';
import type { Hand, MarksWorld } from './world.ts';

/** All that stands over a page: marks in the order of the list, and the bar. */
export interface Overlay {
  show(marks: readonly MarkView[], bar: BarView | undefined): void;
  remove(): void;
}

/** Marks are made this far, in heights of the window, beyond what is in sight. */
const NEAR = '50%';

/** An overlay over the page of a window. */
export function newOverlay({ window, texts }: Pick<MarksWorld, 'window' | 'texts'>, hand: Hand): Overlay {
  const { document } = window;
  const { host, root } = newHost(window);
  const bar = newBar(document, texts, hand);
  const layout = newLayout(window, host);
  const near = new Set<Element>();
  const pills = new Map<Element, Pill>();
  let views: readonly MarkView[] = [];

  const page = followPage(window, (whole) => {
    layout.place(pills.values(), whole);
    if (whole) dressBar();
  });
  const sights = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      arrange();
    },
    { rootMargin: `${NEAR} 0px` },
  );

  function dressBar(): void {
    const dark = isDarkBehind(document.body ?? document.documentElement);
    const isRtl = window.getComputedStyle(document.documentElement).direction === 'rtl';
    bar.element.className = ['bar', ...(dark ? ['dark'] : []), ...(isRtl ? ['start'] : [])].join(' ');
  }

  function pillFor(view: MarkView): Pill {
    const pill = pills.get(view.anchor) ?? newPill({ document, texts, say: hand.say }, view);
    pills.set(view.anchor, pill);
    return pill;
  }

  /** Makes marks near what is in sight, lets go of those that are far, and keeps them in the order of the list. */
  function arrange(held?: MarkView): void {
    if (!hand.isAlive()) return;
    const wanted = views.filter(
      ({ anchor }) =>
        near.has(anchor) || anchor === held?.anchor || pills.get(anchor)?.element.matches(':focus-within'),
    );
    const kept = new Set(wanted.map(({ anchor }) => anchor));
    for (const [anchor, pill] of pills) {
      if (kept.has(anchor)) continue;
      pill.element.remove();
      pills.delete(anchor);
    }
    let next = bar.element.isConnected ? bar.element.nextSibling : root.firstChild;
    for (const { element } of wanted.map(pillFor)) {
      if (element === next) next = next.nextSibling;
      else root.insertBefore(element, next);
    }
    if (held) layout.place(pills.values(), true);
    else page.soon(true);
  }

  const keys = listenToKeys({
    root,
    bar,
    views: () => views,
    pillOf: (view) => pills.get(view.anchor),
    bring(view) {
      view.anchor.scrollIntoView({ block: 'center', behavior: 'instant' });
      arrange(view);
      return pillFor(view);
    },
  });
  const close = () => {
    for (const pill of pills.values()) pill.open(false);
  };
  document.addEventListener('pointerdown', closeUnlessOurs, true);
  function closeUnlessOurs(event: Event): void {
    if (event.target !== host) close();
  }

  return {
    show(marks, barView) {
      const stays = new Set(marks.map(({ anchor }) => anchor));
      const held = keys.held();
      for (const { anchor } of views) if (!stays.has(anchor)) sights.unobserve(anchor);
      for (const view of marks) {
        sights.observe(view.anchor);
        pills.get(view.anchor)?.show(view);
      }
      views = marks;
      if (barView) {
        bar.show(barView);
        if (!bar.element.isConnected) root.prepend(bar.element);
        dressBar();
      } else bar.element.remove();
      arrange();
      keys.settle(held);
    },
    remove() {
      page.stop();
      sights.disconnect();
      document.removeEventListener('pointerdown', closeUnlessOurs, true);
      host.remove();
    },
  };
}
