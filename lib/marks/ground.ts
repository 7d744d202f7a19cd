/** The lightness from which a colour stands for a light page: that of a middle grey, to the eye. */
const MIDDLE = 0.5;

/**
 * Whether the page is dark behind an element: by the first opaque colour behind it, because what counts is the page and
 * not what the system prefers. Where there is none, by whether its own text is light.
 * @param known answers for elements that were looked at in the same breath
 */
export function isDarkBehind(element: Element, known = new Map<Element, boolean>()): boolean {
  const trail: Element[] = [];
  let dark: boolean | undefined;
  for (let at: Element | null = element; at && dark === undefined; at = at.parentElement) {
    dark = known.get(at);
    if (dark !== undefined) break;
    trail.push(at);
    const colour = readColour(styleOf(at)?.backgroundColor ?? '');
    if (colour && colour.alpha > MIDDLE) dark = colour.lightness < MIDDLE;
  }
  const answer = dark ?? (readColour(styleOf(element)?.color ?? '')?.lightness ?? 0) > MIDDLE;
  for (const one of trail) known.set(one, answer);
  return answer;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

/**
 * Lightness from 0 to 1 and alpha of a colour as browsers write computed ones: `rgb()`, `color()`, and `lab()` and its
 * kin, which are kept as the page wrote them.
 */
export function readColour(text: string): { lightness: number; alpha: number } | undefined {
  const [, name = '', inner = ''] = /^([a-z]+)\(([^)]*)\)/.exec(text) ?? [];
  const [colour = '', after] = inner.split('/');
  const parts = colour.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const alpha = after === undefined ? (name === 'rgba' ? (parts[3] ?? 1) : 1) : Number.parseFloat(after);
  const [a = 0, b = 0, c = 0] = name === 'color' ? parts.slice(-3) : parts;
  if (parts.length < 3) return undefined;
  if (name.startsWith('ok')) return { lightness: a, alpha };
  if (name === 'lab' || name === 'lch') return { lightness: a / 100, alpha };
  const whole = name === 'color' ? 1 : 255;
  // Rec. 709 weights on the values as they are written, which follow the eye's own scale closely enough for two sides.
  return { lightness: (0.2126 * a + 0.7152 * b + 0.0722 * c) / whole, alpha };
}
