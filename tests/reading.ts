import { JSDOM } from 'jsdom';
import type { Seen } from '../lib/adapters/read-page.ts';
import { readAt } from './reading-at.ts';

// One window for all documents: a window of its own costs each of thousands of them a megabyte and more.
const parser = new new JSDOM('').window.DOMParser();

/** A page's document, loaded nowhere. */
export function documentOf(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/** Reads a page as it would be at an address; undefined when it is no digest. */
export function readHtml(html: string, address: string): Seen | undefined {
  return readAt(documentOf(html), address);
}

/** Reads a page that is known to be a digest. */
export function readDigest(html: string, address: string): Seen {
  const seen = readHtml(html, address);
  if (!seen) throw new Error(`${address} was not recognised`);
  return seen;
}
