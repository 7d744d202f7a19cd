import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { askedBy, digestFor } from './alphaxiv-address.ts';
import { cardsOf, paperFromCard } from './alphaxiv-card.ts';
import { paperOnPage } from './alphaxiv-paper.ts';
import { noteFor } from './facts.ts';
import { find, findAll, isLeaf, textOf } from './page.ts';
import { readRows } from './read-rows.ts';

const OTHER_PAGE =
  /^\s*(?:[45]\d\d|(?:404[\s:–-]*)?(?:page |paper )?not found|403[\s:–-]*forbidden|just a moment\.*)\s*(?:\||$)/i;

/** alphaXiv: the feed with its filters, the search and the page of one paper. */
export const alphaxiv: SiteAdapter = {
  ...SITES.alphaxiv,
  testPages: [
    'https://www.alphaxiv.org/',
    'https://www.alphaxiv.org/explore',
    'https://www.alphaxiv.org/?subcategories=%5B%22machine-learning%22%5D',
    'https://www.alphaxiv.org/?sort=Hot&interval=7+Days',
    'https://www.alphaxiv.org/search?q=tidal+marsh',
    'https://www.alphaxiv.org/abs/2606.00001v2',
    'https://alphaxiv.org/overview/2606.00001',
    'https://www.alphaxiv.org/abs/marsh-report-1',
  ],
  recognise,
  read,
  expects,
};

function recognise(page: Page): DigestRef | undefined {
  const asked = askedBy(page.url);
  if (!asked || isOtherPage(page.document)) return undefined;
  const digest = digestFor(asked, page.url.hostname);
  const paper = asked.kind === 'paper' ? paperOnPage(page, asked.id, () => {}) : undefined;
  return paper ? { ...digest, title: paper.title } : digest;
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  if (asked?.kind === 'paper') return readPaper(page, asked.id);
  const reading = readRows(cardsOf(page.document), paperFromCard);
  return reading.papers.length === 0 && saysNothing(page.document) ? { ...reading, isEmpty: true } : reading;
}

function readPaper(page: Page, id: string): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const paper = paperOnPage(page, id, noteFor(reading.problems, 1));
  if (!paper) return reading;
  reading.papers.push({ ...paper, rank: 1 });
  const heading = find(page.document, 'main h1') ?? find(page.document, 'h1');
  if (heading) reading.anchors.set(1, heading);
  return reading;
}

function expects({ kind }: DigestRef): readonly FactName[] {
  return kind === 'listing' ? ['authors', 'published'] : [];
}

/** Errors and the check for robots stand at the address of the page that was asked for. */
function isOtherPage(document: Document): boolean {
  return [find(document, 'head > title'), find(document, 'h1')].some((element) => OTHER_PAGE.test(textOf(element)));
}

function saysNothing(document: Document): boolean {
  const leaves = findAll(document, 'p, div, span, h1, h2, h3').filter(isLeaf);
  return leaves.some((leaf) => /^\s*No (?:papers|results)\b/i.test(textOf(leaf)));
}
