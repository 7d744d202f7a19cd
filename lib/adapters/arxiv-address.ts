import { type DigestDate, dayFrom } from '../domain/digest.ts';
import { arxivIdentifier, valueIn } from '../domain/identifier.ts';
import { type AskedSearch, searchAskedBy } from './arxiv-query.ts';

/** What an address on arXiv asks for. */
export type Asked =
  | { kind: 'paper'; id: string }
  | { kind: 'list'; category: string; period: string }
  | { kind: 'catchup'; category: string; day: DigestDate; date: string }
  | AskedSearch;

/** The period of a list that begins with today's announcement, and changes with it. */
export const RECENT = 'recent';

const CATEGORY = '[a-z][a-z_-]{1,20}(?:\\.[A-Za-z-]{2,20})?';
const LIST_PATH = new RegExp(`^/list/(${CATEGORY})(?:/([\\w-]{2,10}))?/?$`);
const CATCHUP_PATH = new RegExp(`^/catchup/(${CATEGORY})/(\\d{4}-\\d{2}-\\d{2})/?$`);
const ABS_PATH = /^\/abs\/([\w./-]{5,40}?)\/?$/;
// `pastweek` is the older name of `recent`, `current` is the running month.
const SAME_AS_RECENT = new Set(['recent', 'pastweek', 'current']);

/** Reads an address under arxiv.org; undefined when it is neither a list of papers nor a paper. */
export function askedBy(url: URL): Asked | undefined {
  const path = url.pathname;
  const id = idInPath(path);
  if (id) return { kind: 'paper', id };
  const [, category, period] = LIST_PATH.exec(path) ?? [];
  if (category) return { kind: 'list', category, period: periodFrom(period) };
  const [, caughtUp, date = ''] = CATCHUP_PATH.exec(path) ?? [];
  const day = dayFrom(date);
  if (caughtUp && day) return { kind: 'catchup', category: caughtUp, day, date };
  return searchAskedBy(url);
}

/** The arXiv id, without its version, in a link to an abstract page such as `/abs/2503.01234v2`. */
export function idInLink(href: string | undefined): string | undefined {
  return href && URL.canParse(href, 'https://arxiv.org')
    ? idInPath(new URL(href, 'https://arxiv.org').pathname)
    : undefined;
}

/** An arXiv id without its version; undefined when the text is no such id. */
export function bareId(text: string): string | undefined {
  const identifier = arxivIdentifier(text);
  return identifier && valueIn(identifier);
}

/**
 * The month of a list such as `/list/cs/2405` or `/list/cs/2024-05`. Four digits may also be a year (`2010`): these are
 * no month here, and what the page says of itself decides.
 */
export function monthOf(period: string): DigestDate | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? /^(?!19|20)(\d{2})(\d{2})$/.exec(period) ?? [];
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return undefined;
  const century = Number(year) > 90 ? 1900 : 2000; // arXiv began in 1991
  return { unit: 'month', year: year.length === 4 ? Number(year) : century + Number(year), month: Number(month) };
}

function idInPath(path: string): string | undefined {
  const text = ABS_PATH.exec(path)?.[1];
  return text && bareId(text);
}

function periodFrom(text: string | undefined): string {
  return text === undefined || SAME_AS_RECENT.has(text) ? RECENT : text;
}
