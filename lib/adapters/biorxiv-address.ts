import type { DigestRef } from '../domain/digest.ts';
import { doiIdentifier, type Identifier, valueIn } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';
import { decoded } from './decoded.ts';

const SITE = 'biorxiv';

/** The two servers, by their hosts. They share their form, and each has lists of its own. */
const SERVERS = new Map([
  ['www.biorxiv.org', 'bioRxiv'],
  ['www.medrxiv.org', 'medRxiv'],
]);

/** What an address of bioRxiv or medRxiv asks for. */
export type Asked =
  | { kind: 'paper'; doi: Identifier }
  | { kind: 'search'; query: string }
  | { kind: 'listing'; name: string; path: string };

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
// A DOI ends in six digits until 2019 and in date and number since; the prefix was 10.1101 until December 2025.
const OWN = String.raw`(?:\d{4}\.\d\d\.\d\d\.)?\d{5,9}`;
const DOI_PATH = new RegExp(String.raw`^/content/(10\.\d{4,9}/${OWN})(?:v\d+)?(?:[./].*)?$`);
const EARLY_PATH = new RegExp(String.raw`^/content/(?:[a-z]+/)?early/\d{4}/\d\d/\d\d/(${OWN})(?:[./v].*)?$`);
const PDF_PATH = /\.pdf$/;
const LIST_PATH = /^\/collection\/([a-z0-9-]{1,100})\/?$/i;
const RECENT_PATH = /^\/content\/(?:early\/recent|(?:[a-z]+\/)?early\/recent)\/?$/;
// `/search/slow%252Brivers%20numresults%3A25%20sort%3Arelevance-rank`: behind the words stand settings.
const SETTINGS = /(?:^|\s)(?:numresults|sort|format_result|jcode|page|cookie|[a-z_]+_flags):.*$/;

/** Reads an address; undefined when it is neither a list of papers nor a paper. */
export function askedBy({ pathname }: URL): Asked | undefined {
  const doi = doiInPath(pathname);
  if (doi) return PDF_PATH.test(pathname) ? undefined : { kind: 'paper', doi };
  if (RECENT_PATH.test(pathname)) return { kind: 'listing', name: 'recent', path: '/content/early/recent' };
  const name = LIST_PATH.exec(pathname)?.[1]?.toLowerCase();
  if (name) return { kind: 'listing', name, path: `/collection/${name}` };
  if (/^\/archive\/?$/.test(pathname)) return { kind: 'listing', name: 'archive', path: '/archive' };
  const query = /^\/search\/(.+)$/.exec(pathname)?.[1];
  return query ? searchFor(query) : undefined;
}

/** The DOI, without version, of the paper to which a path such as `/content/10.1101/2026.05.01.700001v2.full` leads. */
export function doiInPath(path: string): Identifier | undefined {
  const doi = DOI_PATH.exec(path)?.[1];
  if (doi) return doiIdentifier(doi);
  // The oldest form of address names no DOI; all of its time began with 10.1101.
  const own = EARLY_PATH.exec(path)?.[1];
  return own ? doiIdentifier(`10.1101/${own}`) : undefined;
}

/** The DOI of a paper of these servers without the version that is written behind it (`10.1101/123456v2`). */
export function bareDoi(text: string): Identifier | undefined {
  return doiIdentifier(text.trim().replace(new RegExp(String.raw`(?<=/${OWN})v\d+$`), ''));
}

/** The page of a paper on one of the hosts; without a version it leads to the last. */
export function paperAddress(host: string, doi: Identifier): string {
  return `https://${SERVERS.has(host) ? host : 'www.biorxiv.org'}/content/${valueIn(doi)}`;
}

/** The name of the server at a host, as it writes itself. */
export function serverAt(host: string): string {
  return SERVERS.get(host) ?? 'bioRxiv';
}

/** The digest that is asked for: key and address follow from what it is, not from how the user came there. */
export function digestFor(asked: Asked, { hostname }: URL): DigestRef {
  const { kind } = asked;
  if (kind === 'paper') {
    const url = paperAddress(hostname, asked.doi);
    return { key: `${SITE}:paper:${valueIn(asked.doi)}`, site: SITE, kind, url };
  }
  const server = serverAt(hostname);
  const mark = server === 'bioRxiv' ? '' : `${server.toLowerCase()}:`;
  if (kind === 'listing') {
    const title = `${server}: ${asked.name.replaceAll('-', ' ')}`;
    return {
      key: `${SITE}:listing:${mark}${asked.name}`,
      site: SITE,
      kind,
      title,
      url: `https://${hostname}${asked.path}`,
    };
  }
  const { query } = asked;
  const key = `${SITE}:search:${mark}${boundText(foldCase(query), QUERY_LIMIT).text}`;
  return { key, site: SITE, kind, query, url: `https://${hostname}/search/${wordsInPath(query)}` };
}

function searchFor(path: string): Asked | undefined {
  const words = decoded(decoded(path)).replaceAll('+', ' ').replace(SETTINGS, '');
  const query = boundText(words, QUERY_LIMIT).text;
  return query ? { kind: 'search', query } : undefined;
}

/** The site parts words by a plus that is encoded twice; a space begins the settings. */
function wordsInPath(query: string): string {
  return query.split(' ').map(encodeURIComponent).join('%252B');
}
