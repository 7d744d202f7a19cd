import { type DigestDate, type DigestRef, dateText, dayFrom } from '../domain/digest.ts';
import { arxivIdentifier, type Identifier, identifierFrom, valueIn } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import { foldCase } from '../domain/title-key.ts';
import { decoded } from './decoded.ts';

const SITE = SITES.paperscool.id;
const ORIGIN = 'https://papers.cool';

/** The site's two halves: preprints of arXiv, and what was published at a venue. */
type Branch = 'arxiv' | 'venue';

/** What an address asks for. How many papers are shown (`show`, `skip`) and in what order (`sort`) is no part of it. */
export type Asked =
  | { kind: 'papers'; branch: Branch; ids: string[] }
  | { kind: 'search'; branch: Branch; query: string }
  | { kind: 'listing'; branch: Branch; name: string; group: string; date: DigestDate | undefined };

const LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const MOST_IDS = 500;
// https://arxiv.org/category_taxonomy: a category is an archive, or an archive with a subject; these archives have no hyphen.
const CATEGORY = /^(?:[a-z]+(?:-[a-z]+)?\.[A-Za-z-]{2,10}|[a-z]+-[a-z]+|cs|math|physics|stat|eess|econ|nlin)$/;
const VENUE = /^[\w&+-]+\.[\w.&+-]+$/;
const VENUE_ID = /^[^\s@/,][^\s@/,]*(?:@[\w.-]+)+$/; // 2026.acl-long.1@ACL, Author_Title_of_the_paper@CVPR2025@CVF

/** Reads an address; undefined when it is neither a list nor a search nor papers. */
export function askedBy(url: URL): Asked | undefined {
  const [, branch, rest = ''] = /^\/(arxiv|venue)\/(.+?)\/?$/.exec(decoded(url.pathname)) ?? [];
  if (branch !== 'arxiv' && branch !== 'venue') return undefined;
  if (rest === 'search') {
    const query = boundText(url.searchParams.get('query') ?? '', LIMIT).text;
    return query ? { kind: 'search', branch, query } : undefined;
  }
  const names = rest.split(',').filter(Boolean).slice(0, MOST_IDS);
  const ids = names.flatMap((name) => idFrom(name) ?? []);
  if (ids.length === names.length && ids.length > 0) return { kind: 'papers', branch, ids: [...new Set(ids)] };
  const form = branch === 'arxiv' ? CATEGORY : VENUE;
  if (!names.every((name) => form.test(name) && name.length <= 60)) return undefined;
  const group = boundText(url.searchParams.get('group') ?? '', 100).text;
  const date = branch === 'arxiv' ? dayFrom(url.searchParams.get('date') ?? '') : undefined;
  return { kind: 'listing', branch, name: names.join(','), group, date };
}

/** A paper's id on the site in its normal form: an arXiv id without version, or a name at a venue (`…@OpenReview`). */
export function idFrom(text: string): string | undefined {
  const name = decoded(text);
  const arxiv = arxivIdentifier(name);
  if (arxiv) return valueIn(arxiv);
  return VENUE_ID.test(name) && name.length <= 250 ? name : undefined;
}

/** The identifier that an id of the site is, where it is one. */
export function identifierOf(id: string): Identifier | undefined {
  const at = id.lastIndexOf('@');
  if (at < 0) return arxivIdentifier(id);
  const kind = id.slice(at + 1).toLowerCase();
  return kind === 'openreview' || kind === 'acl' ? identifierFrom(`${kind}:${id.slice(0, at)}`) : undefined;
}

/** The site's page of a paper. */
export function paperAddress(id: string): string {
  return `${ORIGIN}/${id.includes('@') ? 'venue' : 'arxiv'}/${encodedPath(id)}`;
}

/** The digest that is asked for; `shown` is the day that the page bears, where the address names none. */
export function digestFor(asked: Asked, shown?: DigestDate): DigestRef {
  if (asked.kind === 'search') return searchDigest(asked.branch, asked.query);
  if (asked.kind === 'listing') return listDigest(asked, asked.date ?? (asked.branch === 'arxiv' ? shown : undefined));
  const { branch, ids } = asked;
  const [id = '', ...others] = ids;
  if (others.length === 0) return { key: `${SITE}:paper:${id}`, site: SITE, kind: 'paper', url: paperAddress(id) };
  const title = [...ids].sort().join(', ');
  const key = `${SITE}:listing:${boundText(title.replaceAll(', ', ','), LIMIT).text}`;
  const address = `${ORIGIN}/${branch}/${ids.map(encodedPath).join(',')}`;
  const url = address.length <= 2_000 ? { url: address } : {};
  return { key, site: SITE, kind: 'listing', title: boundText(title, LIMIT).text, ...url };
}

function listDigest({ branch, name, group }: Asked & { kind: 'listing' }, date: DigestDate | undefined): DigestRef {
  const title = group ? `${name} ${group}` : name;
  const url = `${ORIGIN}/${branch}/${encodedPath(name)}`;
  if (!date) {
    const asked = group ? `?group=${encodeURIComponent(group)}` : '';
    return { key: `${SITE}:listing:${title}`, site: SITE, kind: 'listing', title, url: url + asked };
  }
  const day = dateText(date);
  return { key: `${SITE}:day:${title}:${day}`, site: SITE, kind: 'day', date, title, url: `${url}?date=${day}` };
}

/** The same words in both halves of the site are two searches. */
function searchDigest(branch: Branch, query: string): DigestRef {
  const folded = boundText(foldCase(query), LIMIT).text;
  const key = `${SITE}:search:${branch === 'venue' ? 'venue:' : ''}${folded}`;
  const url = `${ORIGIN}/${branch}/search?query=${encodeURIComponent(query.toWellFormed())}`;
  return { key, site: SITE, kind: 'search', query, url };
}

function encodedPath(id: string): string {
  return encodeURI(id.toWellFormed()).replaceAll('?', '%3F').replaceAll('#', '%23');
}
