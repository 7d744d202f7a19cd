import type { MarkKind } from './visit.ts';

type Child = Node | string;

/** Makes an element with attributes and children; texts become text nodes. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Makes a button that is reached by the keys of the overlay, not by Tab. */
export function makeButton(
  document: Document,
  attributes: Readonly<Record<string, string>>,
  children: readonly Child[],
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  const button = make(document, 'button', { type: 'button', tabindex: '-1', ...attributes }, children);
  button.addEventListener('click', press);
  return button;
}

export type IconName = MarkKind | 'star' | 'off' | 'fold';

const CIRCLE = 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z';
const STAR = 'M6 1.2l1.5 3 3.3.5-2.4 2.3.6 3.3-3-1.6-3 1.6.6-3.3L1.2 4.7l3.3-.5z';

/** The outline of each icon in a square of 12: lines as they are, and, after `!`, a shape to be filled. The shapes of the popup. */
const ICONS: Record<IconName, string> = {
  new: `!${CIRCLE}`,
  seen: CIRCLE,
  reading: `${CIRCLE}!M6 2.5a3.5 3.5 0 0 1 0 7z`,
  read: 'M2 6.5 4.8 9.2 10 3.4',
  skipped: 'M2.5 6h7',
  removed: 'M3 3l6 6M9 3l-6 6',
  starred: `!${STAR}`,
  star: STAR,
  off: 'M6 1.5v4M3.4 3.2a3.8 3.8 0 1 0 5.2 0',
  fold: 'M2.5 4.5 6 8l3.5-3.5',
};
const SVG = 'http://www.w3.org/2000/svg';

/** Draws an icon, which says nothing by itself. */
export function makeIcon(document: Document, name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  const [lines = '', shape = ''] = ICONS[name].split('!');
  for (const [outline, kind] of [[lines, 'line'] as const, [shape, 'shape'] as const]) {
    if (!outline) continue;
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', outline);
    path.setAttribute('class', kind);
    svg.append(path);
  }
  return svg;
}
