import type { DigestRef } from '../domain/digest.ts';
import { boundText, foldWhitespace } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';

const SITE = 'pubmed';
const ORIGIN = 'https://pubmed.ncbi.nlm.nih.gov';

/** What an address of PubMed asks for. */
export type Asked =
  | { kind: 'paper'; pmid: string }
  | { kind: 'search'; query: string; path: string }
  | { kind: 'listing'; name: string }
  | { kind: 'trending' };

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const PAPER_PATH = /^\/(\d{1,9})\/?$/;
const COLLECTION_PATH = /^\/collections\/(\d{1,20})\/?$/;

// Lists that belong to one paper, by the names that the site gives them in `?linkname=`.
const LINK_NAMES = new Map([
  ['pubmed_pubmed', 'similar to'],
  ['pubmed_pubmed_citedin', 'cites'],
  ['pubmed_pubmed_refs', 'cited in'],
]);

/** Reads an address; undefined when it is neither a list of papers nor a paper. */
export function askedBy(url: URL): Asked | undefined {
  const pmid = PAPER_PATH.exec(url.pathname)?.[1];
  if (pmid) return { kind: 'paper', pmid };
  const name = COLLECTION_PATH.exec(url.pathname)?.[1];
  if (name) return { kind: 'listing', name };
  if (/^\/trending\/?$/.test(url.pathname)) return { kind: 'trending' };
  return url.pathname === '/' ? searchIn(url.searchParams) : undefined;
}

/** The PMID in a link such as `/12345678/?from_term=x`; undefined when the link leads to no paper. */
export function pmidInLink(href: string | undefined): string | undefined {
  return PAPER_PATH.exec(href?.split(/[?#]/)[0] ?? '')?.[1];
}

/** The site's page of a paper. */
export function paperAddress(pmid: string): string {
  return `${ORIGIN}/${pmid}/`;
}

/** The digest that is asked for: key and address follow from what it is, not from how the user came there. */
export function digestFor(asked: Asked): DigestRef {
  const { kind } = asked;
  if (kind === 'paper') return { key: `${SITE}:paper:${asked.pmid}`, site: SITE, kind, url: paperAddress(asked.pmid) };
  if (kind === 'trending') return { key: `${SITE}:trending`, site: SITE, kind, url: `${ORIGIN}/trending/` };
  if (kind === 'listing') {
    const url = `${ORIGIN}/collections/${asked.name}/`;
    return { key: `${SITE}:listing:${asked.name}`, site: SITE, kind, title: `Collection ${asked.name}`, url };
  }
  const key = `${SITE}:search:${boundText(foldCase(asked.query), QUERY_LIMIT).text}`;
  return { key, site: SITE, kind, query: asked.query, url: `${ORIGIN}${asked.path}` };
}

function searchIn(params: URLSearchParams): Asked | undefined {
  // These formats are plain text: there is nothing to read by its structure.
  if (/^(?:pmid|pubmed)$/.test(params.get('format') ?? '')) return undefined;
  const query = boundText(params.get('term') ?? '', QUERY_LIMIT).text;
  if (query) return { kind: 'search', query, path: `/?term=${encodeURIComponent(query)}` };
  const linkName = /^pubmed_[a-z_]{1,40}$/.exec(params.get('linkname') ?? '')?.[0];
  const uid = /^\d{1,9}$/.exec(foldWhitespace(params.get('from_uid') ?? ''))?.[0];
  if (!linkName || !uid) return undefined;
  const what = LINK_NAMES.get(linkName) ?? linkName;
  return { kind: 'search', query: `${what} PMID ${uid}`, path: `/?linkname=${linkName}&from_uid=${uid}` };
}
