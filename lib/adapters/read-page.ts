import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { noteFor } from './facts.ts';

/** A digest as one look at a page found it. */
export interface Seen {
  digest: DigestRef;
  reading: Reading;
}

/** Below so many rows a missing fact may be chance. */
const FEW_ROWS = 4;

/**
 * Reads a page with an adapter, and says so when a site seems to have changed: a digest without papers, with less than
 * half of the papers that the page itself speaks of, or with most rows lacking a fact that they always have.
 * @returns undefined when the page is no digest
 */
export function readPage(adapter: SiteAdapter, page: Page): Seen | undefined {
  const recognised = adapter.recognise(page);
  if (!recognised) return undefined;
  // A character may take nine in an address: a long search in other scripts has one that is too long to be kept.
  const { url, ...rest } = recognised;
  const digest = webAddress(url) ? recognised : rest;
  const reading = adapter.read(page, digest);
  const note = noteFor(reading.problems);
  const { papers, stated, isEmpty } = reading;
  if (papers.length === 0) {
    if (!isEmpty) note('site-changed', 'papers');
    return { digest, reading };
  }
  if (stated !== undefined && papers.length * 2 < stated) note('site-changed', 'rows');
  if (papers.length >= FEW_ROWS)
    for (const fact of missing(adapter.expects?.(digest) ?? [], reading)) note('site-changed', fact);
  return { digest, reading };
}

function missing(expected: readonly FactName[], { papers }: Reading): FactName[] {
  return expected.filter((fact) => papers.filter((paper) => paper[fact] === undefined).length * 2 > papers.length);
}
