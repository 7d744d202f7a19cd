import { identifierValue, type Paper } from '../domain/paper.ts';

/** When a paper was published, as far as it is known. */
export interface Publication {
  year: number;
  /** 1 to 12. */
  month?: number;
}

// https://info.arxiv.org/help/arxiv_identifier.html: both forms begin with YYMM; arXiv began in August 1991.
const ARXIV_MONTH = /^(?:[a-z-]+\/)?(\d{2})(\d{2})/;
const PUBLISHED = /^(\d{4})(?:-(\d{2}))?/;

/** The year and month that the source gave, or else those in the arXiv identifier; undefined when neither is known. */
export function publicationOf(paper: Pick<Paper, 'published' | 'identifiers'>): Publication | undefined {
  const given = PUBLISHED.exec(paper.published ?? '');
  if (given) return publication(Number(given[1]), Number(given[2]));
  const arxiv = ARXIV_MONTH.exec(identifierValue(paper, 'arxiv') ?? '');
  if (!arxiv) return undefined;
  const short = Number(arxiv[1]);
  return publication(short >= 91 ? 1900 + short : 2000 + short, Number(arxiv[2]));
}

function publication(year: number, month: number): Publication {
  return month >= 1 && month <= 12 ? { year, month } : { year };
}
