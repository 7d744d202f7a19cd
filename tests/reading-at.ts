import { readPage, type Seen } from '../lib/adapters/read-page.ts';
import { adapterFor, adapters } from '../lib/adapters/registry.ts';

/** Reads a document as it would be at an address; undefined when it is no digest. Runs in any DOM. */
export function readAt(document: Document, address: string): Seen | undefined {
  const url = new URL(address);
  const adapter = adapterFor(adapters, url.hostname);
  return adapter && readPage(adapter, { url, document });
}
