import { type DigestDate, type DigestRef, dateText, dayFrom } from '../domain/digest.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { type Asked, monthOf, RECENT } from './arxiv-address.ts';
import { dateIn } from './shown-date.ts';

const SITE = 'arxiv';
const ANNOUNCED =
  /^(?:Showing new listings|(?:New|Cross|Replacement) submissions|Cross-lists|Replacements) for (.{8,40}?)(?: \(|$)/;

type List = Extract<Asked, { kind: 'list' | 'catchup' }>;

/**
 * The digest that is asked for at a host, named by what the page says of itself.
 * @param headings the texts of its headings
 */
export function digestFor(asked: Asked, host: string, headings: readonly string[]): DigestRef {
  const origin = `https://${host}`;
  if (asked.kind === 'paper') {
    const url = `${origin}/abs/${asked.id}`;
    return { key: `${SITE}:paper:${asked.id}`, site: SITE, kind: 'paper', url };
  }
  if (asked.kind === 'search') {
    const query = statedAuthor(asked.address, headings) ?? asked.query;
    return { key: `${SITE}:search:${asked.name}`, site: SITE, kind: 'search', query, url: `${origin}${asked.address}` };
  }
  return { site: SITE, title: asked.category, ...listDigest(asked, origin, headings) };
}

/** A paper's digest bears the title of the paper. */
export function withTitle(digest: DigestRef, title: string): DigestRef {
  const bounded = boundText(title, LIMITS.title).text;
  return bounded ? { ...digest, title: bounded } : digest;
}

function listDigest(asked: List, origin: string, headings: readonly string[]): Pick<DigestRef, 'key' | 'kind' | 'url'> {
  const { category } = asked;
  const day = asked.kind === 'catchup' ? asked.day : announcedDay(headings);
  if (day) return dated('day', day, { category, url: `${origin}/catchup/${category}/${dateText(day)}?abs=True` });
  const period = asked.kind === 'list' ? asked.period : RECENT;
  const month = monthOf(period) ?? statedMonth(period, headings);
  if (month) return dated('month', month, { category, url: `${origin}/list/${category}/${dateText(month)}` });
  const url = `${origin}/list/${category}/${period}`;
  if (period === 'new' || period === RECENT) return { key: `${SITE}:${period}:${category}`, kind: 'listing', url };
  return { key: `${SITE}:listing:${category}:${period}`, kind: 'listing', url };
}

function dated(kind: 'day' | 'month', date: DigestDate, { category, url }: { category: string; url: string }) {
  return { key: `${SITE}:${kind}:${category}:${dateText(date)}`, kind, date, url };
}

/** "Mira Oduya's articles on arXiv", where the address has an id alone. */
function statedAuthor(address: string, headings: readonly string[]): string | undefined {
  if (!address.startsWith('/a/')) return undefined;
  const name = headings.map((heading) => /^(.{2,200})['’]s articles on arXiv$/.exec(heading)?.[1]).find(Boolean);
  return name && `author ${name}`;
}

/** "Showing new listings for Friday, 14 August 2026"; until 2024 "New submissions for Fri, 13 Oct 23", some with a count. */
function announcedDay(headings: readonly string[]): DigestDate | undefined {
  for (const heading of headings) {
    const text = ANNOUNCED.exec(heading)?.[1];
    const day = text && dayFrom(dateIn(text.replace(/ (\d{2})$/, ' 20$1')) ?? '');
    if (day) return day;
  }
  return undefined;
}

/** "Authors and titles for October 2020", where the address says 2010, which may be a year as well. */
function statedMonth(period: string, headings: readonly string[]): DigestDate | undefined {
  if (!/^\d{4}$/.test(period)) return undefined;
  for (const heading of headings) {
    const text = /^Authors and titles for (?:\S+ in )?([A-Z][a-z]{2,8},? \d{4})$/.exec(heading)?.[1];
    const month = text && monthOf(dateIn(text) ?? '');
    if (month) return month;
  }
  return undefined;
}
