import { isDay } from '../domain/digest.ts';
import { identifierValue, type Paper } from '../domain/paper.ts';

/** When a paper was published, as far as it is known. */
export interface Publication {
  year: number;
  /** 1 to 12. */
  month?: number;
  /** 1 to 31; only with a month. */
  day?: number;
}

// https://info.arxiv.org/help/arxiv_identifier.html: both forms begin with YYMM; arXiv began in August 1991.
const ARXIV_MONTH = /^(?:[a-z-]+\/)?(\d{2})(\d{2})/;
const PUBLISHED = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;

/** The date that the source gave, or else year and month of the arXiv identifier; undefined when neither is known. */
export function publicationOf(paper: Pick<Paper, 'published' | 'identifiers'>): Publication | undefined {
  const given = PUBLISHED.exec(paper.published ?? '');
  if (given) return publication(Number(given[1]), Number(given[2]), Number(given[3]));
  const arxiv = ARXIV_MONTH.exec(identifierValue(paper, 'arxiv') ?? '');
  if (!arxiv) return undefined;
  const short = Number(arxiv[1]);
  return publication(short >= 91 ? 1900 + short : 2000 + short, Number(arxiv[2]), 0);
}

/** A date as ISO 8601 has it, as far as it is known: `2024-01-23`, `2024-01` or `2024`. */
export function isoDate({ year, month, day }: Publication): string {
  return dateParts({ year, ...(month ? { month } : {}), ...(month && day ? { day } : {}) })
    .map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0'))
    .join('-');
}

/** Year, month and day, as many as are known. */
export function dateParts({ year, month, day }: Publication): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}

function publication(year: number, month: number, day: number): Publication {
  if (!(month >= 1 && month <= 12)) return { year };
  return isDay(month, day, year) ? { year, month, day } : { year, month };
}
