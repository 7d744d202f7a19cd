import type { Problem } from '../domain/capture.ts';
import type { DigestRef, SiteId } from '../domain/digest.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import type { HostPattern } from './host.ts';

/** A page as an adapter sees it. Nothing else of the browser is at hand: no network, no timer, no storage, no clock. */
export interface Page {
  url: URL;
  document: Document;
}

export interface Reading {
  papers: ScrapedPaper[];
  problems: Problem[];
  /** The element of each paper by its rank, for marks beside it; the page itself is not changed by reading. */
  anchors: Map<number, Element>;
}

/**
 * The code that reads one site. Same page, same reading; a bad row becomes a problem, never a throw;
 * a recognised page with nothing on it yields the problem `site-changed`.
 */
export interface SiteAdapter {
  id: SiteId;
  /** The site's own name, shown as it is. */
  label: string;
  /** The only source of the manifest's hosts and of where the content script runs. */
  hosts: readonly HostPattern[];
  /** Addresses that this adapter reads, one of each kind; the contract test visits them. */
  testPages: readonly [string, ...string[]];
  /** Cheap: the address and at most one query. Undefined when this page is no digest. */
  recognise(page: Page): DigestRef | undefined;
  read(page: Page, digest: DigestRef): Reading;
}
