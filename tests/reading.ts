import { JSDOM } from 'jsdom';
import type { Reading } from '../lib/adapters/adapter.ts';
import { adapterFor } from '../lib/adapters/registry.ts';
import type { DigestRef } from '../lib/domain/digest.ts';

/** What the adapter of a page's host makes of it. */
export interface Seen {
  digest: DigestRef;
  reading: Reading;
}

/** Reads a page as it would be at an address; undefined when it is no digest. */
export function readHtml(html: string, address: string): Seen | undefined {
  return readDocument(new JSDOM(html).window.document, address);
}

/** Reads a document as it would be at an address; undefined when it is no digest. */
export function readDocument(document: Document, address: string): Seen | undefined {
  const page = { url: new URL(address), document };
  const adapter = adapterFor(page.url.hostname);
  const digest = adapter?.recognise(page);
  return adapter && digest && { digest, reading: adapter.read(page, digest) };
}

/** Reads a page that is known to be a digest. */
export function readDigest(html: string, address: string): Seen {
  const seen = readHtml(html, address);
  if (!seen) throw new Error(`${address} was not recognised`);
  return seen;
}
