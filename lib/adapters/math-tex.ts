// MathJax 3 keeps MathML for screen readers and no TeX. What it says is written back in the plainest TeX: enough for the
// formula of a title or an abstract. https://www.w3.org/TR/mathml-core/

const DEEPEST = 30;
const INVISIBLE = /[\u2061-\u2064\s]/g; // applied to, times, and, plus: not shown

type Write = (parts: readonly string[]) => string;

const WRITERS: ReadonlyMap<string, Write> = new Map(
  Object.entries<Write>({
    msup: ([base, up]) => `${base}^${group(up)}`,
    msub: ([base, down]) => `${base}_${group(down)}`,
    msubsup: ([base, down, up]) => `${base}_${group(down)}^${group(up)}`,
    munder: ([base, under]) => `${base}_${group(under)}`,
    mover: ([base, over]) => (over === '¯' || over === '―' ? `\\bar{${base}}` : `${base}^${group(over)}`),
    munderover: ([base, under, over]) => `${base}_${group(under)}^${group(over)}`,
    mfrac: ([top, bottom]) => `\\frac{${top}}{${bottom}}`,
    msqrt: (parts) => `\\sqrt{${parts.join('')}}`,
    mroot: ([base, index]) => `\\sqrt[${index}]{${base}}`,
  }),
);

/** The TeX of a `math` element, without dollars. */
export function texFromMath(math: Element): string {
  return written(math, 0).trim();
}

function written(element: Element, depth: number): string {
  const children = [...element.children].filter(({ localName }) => !localName.startsWith('annotation'));
  if (children.length === 0 || depth > DEEPEST) return leaf(element);
  const parts = children.map((child) => written(child, depth + 1));
  const write = WRITERS.get(element.localName);
  const isWhole = parts.length > 1 || element.localName === 'msqrt'; // a cut page may hold half a fraction
  return write && isWhole ? write(parts) : parts.join('');
}

function leaf({ localName, textContent }: Element): string {
  const text = (textContent ?? '').replace(INVISIBLE, localName === 'mtext' ? ' ' : '');
  return localName === 'mtext' && text.trim() ? `\\text{${text}}` : text;
}

function group(tex: string | undefined): string {
  return tex?.length === 1 ? tex : `{${tex ?? ''}}`;
}
