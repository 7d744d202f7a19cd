import { boundText, LIMITS } from '../domain/plain-text.ts';
import { findAll, nextTo, textOf } from './page.ts';
import { dateIn } from './shown-date.ts';

/** What the list of details of a paper or volume says, by its label in lower case: `year`, `doi`, `volume`. */
export type Details = ReadonlyMap<string, Element>;

/** Reads the details of a paper or a volume; of two with one label the first counts. */
export function detailsOf(root: ParentNode): Details {
  const details = new Map<string, Element>();
  for (const label of findAll(root, 'dl > dt')) {
    const name = boundText(textOf(label), LIMITS.short).text.replace(/:$/, '').toLowerCase();
    const value = nextTo(label);
    if (name && value && !details.has(name)) details.set(name, value);
  }
  return details;
}

/** A detail's text; undefined when it is missing or empty. */
export function detailText(details: Details, name: string): string | undefined {
  return boundText(textOf(details.get(name)), LIMITS.short).text || undefined;
}

/** The month, as far as it is said, and the year: `July` or `July–August` of 2026 is `2026-07`. */
export function publishedIn(details: Details): string | undefined {
  const year = detailText(details, 'year');
  const month = /^[A-Za-z]+/.exec(detailText(details, 'month') ?? '')?.[0];
  return dateIn(month && `${month} ${year}`) ?? dateIn(year);
}
