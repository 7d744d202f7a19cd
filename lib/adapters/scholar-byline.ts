import { arxivIdentifier, type Identifier } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { dateIn } from './shown-date.ts';

/** What the line below a title says. */
export interface Byline {
  authors: string[];
  /** Whether the line says that it does not name them all. */
  areSome: boolean;
  venue?: string;
  published?: string;
  /** An arXiv identifier that is named as the venue. */
  arxiv?: Identifier;
}

const LONGEST = 2_000;
const VENUE_AND_YEAR = /^(?:(.*?),? )??((?:1[5-9]|20|21)\d\d)$/;
const MORE = /\s*(?:…|\.{3})\s*/;

/**
 * Reads a line such as `A Ode, J Åkervik… - Journal of Rivers, 2026 - rivers.example`. Venue, year and host may each be
 * missing. A venue that is cut by an ellipsis is no venue.
 */
export function bylineIn(text: string): Byline {
  const parts = boundText(text, LONGEST).text.split(/(?:^| )- /);
  const [first = '', ...rest] = parts;
  // Without authors the line begins with the venue and its year.
  if (VENUE_AND_YEAR.test(first)) return { authors: [], areSome: false, ...venueIn(first) };
  const middle = rest.length > 1 ? rest.slice(0, -1).join(' - ') : (rest[0] ?? '');
  const isHost = rest.length === 1 && !VENUE_AND_YEAR.test(middle);
  return { ...authorsIn(first), ...(isHost ? {} : venueIn(middle)) };
}

/** The names in a text such as `A Ode, J Åkervik, ..., L Wen`, in which an ellipsis stands for others. */
export function authorsIn(text: string): Pick<Byline, 'authors' | 'areSome'> {
  const line = boundText(text, LONGEST).text;
  const names = line.split(MORE).flatMap((part) => part.split(/,\s*/));
  return { authors: names.filter((name) => name !== ''), areSome: MORE.test(line) };
}

/** Venue and year in a text such as `Journal of Rivers, 2026`. */
export function venueIn(text: string): Pick<Byline, 'venue' | 'published' | 'arxiv'> {
  const match = VENUE_AND_YEAR.exec(text);
  const venue = (match ? match[1] : text)?.trim();
  const published = dateIn(match?.[2]);
  const arxiv = arxivIdentifier(/\barXiv:(\S+?),?$/.exec(venue ?? '')?.[1] ?? '');
  const isWhole = venue && !MORE.test(venue);
  return { ...(isWhole && { venue }), ...(published && { published }), ...(arxiv && { arxiv }) };
}
