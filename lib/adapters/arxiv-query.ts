import { boundText } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';

/** A search: its text as it is shown, the same folded for a key, and the address without what only pages or orders it. */
export interface AskedSearch {
  kind: 'search';
  query: string;
  name: string;
  address: string;
}

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const SEARCH_PATH = /^\/search(?:\/([a-z][\w.-]{1,30})?)?\/?$/;
const AUTHOR_PATH = /^\/a\/([\w-]{3,60})\/?$/;
const MOST_TERMS = 20;
const SAME_LIST = new Set(['start', 'size', 'order', 'abstracts', 'source', 'page', 'skip', 'show']);

/**
 * Reads the address of a search, plain, of one archive or advanced, or of an author's list (`/a/author`).
 * @returns undefined for other addresses and for a search without words
 */
export function searchAskedBy(url: URL): AskedSearch | undefined {
  const author = AUTHOR_PATH.exec(url.pathname)?.[1];
  if (author) return asked(`author ${author}`, [], `/a/${author}`);
  const search = SEARCH_PATH.exec(url.pathname);
  if (!search) return undefined;
  const isAdvanced = search[1] === 'advanced';
  const query = isAdvanced ? advancedQuery(url.searchParams) : plainQuery(url.searchParams);
  if (!query) return undefined;
  const bounds = isAdvanced ? boundsOf(url.searchParams) : [search[1] ?? ''];
  return asked(query, bounds, addressOf(search[1] ?? '', url.searchParams));
}

function asked(text: string, bounds: readonly string[], address: string): AskedSearch {
  const query = boundText(text, QUERY_LIMIT).text;
  const whole = [query, ...bounds].filter((part) => part !== '').join(' in ');
  return { kind: 'search', query, name: boundText(foldCase(whole), QUERY_LIMIT).text, address };
}

function plainQuery(params: URLSearchParams): string {
  const text = boundText(params.get('query') ?? '', QUERY_LIMIT).text;
  return text && inField(text, params.get('searchtype'));
}

/** `terms-0-term=night&terms-0-field=title`, `terms-1-operator=AND&…`: the form of the advanced search. */
function advancedQuery(params: URLSearchParams): string {
  const parts: string[] = [];
  for (let n = 0; n < MOST_TERMS; n += 1) {
    const term = boundText(params.get(`terms-${n}-term`) ?? '', QUERY_LIMIT).text;
    if (!term) continue;
    if (parts.length > 0) parts.push(params.get(`terms-${n}-operator`) ?? 'AND');
    parts.push(inField(term, params.get(`terms-${n}-field`)));
  }
  return parts.join(' ');
}

function inField(text: string, field: string | null): string {
  return !field || field === 'all' ? text : `${field} ${text}`;
}

/** The archives and dates within which an advanced search looks. */
function boundsOf(params: URLSearchParams): string[] {
  const archives = [...params].filter(([name, value]) => name.startsWith('classification-') && value === 'y');
  const by = params.get('date-filter_by') ?? 'all_dates';
  const from = by === 'date_range' ? `${params.get('date-from_date') ?? ''}/${params.get('date-to_date') ?? ''}` : '';
  const dates = by === 'specific_year' ? (params.get('date-year') ?? '') : from;
  return [...archives.map(([name]) => name.slice('classification-'.length)), by === 'all_dates' ? '' : dates || by];
}

function addressOf(scope: string, params: URLSearchParams): string {
  const kept = [...params].filter(([name, value]) => !SAME_LIST.has(name) && value !== '');
  return `/search/${scope}?${new URLSearchParams(kept)}`;
}
