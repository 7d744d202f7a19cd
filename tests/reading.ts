import { JSDOM } from 'jsdom';
import type { Seen } from '../lib/adapters/read-page.ts';
import { readAt } from './reading-at.ts';

/** Reads a page as it would be at an address; undefined when it is no digest. */
export function readHtml(html: string, address: string): Seen | undefined {
  return readAt(new JSDOM(html).window.document, address);
}

/** Reads a page that is known to be a digest. */
export function readDigest(html: string, address: string): Seen {
  const seen = readHtml(html, address);
  if (!seen) throw new Error(`${address} was not recognised`);
  return seen;
}
