import { doiIdentifier, type Identifier, identifierFrom } from '../domain/identifier.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { namesIn } from './author-name.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { attributeOf, findAll } from './page.ts';
import type { Found } from './paper-from.ts';
import { dateIn } from './shown-date.ts';
import { describedAbstract, statedAbstract } from './stated-abstract.ts';
import { withoutMarkup } from './without-markup.ts';

/** What the metas of a page say, by their names in lower case, in the order of the page. */
type Metas = ReadonlyMap<string, readonly string[]>;

// Names of each fact, the best first. https://scholar.google.com/intl/en/scholar/inclusion.html#indexing lists most;
// HighWire writes DC.*, Springer dc.*, others dcterms.* and prism.*.
const AUTHORS = ['citation_author', 'citation_authors', 'dc.creator', 'dcterms.creator', 'dc.contributor'];
const DOIS = [
  'citation_doi',
  'dc.identifier',
  'dc.identifier.doi',
  'dcterms.identifier',
  'prism.doi',
  'bepress_citation_doi',
];
const DATES = [
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'prism.publicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'citation_year',
];
const VENUES = ['citation_journal_title', 'citation_conference_title', 'citation_inbook_title'];
const ABSTRACTS = ['citation_abstract', 'dcterms.abstract', 'dc.description.abstract'];
const DESCRIPTIONS = ['dc.description', 'dcterms.description'];
const ADDRESSES = ['citation_abstract_html_url', 'citation_fulltext_html_url', 'og:url'];

/**
 * Reads what the metas of a page (`citation_*`, `DC.*`, `prism.*`, `og:url`) say of one paper.
 * @returns what was found; undefined without a `citation_title` and an author or identifier (a list may carry the metas of
 * its journal), and where the metas name several papers
 */
export function foundInMetas(document: Document): Found | undefined {
  const metas = metasOf(document);
  const titles = all(metas, 'citation_title').map((title) => foldWhitespace(withoutMarkup(title.slice(0, 20_000))));
  const title = titles[0];
  const authors = authorsIn(metas);
  const identifiers = identifiersIn(metas);
  if (!title || (authors.length === 0 && identifiers.length === 0)) return undefined;
  if (titles.some((other) => other !== title) && new Set(all(metas, 'citation_doi')).size > 1) return undefined;
  return {
    identifiers,
    source: 'publisher-page',
    title,
    authors,
    abstract: abstractIn(metas),
    published: DATES.flatMap((name) => all(metas, name).map(dateIn)).find((date) => date !== undefined),
    venue: venueIn(metas),
    pdf: pdfIn(metas),
  };
}

function metasOf(document: Document): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of findAll(document, 'meta[content]')) {
    const name = (attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? '').toLowerCase();
    const content = attributeOf(meta, 'content')?.trim();
    if (!name || !content) continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  return metas;
}

function all(metas: Metas, name: string): readonly string[] {
  return metas.get(name) ?? [];
}

/** The authors of the first kind of meta that names any, in the order of the page. */
function authorsIn(metas: Metas): string[] {
  const texts = AUTHORS.map((name) => all(metas, name)).find((list) => list.length > 0) ?? [];
  const names = texts.flatMap(namesIn);
  // Some pages carry all their metas twice.
  const half = names.length / 2;
  const isTwice =
    half >= 1 && Number.isInteger(half) && names.every((name, i) => name === names[(i + half) % (2 * half)]);
  return isTwice && all(metas, 'citation_title').length > 1 ? names.slice(0, half) : names;
}

function identifiersIn(metas: Metas): Identifier[] {
  const arxiv = all(metas, 'citation_arxiv_id').map((id) => identifierFrom(`arxiv:${id}`));
  const dois = DOIS.flatMap((name) => all(metas, name).map(doiIn));
  const pmids = all(metas, 'citation_pmid').map((id) => identifierFrom(`pmid:${id}`));
  return [...arxiv, ...dois, ...pmids].filter((identifier) => identifier !== undefined);
}

/** DC.identifier holds `info:doi/10.…`, `doi:10.…`, the address of a paper or something that is no DOI at all. */
function doiIn(text: string): Identifier | undefined {
  return (
    linkedIdentifier(text) ??
    doiIdentifier(text.replace(/^(?:info:doi\/|urn:doi:|doi[:=\s]\s*|https?:\/\/(?:www\.|dx\.)?doi\.org\/)/i, ''))
  );
}

function abstractIn(metas: Metas): string | undefined {
  const stated = ABSTRACTS.flatMap((name) => all(metas, name).map(statedAbstract));
  const described = DESCRIPTIONS.flatMap((name) => all(metas, name).map(describedAbstract));
  return [...stated, ...described].find((abstract) => abstract !== undefined);
}

function venueIn(metas: Metas): string | undefined {
  const venue = VENUES.map((name) => all(metas, name)[0]).find((name) => name !== undefined);
  return venue && withoutMarkup(venue.slice(0, 4_000));
}

/** A PDF's address may be relative to the page's own, which the metas name too. */
function pdfIn(metas: Metas): string | undefined {
  const base = ADDRESSES.map((name) => all(metas, name)[0]).find((address) => webAddress(address));
  return webAddress(all(metas, 'citation_pdf_url')[0], base);
}
