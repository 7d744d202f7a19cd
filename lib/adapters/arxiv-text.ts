import { attributeOf, findAll, mathTextOf, textOf } from './page.ts';

const HIDDEN_ADDRESS = /^\s*this (?:https?|ftp) URL\s*$/;

/** The text of an element, with its formulas as TeX and the addresses that arXiv shows as "this https URL" put back. */
export function arxivTextOf(element: Element | undefined): string {
  const text = mathTextOf(element);
  if (!element || !text.includes(' URL')) return text;
  const addresses = findAll(element, 'a[href]')
    .filter((link) => HIDDEN_ADDRESS.test(textOf(link)))
    .map((link) => attributeOf(link, 'href') ?? '');
  return text.replace(/\bthis (?:https?|ftp) URL/g, (shown) => addresses.shift() ?? shown);
}
