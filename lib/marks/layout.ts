import { isDarkBehind } from './ground.ts';
import type { Pill } from './pill.ts';
import { type Box, chooseSpot, overlap, type Spot } from './spot.ts';
import { holdsText, isBesideTaken, isCoveredAt, windowOnto } from './surroundings.ts';
import type { MarksWindow } from './world.ts';

const HEIGHT = 24;

/** Puts marks where they belong, in one look at the page and one change of the overlay. */
export interface Layout {
  /** @param whole whether anything but the place of the page in the window may have changed */
  place(pills: Iterable<Pill>, whole: boolean): void;
}

/** What was found out of a mark, as long as only the page moves. */
interface Found {
  /** The place of the mark from the upper left corner of its anchor. */
  spot: Spot;
  dark: boolean;
}

/** A layout of marks inside a host that stands at the upper left corner of the document. */
export function newLayout(window: MarksWindow, host: HTMLElement): Layout {
  const found = new WeakMap<Pill, Found>();
  const widths = new Map<string, number>();

  /** The width of a mark that is closed; each word is measured once, because an open or faint mark has another. */
  const widthOf = ({ button }: Pill): number => {
    const word = button.textContent ?? '';
    const width = widths.get(word) ?? button.offsetWidth;
    if (width > 0) widths.set(word, width);
    return width;
  };

  const look = (pill: Pill, anchor: Box, memo: Memo): Found => {
    const element = pill.view.anchor;
    const onto = windowOnto(element, memo.windows);
    const room = { left: Math.max(0, onto.left), right: Math.min(memo.width, onto.right) };
    const spot = chooseSpot({
      anchor,
      room,
      size: { width: widthOf(pill), height: HEIGHT },
      isRtl: window.getComputedStyle(element).direction === 'rtl',
      holds: (box) =>
        holdsText(element, box) || (box.top < anchor.top && holdsText(element.previousElementSibling, box)),
      isTaken: (box) => isBesideTaken(element, box),
    });
    return { spot: moved(spot, -anchor.left, -anchor.top), dark: isDarkBehind(element, memo.grounds) };
  };

  return {
    place(pills, whole) {
      const origin = host.getBoundingClientRect();
      const memo: Memo = {
        width: window.document.documentElement.clientWidth,
        windows: new Map(),
        grounds: new Map(),
      };
      const standings = [...pills].map((pill) => {
        const { anchor: element } = pill.view;
        const anchor = element.getBoundingClientRect();
        if (anchor.width === 0 || anchor.height === 0) return { pill, away: true };
        const known = (!whole && found.get(pill)) || look(pill, anchor, memo);
        found.set(pill, known);
        const spot = moved(known.spot, anchor.left, anchor.top);
        const [x, y] = [(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2];
        const isOut = !overlap(windowOnto(element, memo.windows), { left: x, right: x + 1, top: y, bottom: y + 1 });
        const away = isOut || isCoveredAt(element, host, x, y);
        return { pill, away, spot: moved(spot, -origin.left, -origin.top), dark: known.dark };
      });
      for (const { pill, away, spot, dark = false } of standings) {
        pill.stand({ ...(spot ?? NOWHERE), dark, away: away && !pill.element.matches(':focus-within') });
      }
    },
  };
}

interface Memo {
  width: number;
  windows: Map<Element, Box>;
  grounds: Map<Element, boolean>;
}

const NOWHERE: Spot = { left: 0, top: 0, right: 0, bottom: 0, edge: 'left', faint: false };

function moved(spot: Spot, x: number, y: number): Spot {
  const { left, top, right, bottom } = spot;
  return { ...spot, left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
