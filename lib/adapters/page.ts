/** The only readers of a page's DOM. They take text and attributes, never mark-up, and change nothing. */

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

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
