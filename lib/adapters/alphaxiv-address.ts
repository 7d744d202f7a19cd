import type { DigestRef } from '../domain/digest.ts';
import { arxivIdentifier, type Identifier, valueIn } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import { foldCase } from '../domain/title-key.ts';
import { listFrom, parseJson } from './json.ts';

const SITE = SITES.alphaxiv.id;
const HOST = SITES.alphaxiv.hosts[0];

/** What narrows or orders the feed, as the address has it: `subcategories` with `machine-learning`. */
interface Filter {
  name: string;
  values: string[];
}

/** What an address asks for. */
export type Asked =
  | { kind: 'paper'; id: string }
  | { kind: 'search'; query: string; path: string; name: string }
  | { kind: 'listing'; filters: Filter[] };

const LIMIT = 300; // the digest's key holds query and filters, and folding their case may lengthen them
const FILTERS = ['categories', 'customCategories', 'interval', 'organizations', 'sort', 'source', 'subcategories'];
const MOST_VALUES = 10;
const FEED_PATH = /^\/(?:explore|search)?\/?$/;
// Overviews in other languages stand under the language: /zh/overview/2503.01234.
const PAPER_PATH = /^(?:\/[a-z]{2}(?:-[A-Za-z]{2,4})?)?\/(?:abs|overview)\/([^/]+|[a-z-]+(?:\.[A-Z]{2})?\/[^/]+)\/?$/;
const SLUG = /^[\w-][\w.-]{0,99}$/;

/** Reads an address; undefined when it is neither the feed nor a search nor a paper. */
export function askedBy(url: URL): Asked | undefined {
  const id = idInPath(url.pathname);
  if (id) return { kind: 'paper', id };
  if (!FEED_PATH.test(url.pathname)) return undefined;
  const path = url.pathname.replace(/\/$/, '') || '/';
  for (const name of ['q', 'query', 'search']) {
    const query = boundText(plainValue(url.searchParams.get(name) ?? ''), LIMIT).text;
    if (query) return { kind: 'search', query, path, name };
  }
  return path === '/search' ? undefined : { kind: 'listing', filters: filtersOf(url.searchParams) };
}

/** The paper's id in a link such as `/abs/2503.01234v2` or `/abs/some-report`; undefined when the link is to no paper's page. */
export function idInLink(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href, `https://${HOST}/`);
  return url && SITES.alphaxiv.hosts.some((host) => host === url.hostname) ? idInPath(url.pathname) : undefined;
}

/** The arXiv identifier that an id of the site is; papers that are not on arXiv have a name there instead. */
export function identifierOf(id: string): Identifier | undefined {
  return arxivIdentifier(id);
}

/** The site's page of a paper. */
export function paperAddress(id: string, host: string = HOST): string {
  return `https://${host}/abs/${id}`;
}

/** The digest that is asked for. Both hosts show the same lists, so the host is in the address alone. */
export function digestFor(asked: Asked, host: string): DigestRef {
  const { kind } = asked;
  if (kind === 'paper')
    return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind, url: paperAddress(asked.id, host) };
  if (kind === 'listing') return feedDigest(asked.filters, host);
  const { query, path, name } = asked;
  const key = `${SITE}:search:${boundText(foldCase(query), LIMIT).text}`;
  return { key, site: SITE, kind, query, url: `https://${host}${path}?${name}=${encoded(query)}` };
}

function feedDigest(filters: readonly Filter[], host: string): DigestRef {
  const named = filters.map(({ name, values }) => `${name}=${values.join(',')}`).join('&');
  const key = `${SITE}:listing:${boundText(foldCase(named), LIMIT).text || 'explore'}`;
  const title = filters.flatMap(({ values }) => values).join(', ') || 'Explore';
  const asked = filters.map(({ name, values }) => `${name}=${encoded(written(name, values))}`).join('&');
  return { key, site: SITE, kind: 'listing', title, url: `https://${host}/${asked && `?${asked}`}` };
}

/** The site writes what can be several as a JSON list, and everything else as it is. */
function written(name: string, values: readonly string[]): string {
  return name === 'sort' || name === 'interval' || name === 'source' ? values.join(',') : JSON.stringify(values);
}

function filtersOf(params: URLSearchParams): Filter[] {
  return FILTERS.flatMap((name) => {
    const texts = valuesIn(params.get(name) ?? '').map((value) => boundText(value, 100).text);
    const values = [...new Set(texts.filter(Boolean))].sort().slice(0, MOST_VALUES);
    return values.length > 0 ? [{ name, values }] : [];
  });
}

function valuesIn(text: string): string[] {
  const list = listFrom(parseJson(text)).filter((value) => typeof value === 'string');
  return list.length > 0 || text.startsWith('[') ? list : [plainValue(text)];
}

/** The site's router puts a text into quotation marks where it could be taken for something else. */
function plainValue(text: string): string {
  const value = text.startsWith('"') ? parseJson(text) : text;
  return typeof value === 'string' ? value : text;
}

function idInPath(path: string): string | undefined {
  const name = PAPER_PATH.exec(path)?.[1];
  if (!name || /\.(?:md|txt|json|pdf)$/i.test(name)) return undefined; // the same paper as a file, which is no page
  const identifier = arxivIdentifier(name);
  if (identifier) return valueIn(identifier);
  return SLUG.test(name) ? name : undefined;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
