import { type Identifier, kindOf, valueIn } from './identifier.ts';

/** The number of a paper in this library, from 1; newer papers mostly have greater ones. It is never shown and never leaves the library. */
export type PaperId = number;

/** Where a fact came from, the most trusted first. */
export const SOURCES = [
  'arxiv-page',
  'publisher-page',
  'huggingface-data',
  'digest-card',
  'text-file',
  'link',
] as const;
export type Source = (typeof SOURCES)[number];

/** What a page or file says of a paper. Texts are plain, folded and bounded (`plain-text.ts`). */
export interface Facts {
  title: string;
  /** Names as the source spells them, all, in order. */
  authors?: string[];
  /** The authors' own abstract; never a summary that a machine wrote. */
  abstract?: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the source says no more. */
  published?: string;
  venue?: string;
  /** Address of a picture of the paper. Kept, never loaded. */
  thumbnail?: string;
  organisation?: string;
  keywords?: string[];
  /** The page of the paper on the site where it was seen. */
  page?: string;
  /** A PDF that does not follow from an identifier. */
  pdf?: string;
  code?: string;
  project?: string;
}
export type FactName = keyof Facts;

/** Every fact by name; a new fact is added here and in `Facts`, and everything else follows. */
export const FACT_NAMES = [
  'title',
  'authors',
  'abstract',
  'published',
  'venue',
  'thumbnail',
  'organisation',
  'keywords',
  'page',
  'pdf',
  'code',
  'project',
] as const satisfies readonly FactName[];

/** One paper as an adapter or importer read it in one digest. */
export interface ScrapedPaper extends Facts {
  /** At most one of a kind; empty when the page names only a title. */
  identifiers: Identifier[];
  source: Source;
  /** Place in the digest, from 1. */
  rank: number;
  upvotes?: number;
  comments?: number;
}

/** One paper as the library knows it: of every fact, the best that any source said. */
export interface Paper extends Facts {
  id: PaperId;
  identifiers: Identifier[];
  sources: Partial<Record<FactName, Source>>;
}

export type LinkKind = 'arxiv' | 'pdf' | 'page' | 'doi' | 'code' | 'project';
export type Links = Partial<Record<LinkKind, string>>;

/** The value of a paper's identifier of a kind, e.g. `2503.01234` for `arxiv`. */
export function identifierValue(paper: { identifiers: Identifier[] }, kind: string): string | undefined {
  const found = paper.identifiers.find((identifier) => kindOf(identifier) === kind);
  return found && valueIn(found);
}

/** Where a paper can be opened: what a page linked, and what follows from its identifiers. */
export function linksOf(paper: Pick<Paper, 'identifiers' | 'page' | 'pdf' | 'code' | 'project'>): Links {
  const arxiv = identifierValue(paper, 'arxiv');
  const doi = identifierValue(paper, 'doi');
  const links: Links = {};
  if (arxiv) links.arxiv = `https://arxiv.org/abs/${arxiv}`;
  if (arxiv) links.pdf = `https://arxiv.org/pdf/${arxiv}`;
  else if (paper.pdf) links.pdf = paper.pdf;
  if (doi) links.doi = `https://doi.org/${encodeURI(doi)}`;
  if (paper.page) links.page = paper.page;
  if (paper.code) links.code = paper.code;
  if (paper.project) links.project = paper.project;
  return links;
}

/** The address that "open" opens: arXiv, the site's own page, the DOI; undefined when only the title is known. */
export function mainLink(paper: Parameters<typeof linksOf>[0]): string | undefined {
  const links = linksOf(paper);
  return links.arxiv ?? links.page ?? links.doi ?? links.pdf;
}

/** Where a paper known only by its title can be looked for, when the user asks. */
export function titleSearchLink(title: string): string {
  return `https://huggingface.co/papers?q=${encodeURIComponent(title.slice(0, 200).toWellFormed())}`;
}
