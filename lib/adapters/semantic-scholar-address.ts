import type { DigestRef } from '../domain/digest.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import { foldCase } from '../domain/title-key.ts';

const SITE = SITES.semanticscholar.id;

export const ORIGIN = `https://${SITES.semanticscholar.hosts[0]}`;

/** What an address asks for; `path` is where an author's page stands. */
export type Asked =
  | { kind: 'paper'; id: string }
  | { kind: 'search'; query: string }
  | { kind: 'author'; id: string; name: string; path: string };

const LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const PAPER_PATH = /^\/paper\/(?:[^/]+\/)?([0-9a-f]{40})\/?$/;
const AUTHOR_PATH = /^\/author\/(?:([^/]+)\/)?(\d{1,15})\/?$/;

/** Reads an address; undefined when it is neither a search nor an author's page nor a paper's. */
export function askedBy(url: URL): Asked | undefined {
  const id = PAPER_PATH.exec(url.pathname)?.[1];
  if (id) return { kind: 'paper', id };
  const author = AUTHOR_PATH.exec(url.pathname);
  if (author?.[2]) return { kind: 'author', id: author[2], name: nameIn(author[1] ?? ''), path: author[0] };
  if (!/^\/search\/?$/.test(url.pathname)) return undefined;
  const query = boundText(url.searchParams.get('q') ?? '', LIMIT).text;
  return query ? { kind: 'search', query } : undefined;
}

/** The id of the paper to which a link leads, with or without the paper's name in it; undefined for other links. */
export function idInLink(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href, ORIGIN);
  return url?.origin === ORIGIN ? PAPER_PATH.exec(url.pathname)?.[1] : undefined;
}

/** The site's page of a paper; the name that stands in most links is not part of its address. */
export function paperAddress(id: string): string {
  return `${ORIGIN}/paper/${id}`;
}

/** The digest that is asked for, without a paper's title. */
export function digestFor(asked: Asked): DigestRef {
  if (asked.kind === 'paper') {
    return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind: 'paper', url: paperAddress(asked.id) };
  }
  if (asked.kind === 'author') {
    const { id, name, path } = asked;
    const title = name ? { title: name } : {};
    return { key: `${SITE}:listing:author/${id}`, site: SITE, kind: 'listing', ...title, url: `${ORIGIN}${path}` };
  }
  const { query } = asked;
  const key = `${SITE}:search:${boundText(foldCase(query), LIMIT).text}`;
  return { key, site: SITE, kind: 'search', query, url: `${ORIGIN}/search?q=${encodeURIComponent(query)}` };
}

/** `R.-Baumeister` as a name; empty for what cannot be decoded. */
function nameIn(slug: string): string {
  try {
    return boundText(decodeURIComponent(slug).replaceAll('-', ' '), LIMIT).text;
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
