import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { type Asked, askedBy } from './arxiv-address.ts';
import { digestFor, withTitle } from './arxiv-digest.ts';
import { readEntries } from './arxiv-list.ts';
import { plainest, readAbstractPage } from './arxiv-paper.ts';
import { readResults } from './arxiv-search.ts';
import { attributeOf, find, findAll, mathTextOf } from './page.ts';

/** arXiv: new, recent and monthly lists, catch-up, searches, lists of an author, and the page of one paper. */
export const arxiv: SiteAdapter = {
  ...SITES.arxiv,
  testPages: [
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/list/cs.LG/recent',
    'https://www.arxiv.org/list/math/2026-05?skip=0&show=50',
    'https://arxiv.org/catchup/cs.LG/2026-08-14?abs=True',
    'https://arxiv.org/search/?query=night+birds&searchtype=all',
    'https://arxiv.org/search/advanced?terms-0-term=night&terms-0-field=title',
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/abs/2605.01001v2',
    'https://export.arxiv.org/abs/math/0309136',
  ],
  recognise,
  read,
  expects: ({ kind }): FactName[] => (kind === 'paper' ? [] : ['authors']),
};

/** Titles of pages that the site shows instead of what was asked for. */
const ERROR = new RegExp(
  [
    '^(?:error|bad|invalid|missing|unknown|unexpected|forbidden|listing requires|(?:page )?not found|[45]\\d\\d)\\b',
    '^(?:access denied|internal server error|service unavailable|too many requests|rate exceeded|verify|are you)\\b',
    '^(?:article|paper|author|identifier)\\b.{0,80}\\bnot (?:recognized|found)',
    '^(?:could not find article|no article identifier|incomplete article ident)',
    'temporarily unavailable',
  ].join('|'),
  'i',
);
const NAMED = 'title, meta[name="citation_title"], h1, h2, h3, body > pre';

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  if (!asked) return undefined;
  const named = findAll(document, NAMED);
  const texts = named.map((element) => boundText(mathTextOf(element), LIMITS.title).text);
  const title = attributeOf(
    named.find((element) => attributeOf(element, 'content')),
    'content',
  );
  if (!title && texts.some((text) => ERROR.test(text))) return undefined;
  const digest = digestFor(asked, url.hostname, texts);
  return asked.kind === 'paper' ? withTitle(digest, plainest(title, () => shownTitle(texts)) ?? '') : digest;
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  if (asked?.kind === 'paper') return readAbstractPage(page, asked.id);
  // An author's list has come in both forms.
  if (asked?.kind === 'search' && !find(page.document, 'dl > dt')) return readResults(page.document);
  return readEntries(page.document, showsAbstracts(asked, page.url));
}

/** `/new` always does; a catch-up does when it was asked to. */
function showsAbstracts(asked: Asked | undefined, url: URL): boolean {
  if (asked?.kind === 'catchup') return url.searchParams.get('abs') === 'True';
  return asked?.kind === 'list' && asked.period === 'new';
}

function shownTitle(texts: readonly string[]): string | undefined {
  return texts.find((text) => text.startsWith('Title:'))?.replace(/^Title:\s*/, '');
}
