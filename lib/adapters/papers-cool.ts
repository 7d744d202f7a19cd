import { type DigestDate, type DigestRef, dayFrom } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { find, findAll, mathTextOf, textOf } from './page.ts';
import { askedBy, digestFor } from './papers-cool-address.ts';
import { type Panel, panelsOf, paperFromPanel } from './papers-cool-row.ts';
import { readRows } from './read-rows.ts';

/** papers.cool: days and subjects of arXiv, venues, the search, and pages of one or some papers. */
export const paperscool: SiteAdapter = {
  ...SITES.paperscool,
  testPages: [
    'https://papers.cool/arxiv/cs.LG',
    'https://papers.cool/arxiv/cs.LG?date=2026-05-12&show=100',
    'https://papers.cool/arxiv/search?query=tidal+marsh&show=50',
    'https://papers.cool/arxiv/2605.00001',
    'https://papers.cool/arxiv/2605.00001,2605.00002',
    'https://papers.cool/venue/ICML.2025?group=Oral',
    'https://papers.cool/venue/search?query=tidal+marsh',
    'https://papers.cool/venue/aB3xK9qLmZ@OpenReview',
  ],
  recognise,
  read,
  expects,
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked || /^\s*[45]\d\d\s*(?:$|Not Found|Forbidden)/i.test(textOf(find(document, 'h1')))) return undefined;
  const digest = digestFor(asked, shownDay(document));
  if (digest.kind !== 'paper') return digest;
  const panel = asked.kind === 'papers' ? ownPanels(panelsOf(document), asked.ids)[0] : undefined;
  const title = panel && boundText(mathTextOf(panel.title), 2_000).text;
  return title ? { ...digest, title } : digest;
}

function read({ url, document }: Page): Reading {
  const asked = askedBy(url);
  const panels = panelsOf(document);
  const reading = readRows(asked?.kind === 'papers' ? ownPanels(panels, asked.ids) : panels, paperFromPanel);
  return reading.papers.length === 0 && saysNothing(document) ? { ...reading, isEmpty: true } : reading;
}

function expects({ kind, url }: DigestRef): readonly FactName[] {
  // Some venues publish no abstracts, and none of them a day.
  if (kind === 'paper' || !url?.startsWith('https://papers.cool/arxiv/')) return ['authors'];
  return ['authors', 'abstract', 'published'];
}

/** The papers that were asked for; a page of one paper may show related ones below it. */
function ownPanels(panels: readonly Panel[], ids: readonly string[]): Panel[] {
  return panels.filter(({ id }) => id !== undefined && ids.includes(id));
}

/** The one day that the line above a list names, such as `2026-05-13 | Total: 189`. */
function shownDay(document: Document): DigestDate | undefined {
  const days = boundText(textOf(find(document, 'p.info')), 200).text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  return new Set(days).size === 1 ? dayFrom(days[0] ?? '') : undefined;
}

function saysNothing(document: Document): boolean {
  return findAll(document, 'p, div, span').some((element) => /(?:^|\|)\s*Total:\s*0\s*$/.test(textOf(element)));
}
