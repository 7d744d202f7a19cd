import type { DigestRef } from '../domain/digest.ts';
import { type Identifier, identifierFrom } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';

const SITE = 'europepmc';
const ORIGIN = 'https://europepmc.org';

/** A record of the site: where it came from (`MED`, `PMC`, `PPR`, …) and its name there. */
export interface RecordName {
  source: string;
  id: string;
}

/** What an address of Europe PMC asks for. */
export type Asked = ({ kind: 'paper' } & RecordName) | { kind: 'search'; query: string };

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const RECORD_PATH = /^\/(?:article|abstract)\/([a-z]{3})\/([a-z0-9-]{1,40})\/?$/i;
const FULL_TEXT_PATH = /^\/articles\/(pmc\d{1,9})\/?$/i;

/** Reads an address; undefined when it is neither a search nor a record. */
export function askedBy(url: URL): Asked | undefined {
  const record = recordIn(url.pathname);
  if (record) return { kind: 'paper', ...record };
  if (!/^\/search\/?$/.test(url.pathname)) return undefined;
  const query = boundText(url.searchParams.get('query') ?? '', QUERY_LIMIT).text;
  return query ? { kind: 'search', query } : undefined;
}

/** The record in an address or link such as `/article/MED/12345678`; undefined when it leads elsewhere. */
export function recordIn(href: string | undefined): RecordName | undefined {
  const path = (href ?? '').split(/[?#]/)[0]?.replace(/^https?:\/\/(?:www\.)?europepmc\.org(?=\/)/i, '') ?? '';
  const full = FULL_TEXT_PATH.exec(path)?.[1];
  if (full) return { source: 'PMC', id: full.toUpperCase() };
  const [, source, id] = RECORD_PATH.exec(path) ?? [];
  return source && id ? { source: source.toUpperCase(), id: id.toUpperCase() } : undefined;
}

/** A record's identifier: those from MEDLINE go by their PMID, the others have a name of the site's own. */
export function pmidOf({ source, id }: RecordName): Identifier | undefined {
  return source === 'MED' ? identifierFrom(`pmid:${id}`) : undefined;
}

/** The site's page of a record. */
export function recordAddress({ source, id }: RecordName): string {
  return `${ORIGIN}/article/${source}/${id}`;
}

/** The digest that is asked for: key and address follow from what it is, not from how the user came there. */
export function digestFor(asked: Asked): DigestRef {
  if (asked.kind === 'paper') {
    const key = `${SITE}:paper:${asked.source}/${asked.id}`;
    return { key, site: SITE, kind: 'paper', url: recordAddress(asked) };
  }
  const { query } = asked;
  const key = `${SITE}:search:${boundText(foldCase(query), QUERY_LIMIT).text}`;
  return { key, site: SITE, kind: 'search', query, url: `${ORIGIN}/search?query=${encodeURIComponent(query)}` };
}
