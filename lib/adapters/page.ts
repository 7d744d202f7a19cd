import { texFromMath } from './math-tex.ts';

/** The only readers of a page's DOM. They take text and attributes, never mark-up, and change nothing. */

// By tags, ids and types first: MathJax 2 draws spans and keeps a script, 3 and 4 an element of their own.
const TEX_SCRIPT = 'script[type^="math/tex"]';
// Not `.MathJax`: on a page in quirks mode it would select `class="mathjax"`, which arXiv writes around plain text.
const PREVIEW = '[class~="MathJax_Preview"]';
const KATEX = '[class~="katex"]';
const DRAWN = [
  'MathJax',
  'MathJax_Display',
  'MathJax_SVG',
  'MathJax_SVG_Display',
  'MathJax_CHTML',
  'mjx-chtml',
  'katex',
];
const FORMULA = [
  'mjx-container, math, [data-mathml], [id^="MathJax-Element"]:not(script)',
  ...DRAWN.map((name) => `[class~="${name}"]`),
].join();
const MATHS = `${TEX_SCRIPT}, ${PREVIEW}, ${FORMULA}`;

/** The first element below `root` that a selector names. */
export function find(root: ParentNode, selector: string): Element | undefined {
  return root.querySelector(selector) ?? undefined;
}

/** Every element below `root` that a selector names, in the order of the page. */
export function findAll(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** The text of an element as it stands, with its white space; empty when there is no element. */
export function textOf(element: Element | undefined): string {
  return element?.textContent ?? '';
}

/** An attribute's value; undefined when element or attribute is missing. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

/** The element around this one. */
export function around(element: Element | undefined): Element | undefined {
  return element?.parentElement ?? undefined;
}

/** The next element beside this one; comments and text between them do not count. */
export function nextTo(element: Element | undefined): Element | undefined {
  return element?.nextElementSibling ?? undefined;
}

/** The elements directly inside an element; none when there is no element. */
export function childrenOf(element: Element | undefined): Element[] {
  return element ? [...element.children] : [];
}

/** Whether this element lies inside an element that a selector names, or is one. */
export function isInside(element: Element, selector: string): boolean {
  return element.closest(selector) !== null;
}

/** Whether an element holds no other element, so that its text is its own. */
export function isLeaf(element: Element): boolean {
  return element.childElementCount === 0;
}

/**
 * The text of an element in which some words are wrapped one by one in elements of `selector`. Where two of them stand
 * side by side the space between the words is lost in the mark-up, and is put back here.
 */
export function textOfWords(element: Element, selector: string): string {
  let text = '';
  let wordBefore = false;
  for (const node of element.childNodes) {
    if (node.nodeType === node.COMMENT_NODE) continue;
    const isWord = isElement(node) && node.matches(selector);
    if (isWord && wordBefore) text += ' ';
    text += node.textContent ?? '';
    wordBefore = isWord;
  }
  return text;
}

/**
 * The text of an element with the rewriting of MathJax and KaTeX undone: each formula is its TeX once, as `$O(n^2)$`, as
 * the site wrote it. Without a formula it is `textOf`.
 */
export function mathTextOf(element: Element | undefined): string {
  if (!element || !find(element, MATHS)) return textOf(element);
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === node.COMMENT_NODE) continue;
    text += isElement(node) ? mathIn(node) : (node.nodeValue ?? '');
  }
  return text;
}

function mathIn(element: Element): string {
  if (element.matches(TEX_SCRIPT)) return inDollars(textOf(element));
  if (element.matches(PREVIEW)) return previewText(element);
  if (!element.matches(FORMULA)) return element.matches('script, style') ? '' : mathTextOf(element);
  if (texScriptAfter(element)) return ''; // MathJax 2 keeps the TeX in a script behind what it draws
  const annotation = find(element, 'annotation[encoding="application/x-tex"]');
  const tex = annotation ? textOf(annotation) : attributeOf(find(element, '[data-latex]'), 'data-latex');
  if (tex !== undefined) return inDollars(tex);
  const math = element.matches('math') ? element : find(element, 'math');
  if (math) return inDollars(texFromMath(math));
  return element.matches(KATEX) ? inDollars(textOf(element)) : ''; // signs without their places say nothing
}

function previewText(preview: Element): string {
  const next = nextTo(preview);
  return next?.matches(`${FORMULA}, ${TEX_SCRIPT}`) ? '' : inDollars(textOf(preview));
}

function texScriptAfter(element: Element): boolean {
  return nextTo(element)?.matches(TEX_SCRIPT) === true;
}

function inDollars(tex: string): string {
  return tex.trim() ? `$${tex.trim()}$` : '';
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
