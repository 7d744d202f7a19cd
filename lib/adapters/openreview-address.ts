import type { DigestRef } from '../domain/digest.ts';
import { identifierFrom } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import { foldCase } from '../domain/title-key.ts';

const SITE = SITES.openreview.id;

export const ORIGIN = `https://${SITES.openreview.hosts[0]}`;

/** What an address asks for. */
export type Asked =
  | { kind: 'forum'; id: string }
  | { kind: 'group' | 'submissions'; group: string }
  | { kind: 'search'; query: string };

const LIMIT = 300; // the digest's key holds the group or the query, and folding its case may lengthen it
// The desks of a venue's people show work in confidence, and no list of its papers.
const DESK = /\/(?:\w+_)?(?:Authors|Reviewers|Chairs|Editors|Editors_In_Chief)$/;

/** Reads an address; undefined when it is neither a forum nor a venue's list nor a search for papers. */
export function askedBy(url: URL): Asked | undefined {
  const path = url.pathname.replace(/\/$/, '');
  const value = (name: string) => boundText(url.searchParams.get(name) ?? '', LIMIT).text;
  if (path === '/forum') {
    const id = noteId(value('id'));
    return id ? { kind: 'forum', id } : undefined;
  }
  if (path === '/search') {
    const query = value('term');
    return query && value('source') !== 'reply' ? { kind: 'search', query } : undefined;
  }
  if (path !== '/group' && path !== '/submissions') return undefined;
  const group = value(path === '/group' ? 'id' : 'venue');
  // What begins with a tilde is a person.
  if (!group || group.startsWith('~') || DESK.test(group)) return undefined;
  return { kind: path === '/group' ? 'group' : 'submissions', group };
}

/** The id of the paper to which a link leads; undefined for other links, and for links to a reply below a paper. */
export function noteInLink(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href, ORIGIN);
  if (url?.origin !== ORIGIN || url.pathname !== '/forum') return undefined;
  const id = url.searchParams.get('id') ?? '';
  return (url.searchParams.get('noteId') ?? id) === id ? noteId(id) : undefined;
}

/** The id in a link to a paper's PDF, such as `/pdf?id=X` or `/attachment?id=X&name=pdf`. */
export function noteInPdfLink(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href, ORIGIN);
  return url?.origin === ORIGIN ? noteId(url.searchParams.get('id') ?? '') : undefined;
}

/** The site's page of a paper. */
export function forumAddress(id: string): string {
  return `${ORIGIN}/forum?id=${id}`;
}

/** The digest that is asked for, without a paper's title. */
export function digestFor(asked: Asked): DigestRef {
  if (asked.kind === 'forum') {
    return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind: 'paper', url: forumAddress(asked.id) };
  }
  if (asked.kind === 'search') {
    const { query } = asked;
    const key = `${SITE}:search:${boundText(foldCase(query), LIMIT).text}`;
    return { key, site: SITE, kind: 'search', query, url: `${ORIGIN}/search?term=${encodeURIComponent(query)}` };
  }
  const { kind, group } = asked;
  const id = encodeURIComponent(group).replaceAll('%2F', '/');
  const title = nameOf(group);
  if (kind === 'group') return listing(group, title, `/group?id=${id}`);
  return listing(`submissions/${group}`, `${title} Submissions`, `/submissions?venue=${id}`);
}

function listing(name: string, title: string, path: string): DigestRef {
  return { key: `${SITE}:listing:${name}`, site: SITE, kind: 'listing', title, url: `${ORIGIN}${path}` };
}

/** A group as the site names it in its headings: `ICLR.cc/2026/Conference` is `ICLR 2026 Conference`. */
function nameOf(group: string): string {
  const parts = group.split('/').filter((part) => part && part !== '-');
  const words = parts.map((part, index) => (index === 0 ? part.replace(/\.\w{2,4}$/, '') : part));
  return words.join(' ').replaceAll('_', ' ') || group;
}

function noteId(text: string): string | undefined {
  return identifierFrom(`openreview:${text}`) && text.trim();
}
