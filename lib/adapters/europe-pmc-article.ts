import { boundText, foldWhitespace, LIMITS } from '../domain/plain-text.ts';
import { titleKey } from '../domain/title-key.ts';
import type { Page } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { pmidOf, type RecordName, recordAddress } from './europe-pmc-address.ts';
import { AUTHOR_LINKS, doiIn, venueIn } from './europe-pmc-row.ts';
import { around, attributeOf, find, findAll, isInside, textOf } from './page.ts';
import type { Found } from './paper-from.ts';
import { withoutFinalDot } from './pubmed-citation.ts';
import { dateIn } from './shown-date.ts';
import { statedAbstract } from './stated-abstract.ts';

const TITLE = '[id="article--current--title"], h1';
const ABSTRACT = '[id="article--abstract--content"]';
const MOST_PARTS = 200;
const DATE = '[id^="citation--id--pub-date"], [id*="--pub-date"]';
// Rows of similar articles stand below the article and have the same form as the results of a search.
const OTHERS = '.citation, [id^="search-results--"], [id*="similar"]';

/** The heading of a record's page. */
export function titleOf(document: Document): Element | undefined {
  return find(document, '[id="article--current--title"]') ?? find(document, 'h1');
}

/** What the page of one record says of it: what it shows, and for the rest its metas, unless they are another paper's. */
export function foundOnPage({ document }: Page, record: RecordName): Found {
  const metas = foundInMetas(document);
  const shown = foundInArticle(document, record);
  if (!metas || isOther(metas, shown)) return shown;
  return {
    ...metas,
    identifiers: [...shown.identifiers, ...metas.identifiers],
    title: shown.title || withoutFinalDot(metas.title ?? ''),
    authors: shown.authors?.length ? shown.authors : metas.authors,
    abstract: shown.abstract ?? metas.abstract,
    published: shown.published ?? metas.published,
    venue: shown.venue ?? metas.venue,
    page: shown.page,
  };
}

/** The site changes its pages in place, and the metas of the record before may stay. */
function isOther(metas: Found, shown: Found): boolean {
  const pmid = shown.identifiers.find((identifier) => identifier?.startsWith('pmid:'));
  if (metas.identifiers.some((other) => pmid && other?.startsWith('pmid:') && other !== pmid)) return true;
  return Boolean(shown.title) && titleKey(shown.title ?? '') !== titleKey(metas.title ?? '');
}

function foundInArticle(document: Document, record: RecordName): Found {
  const title = titleOf(document);
  const parts = partsOf(document);
  const date = findAll(document, DATE).find((element) => !isInside(element, OTHERS));
  const head = headOf(title);
  return {
    identifiers: [pmidOf(record), head && doiIn(head)],
    source: 'publisher-page',
    title: withoutFinalDot(textOf(title)),
    authors: parts.map((link) => textOf(link).trim().replace(/,$/, '')),
    abstract: abstractIn(find(document, ABSTRACT)),
    published: dateIn(textOf(date)),
    venue: head && venueIn(head, date),
    page: recordAddress(record),
  };
}

/** The links of the authors stand between title and abstract. */
function partsOf(document: Document): Element[] {
  const parts = findAll(document, `${TITLE}, ${ABSTRACT}, ${AUTHOR_LINKS}`);
  const start = parts.findIndex((part) => isInside(part, TITLE));
  const rest = parts.slice(start + 1);
  const end = rest.findIndex((part) => isInside(part, `${ABSTRACT}, ${OTHERS}`));
  const links = end < 0 ? rest : rest.slice(0, end);
  return start < 0 ? [] : links.filter((part) => attributeOf(part, 'href') !== undefined);
}

/** The part of the page around the title: the nearest that holds authors, or else a DOI, too. */
function headOf(title: Element | undefined): Element | undefined {
  let part = around(title);
  for (let steps = 0; part && steps < 4; steps += 1) {
    if (find(part, OTHERS)) return undefined;
    if (find(part, `${AUTHOR_LINKS}, a[href*="doi.org/10."], [id*="--doi"]`)) return part;
    part = around(part);
  }
  return undefined;
}

/** Labels of a structured abstract are headings with no space behind them; they become words of it (`Methods: …`). */
function abstractIn(content: Element | undefined): string | undefined {
  if (!content) return undefined;
  let rest = boundText(textOf(content), LIMITS.abstract * 2).text;
  let abstract = '';
  for (const part of findAll(content, 'p, h3, h4, h5, h6').slice(0, MOST_PARTS)) {
    const text = foldWhitespace(textOf(part));
    const at = rest.indexOf(text);
    if (!text || at < 0) continue;
    const behind = rest.slice(at + text.length);
    const isLabel = !isInside(part, 'p') && behind.trim() !== '';
    abstract += `${rest.slice(0, at)} ${isLabel ? `${text.replace(/:$/, '')}:` : text} `;
    rest = behind;
  }
  return statedAbstract(abstract + rest);
}
