import { byStrength, type Identifier, kindOf } from '../domain/identifier.ts';
import type { ScrapedPaper, Source } from '../domain/paper.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { AUTHOR_BOUNDS, boundedLink, boundedText, boundedTexts, type Note } from './facts.ts';

/** A paper before it has a place in a list. */
export type Unranked = Omit<ScrapedPaper, 'rank'>;

/** What an adapter found of one paper, as the page has it: unfolded, unbounded, and with gaps. */
export interface Found {
  identifiers: readonly (Identifier | undefined)[];
  source: Source;
  title: string | undefined;
  authors?: readonly (string | undefined)[] | undefined;
  /** The authors' own and whole: never an extract, never a machine's summary. */
  abstract?: string | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  published?: string | undefined;
  venue?: string | undefined;
  keywords?: readonly string[] | undefined;
  page?: string | undefined;
  pdf?: string | undefined;
  code?: string | undefined;
  project?: string | undefined;
  upvotes?: number | undefined;
  comments?: number | undefined;
}

const KEYWORD_BOUNDS = { count: LIMITS.keywords, limit: LIMITS.name };

/**
 * Folds and bounds what was found of a paper; what is missing or empty is left out, and what is bounded is noted.
 * @returns the paper; undefined when it has no title
 */
export function paperFrom(found: Found, note: Note): Unranked | undefined {
  const title = boundedText(found.title, LIMITS.title, 'title', note);
  if (!title) return undefined;
  return {
    identifiers: oneOfEachKind(found.identifiers),
    source: found.source,
    title,
    ...textsOf(found, note),
    ...linksOf(found, note),
    ...(found.upvotes !== undefined && { upvotes: found.upvotes }),
    ...(found.comments !== undefined && { comments: found.comments }),
  };
}

function textsOf(found: Found, note: Note): Partial<Unranked> {
  const authors = boundedTexts(found.authors ?? [], AUTHOR_BOUNDS, 'authors', note);
  const abstract = boundedText(found.abstract, LIMITS.abstract, 'abstract', note);
  const venue = boundedText(found.venue, LIMITS.short, 'venue', note);
  const keywords = boundedTexts(found.keywords ?? [], KEYWORD_BOUNDS, 'keywords', note);
  return {
    ...(authors.length > 0 && { authors }),
    ...(abstract && { abstract }),
    ...(found.published && { published: found.published }),
    ...(venue && { venue }),
    ...(keywords.length > 0 && { keywords }),
  };
}

function linksOf(found: Found, note: Note): Partial<Unranked> {
  const page = boundedLink(found.page, 'page', note);
  const pdf = boundedLink(found.pdf, 'pdf', note);
  const code = boundedLink(found.code, 'code', note);
  const project = boundedLink(found.project, 'project', note);
  return { ...(page && { page }), ...(pdf && { pdf }), ...(code && { code }), ...(project && { project }) };
}

/** Where a page names two of a kind, the first counts. */
function oneOfEachKind(identifiers: Found['identifiers']): Identifier[] {
  const byKind = new Map<string, Identifier>();
  for (const identifier of identifiers) {
    if (identifier && !byKind.has(kindOf(identifier))) byKind.set(kindOf(identifier), identifier);
  }
  return [...byKind.values()].sort(byStrength);
}
