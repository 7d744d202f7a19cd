import type { Problem } from '../domain/capture.ts';
import type { DigestRef } from '../domain/digest.ts';
import type { FactName, ScrapedPaper } from '../domain/paper.ts';
import type { Site } from '../domain/sites.ts';

/** A page as an adapter sees it. Nothing else of the browser is at hand: no network, no timer, no storage, no clock. */
export interface Page {
  url: URL;
  document: Document;
}

export interface Reading {
  papers: ScrapedPaper[];
  problems: Problem[];
  /**
   * The element of each paper by its rank, for a mark in its upper right corner; the page itself is not changed by
   * reading. On a list it is the whole row, or, where a row is several elements, the one with the title.
   */
  anchors: Map<number, Element>;
  /** Every element of a row by its rank, where the anchor alone is not all of it: they are hidden together. */
  rows?: Map<number, Element[]>;
  /** How many papers the page says that it shows, where it says so. */
  stated?: number;
  /** The page itself says that there is nothing to show, such as a search without results. */
  isEmpty?: true;
}

/**
 * The code that reads one site. Same page, same reading; a bad row becomes a problem, never a throw;
 * what a recognised page lacks is told by `readPage`.
 */
export interface SiteAdapter extends Site {
  /** Addresses that this adapter reads, one of each kind; the contract test visits them. */
  testPages: readonly [string, ...string[]];
  /** Cheap: the address and at most one query. Undefined when this page is no digest. */
  recognise(page: Page): DigestRef | undefined;
  read(page: Page, digest: DigestRef): Reading;
  /** Facts that nearly every row of a list of this kind shows: missing on most rows means that the site has changed. */
  expects?(digest: DigestRef): readonly FactName[];
}
