import { type Box, overlap, shared } from './spot.ts';

const CONTROLS = 'button, input, select, textarea, summary, video, [role=button], [role=checkbox], [contenteditable]';
/** A paper's own page may be one long anchor: its corner is near its beginning. */
const MOST_NODES = 300;

/** Whether a line of text or a control inside an element lies where a box is. Reads the layout and changes nothing. */
export function holdsText(element: Element | null, box: Box): boolean {
  if (!element) return false;
  const { ownerDocument: document } = element;
  const walker = document.createTreeWalker(element, 5); // elements and texts
  const range = document.createRange();
  for (let count = 0; count < MOST_NODES && walker.nextNode(); count += 1) {
    const node = walker.currentNode;
    if (isElement(node)) {
      if (node.matches(CONTROLS) && overlap(node.getBoundingClientRect(), box)) return true;
    } else if (node.nodeValue?.trim()) {
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) if (overlap(line, box)) return true;
    }
  }
  return false;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** Whether anything beside an element, or beside what is around it, lies where a box is. */
export function isBesideTaken(element: Element, box: Box): boolean {
  for (let inner = element; inner.parentElement && inner.tagName !== 'BODY'; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other !== inner && overlap(other.getBoundingClientRect(), box)) return true;
    }
  }
  return false;
}

/**
 * What can be seen of an element through everything around it that cuts off what goes beyond it, as a list that scrolls
 * by itself does.
 * @param known answers for elements that were looked at in the same breath
 */
export function windowOnto(element: Element, known = new Map<Element, Box>()): Box {
  const around = element.parentElement;
  const view = element.ownerDocument.defaultView;
  if (!around || !view || around.tagName === 'BODY') return EVERYWHERE;
  const before = known.get(around);
  if (before) return before;
  const outer = windowOnto(around, known);
  const cuts = view.getComputedStyle(around).overflow !== 'visible';
  const box = cuts ? shared(outer, around.getBoundingClientRect()) : outer;
  known.set(around, box);
  return box;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** Whether something else of the page lies over an element at a point of the window: a menu, a bar that stays in sight. */
export function isCoveredAt(element: Element, host: Element, x: number, y: number): boolean {
  const top = element.ownerDocument.elementsFromPoint(x, y).find((hit) => hit !== host);
  return top !== undefined && !element.contains(top) && !top.contains(element);
}
