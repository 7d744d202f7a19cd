import { type DigestDate, type DigestRef, dateText, dayFrom } from '../domain/digest.ts';
import { arxivIdentifier, valueIn } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { foldCase } from '../domain/title-key.ts';

export const SITE = 'huggingface';
export const ORIGIN = 'https://huggingface.co';

/** What an address under `/papers` asks for, or what a page's data says it is. */
export type Asked =
  | { kind: 'paper'; id: string }
  | { kind: 'search'; query: string }
  | { kind: 'trending' }
  | { kind: 'listing' }
  | Period;
export type Period = { kind: 'day' | 'week' | 'month'; date: DigestDate };

const QUERY_LIMIT = 300; // the digest's key holds the query, and folding its case may lengthen it
const PAPER_PATH = /^\/papers\/(\d{4}\.\d{4,5}(?:v\d+)?)\/?$/;
const LIST_PATH = /^\/papers(?:\/(date|week|month|trending)(?:\/([^/]*))?)?\/?$/;

/** Reads an address; undefined when it is neither a list of papers nor a paper. */
export function askedBy(url: URL): Asked | undefined {
  const id = idInLink(url.pathname);
  if (id) return { kind: 'paper', id };
  const list = LIST_PATH.exec(url.pathname);
  if (!list) return undefined;
  const query = boundText(url.searchParams.get('q') ?? '', QUERY_LIMIT).text;
  if (query) return { kind: 'search', query };
  if (list[1] === 'trending') return { kind: 'trending' };
  // Until 2025 the day stood in `?date=`, and older pages still link to it.
  return periodFrom(list[2] ?? url.searchParams.get('date') ?? '') ?? { kind: 'listing' };
}

/** Reads the name that the site gives to a period: `2026-05-12` (or an instant of that day), `2026-W20`, `2026-05`. */
export function periodFrom(text: string): Period | undefined {
  if (!text.startsWith('20')) return undefined; // the list begins in 2023
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) return weekFrom(Number(week[1]), Number(week[2]));
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month) return { kind: 'month', date: { unit: 'month', year: Number(month[1]), month: Number(month[2]) } };
  const date = dayFrom(text);
  return date && { kind: 'day', date };
}

/** The arXiv id in an address such as `/papers/2503.01234#community`; undefined when the address names no paper. */
export function idInLink(href: string | undefined): string | undefined {
  const path = href?.split(/[#?]/)[0] ?? '';
  const id = PAPER_PATH.exec(path)?.[1];
  return id && bareId(id);
}

/** An arXiv id without its version; undefined when the text is no such id. */
export function bareId(text: string): string | undefined {
  const identifier = arxivIdentifier(text);
  return identifier && valueIn(identifier);
}

/** The site's page of a paper. */
export function paperAddress(id: string): string {
  return `${ORIGIN}/papers/${id}`;
}

/** The digest that is asked for: key and address follow from what it is, not from how the user came there. */
export function digestFor(asked: Asked): DigestRef {
  const { kind } = asked;
  if (kind === 'paper') return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind, url: paperAddress(asked.id) };
  if (kind === 'search') return searchDigest(asked.query);
  if (kind === 'trending') return { key: `${SITE}:trending`, site: SITE, kind, url: `${ORIGIN}/papers/trending` };
  if (kind === 'listing') return { key: `${SITE}:listing`, site: SITE, kind, url: `${ORIGIN}/papers` };
  const text = dateText(asked.date);
  const key = `${SITE}:${kind}:${text}`;
  return { key, site: SITE, kind, date: asked.date, url: `${ORIGIN}/papers${periodPath(asked, text)}` };
}

function searchDigest(text: string): DigestRef {
  const query = boundText(text, QUERY_LIMIT).text;
  const url = `${ORIGIN}/papers?q=${encodeURIComponent(query.toWellFormed())}`;
  return {
    key: `${SITE}:search:${boundText(foldCase(query), QUERY_LIMIT).text}`,
    site: SITE,
    kind: 'search',
    query,
    url,
  };
}

function periodPath({ kind, date }: Period, text: string): string {
  if (kind !== 'day') return `/${kind}/${text}`;
  // A day without a year has no address of its own.
  return date.unit === 'day' && date.year !== undefined ? `/date/${text}` : '';
}

function weekFrom(year: number, week: number): Period | undefined {
  return week >= 1 && week <= 53 ? { kind: 'week', date: { unit: 'week', year, week } } : undefined;
}
