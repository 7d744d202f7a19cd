import type { DigestRef } from '../domain/digest.ts';
import { boundText } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';

const SITE = 'scholar';

/** Google Scholar's own address, to which links within it are relative. */
export const ORIGIN = 'https://scholar.google.com';

/** What an address of Google Scholar asks for. */
export type Asked = { kind: 'search'; query: string; path: string } | { kind: 'listing'; user: string };

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it

/** Reads an address; undefined when it is neither a list of results nor a profile. */
export function askedBy({ pathname, searchParams }: URL): Asked | undefined {
  if (pathname === '/citations') return profileIn(searchParams);
  // `output` asks for a form of citation or for places that hold a book, `scilib` for what the user has saved.
  if (pathname !== '/scholar' || searchParams.has('output') || searchParams.has('scilib')) return undefined;
  const words = boundText(searchParams.get('q') ?? '', QUERY_LIMIT - 40).text;
  for (const name of ['cites', 'cluster']) {
    const id = /^\d{1,25}(?:,\d{1,25}){0,5}$/.exec(searchParams.get(name) ?? '')?.[0];
    if (!id) continue;
    const within = words && `&q=${encodeURIComponent(words)}`;
    return { kind: 'search', query: `${name}:${id} ${words}`.trim(), path: `/scholar?${name}=${id}${within}` };
  }
  return words ? { kind: 'search', query: words, path: `/scholar?q=${encodeURIComponent(words)}` } : undefined;
}

/** The digest that is asked for: key and address follow from what it is, not from how the user came there. */
export function digestFor(asked: Asked, title?: string): DigestRef {
  if (asked.kind === 'listing') {
    const url = `${ORIGIN}/citations?user=${encodeURIComponent(asked.user)}`;
    return { key: `${SITE}:listing:${asked.user}`, site: SITE, kind: 'listing', ...(title && { title }), url };
  }
  const { query, path } = asked;
  const key = `${SITE}:search:${boundText(foldCase(query), QUERY_LIMIT).text}`;
  return { key, site: SITE, kind: 'search', query, url: `${ORIGIN}${path}` };
}

function profileIn(params: URLSearchParams): Asked | undefined {
  const user = /^[\w-]{8,20}$/.exec(params.get('user') ?? '')?.[0];
  const isList = /^(?:list_works)?$/.test(params.get('view_op') ?? '');
  return user && isList ? { kind: 'listing', user } : undefined;
}
