/** A rectangle in the coordinates of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a mark stands. */
export interface Spot extends Box {
  /** The edge that stays where it is when the mark opens. */
  edge: 'left' | 'right';
  /** There is text below it: it shows its shape only, half transparent. */
  faint: boolean;
}

export interface SpotQuestion {
  anchor: Box;
  /** The mark, and its shape alone. */
  size: { width: number; height: number };
  /** What can be seen of the page around the anchor, sideways: beyond it nothing can stand. */
  room: Pick<Box, 'left' | 'right'>;
  /** Whether lines run from right to left. */
  isRtl: boolean;
  /** Whether text or a control of the anchor, or of what stands above it, lies there. */
  holds(box: Box): boolean;
  /** Whether anything beside the anchor lies there. */
  isTaken(box: Box): boolean;
}

/** Distance from the edges of the anchor, where it is tall enough. */
const INSET = 6;
const GAP = 6;
/** How far a mark may stand above its anchor: beside a title of one line there is room for no more. */
const ABOVE = 4;

/**
 * Chooses where a mark stands: in the upper corner at the end of the line; where that holds text, in the gutter before
 * the row or behind it; and where there is no room, in the corner all the same, but faint.
 */
export function chooseSpot({ anchor, size, room, isRtl, holds, isTaken }: SpotQuestion): Spot {
  const inset = Math.max(0, Math.min(INSET, (anchor.bottom - anchor.top - size.height) / 2));
  const spot = (left: number, top: number, width: number, edge: Spot['edge']): Spot => {
    return { left, top, right: left + width, bottom: top + size.height, edge, faint: false };
  };
  const [start, end] = [Math.max(anchor.left, room.left) + INSET, Math.min(anchor.right, room.right) - INSET];
  const corner = (width: number, top: number) =>
    isRtl ? spot(start, top, width, 'left') : spot(end - width, top, width, 'right');
  const top = anchor.top + inset;
  const corners = [top, anchor.top, anchor.top - ABOVE].map((at) => corner(size.width, at));
  const gutters = [
    spot(anchor.left - GAP - size.width, top, size.width, 'left'),
    spot(anchor.right + GAP, top, size.width, 'right'),
  ];
  return (
    corners.find((box) => !holds(box)) ??
    (isRtl ? gutters.reverse() : gutters).find(
      (box) => box.left >= room.left && box.right <= room.right && !isTaken(box),
    ) ?? { ...corner(size.height, top), faint: true }
  );
}

/** Whether two boxes touch. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The part that boxes have in common; turned inside out where there is none. */
export function shared(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
