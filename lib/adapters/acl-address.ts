import type { DigestRef } from '../domain/digest.ts';
import { boundText } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';

const SITE = SITES.acl.id;
const HOST: string = SITES.acl.hosts[0];

export const ORIGIN = `https://${HOST}`;

/** What an address asks for; `path` is where a list stands on the site. */
export type Asked =
  | { kind: 'paper'; id: string }
  | { kind: 'listing'; of: 'volumes' | 'events' | 'people'; name: string; path: string };

// https://aclanthology.org/info/ids/: N18-1001 until 2019, 2020.acl-main.1 since; older volumes were given new ids too.
const OLD_ID = /^[A-Z]\d{2}-\d{4}$/i;
const NEW_ID = /^\d{4}\.\w{1,30}-\w{1,30}\.\d{1,5}$/;
const LISTS = ['volumes', 'events', 'people'] as const;
const FILE = /\.(?:bib|endf|pdf|xml)$/;

/** Reads an address; undefined when it is neither a list of papers nor a paper. The front matter of a volume is none. */
export function askedBy(url: URL): Asked | undefined {
  const id = idInPath(url.pathname);
  if (id) return isFrontMatter(id) ? undefined : { kind: 'paper', id };
  const [folder, ...rest] = url.pathname.split('/').filter(Boolean);
  const of = LISTS.find((list) => list === folder);
  // A person's page has stood in a folder of the first letter, and may be marked as not verified.
  const parts = of === 'people' ? rest.filter((part) => part.length > 1) : rest;
  const name = parts.join('/');
  if (!of || !name || parts.length > (of === 'people' ? 2 : 1) || name.length > 300 || FILE.test(name))
    return undefined;
  return { kind: 'listing', of, name, path: `/${of}/${rest.join('/')}/` };
}

/** The id of the paper to which a link leads, such as `/2026.acl-long.1/`; undefined for other links and for files. */
export function idInLink(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href, ORIGIN);
  return url?.hostname === HOST ? idInPath(url.pathname) : undefined;
}

/** Whether an id is of the front matter of a volume: `2026.acl-long.0`, `N18-1000`, and `W18-6300` for workshops. */
export function isFrontMatter(id: string): boolean {
  if (NEW_ID.test(id)) return id.endsWith('.0');
  // Workshops have volumes of two digits, and so had D19 from 5000 on.
  const shortNumber = /^(?:W|C69|D19-[5-9])/.test(id);
  return id.endsWith(shortNumber ? '00' : '000');
}

/** The year that an id holds. */
export function yearOf(id: string): string {
  if (NEW_ID.test(id)) return id.slice(0, 4);
  const year = id.slice(1, 3);
  return Number(year) >= 60 ? `19${year}` : `20${year}`;
}

/** The site's page of a paper. */
export function paperAddress(id: string): string {
  return `${ORIGIN}/${id}/`;
}

/** The digest that is asked for, with its title where the page says one. */
export function digestFor(asked: Asked, shown: string): DigestRef {
  const text = boundText(shown, 500).text;
  const title = text ? { title: text } : {};
  if (asked.kind === 'paper') {
    return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind: 'paper', ...title, url: paperAddress(asked.id) };
  }
  const key = `${SITE}:listing:${asked.of}/${asked.name}`;
  return { key, site: SITE, kind: 'listing', ...title, url: `${ORIGIN}${asked.path}` };
}

function idInPath(path: string): string | undefined {
  const name = /^\/([\w.-]+)\/?$/.exec(path)?.[1] ?? '';
  if (OLD_ID.test(name)) return name.toUpperCase();
  return NEW_ID.test(name) ? name.toLowerCase() : undefined;
}
