import { type Identifier, kindOf, valueIn } from '../domain/identifier.ts';
import type { Facts } from '../domain/paper.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { instantIn } from './file-dates.ts';
import { readExtra, sortTags } from './file-status.ts';
import { identifierIn, identifierOfAddress, oneOfAKind } from './find-identifiers.ts';
import { type FileWords, saidIn } from './import-clock.ts';
import { IMPORT_LIMITS, type ImportedPaper, type ImportRead, type RefusalCode } from './imported.ts';

/** A record of any format, as it stands in the file. */
export interface RawPaper extends FileWords {
  title?: string | undefined;
  authors?: readonly string[] | undefined;
  abstract?: string | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  published?: string | undefined;
  venue?: string | undefined;
  organisation?: string | undefined;
  keywords?: readonly string[] | undefined;
  /** Identifiers in any spelling, and addresses that may hold one; the first of a kind counts. */
  names?: readonly (string | undefined)[] | undefined;
  page?: string | undefined;
  pdf?: string | undefined;
  code?: string | undefined;
  project?: string | undefined;
  /** A free text in which Zotero's `Key: value` lines may stand. */
  extra?: string | undefined;
  addedAt?: string | undefined;
  /** Whether the title is only what somebody called a link. */
  isLink?: boolean;
}

/** The title of a paper of which only an identifier is known, such as `arXiv:2401.01234`. */
export function standInTitle(identifier: Identifier): string {
  const kind = kindOf(identifier);
  return `${kind === 'arxiv' ? 'arXiv' : kind}:${valueIn(identifier)}`;
}

/** The paper that a record tells of; undefined when it has neither a title nor an identifier. */
export function gather(raw: RawPaper): ImportedPaper | undefined {
  const extra = readExtra(raw.extra ?? '');
  const sorted = sortTags(raw.tags ?? []);
  const names = [...(raw.names ?? []), ...extra.names, raw.page, raw.pdf];
  const identifiers = oneOfAKind(names.map((name) => (name === undefined ? undefined : identifierIn(name))));
  const title = boundText(raw.title ?? '', LIMITS.title).text;
  const [first] = identifiers;
  if (title === '' && first === undefined) return undefined;
  const said = saidIn({
    ...raw,
    tags: sorted.tags,
    status: raw.status ?? extra.status ?? sorted.status,
    starred: raw.starred || extra.starred || sorted.starred,
    note: [raw.note ?? '', extra.note].filter(Boolean).join('\n\n'),
    saidAt: raw.saidAt ?? raw.addedAt,
    statusAt: raw.statusAt ?? instantIn(extra.statusAt),
  });
  return {
    ...factsOf(raw),
    title: title || (first ? standInTitle(first) : ''),
    identifiers,
    source: title === '' || raw.isLink ? 'link' : 'text-file',
    said,
    ...(raw.addedAt === undefined ? {} : { addedAt: raw.addedAt }),
  };
}

function factsOf(raw: RawPaper): Omit<Facts, 'title'> {
  const facts: Omit<Facts, 'title'> = {};
  const authors = boundNames(raw.authors ?? []);
  if (authors.length > 0) facts.authors = authors;
  const keywords = plainTexts(raw.keywords ?? [], LIMITS.short).slice(0, LIMITS.keywords);
  if (keywords.length > 0) facts.keywords = keywords;
  const abstract = boundText(raw.abstract ?? '', LIMITS.abstract).text;
  if (abstract) facts.abstract = abstract;
  for (const name of ['venue', 'organisation'] as const) {
    const text = boundText(raw[name] ?? '', LIMITS.short).text;
    if (text) facts[name] = text;
  }
  if (raw.published && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(raw.published)) facts.published = raw.published;
  for (const name of ['page', 'pdf', 'code', 'project'] as const) {
    const address = webAddress(raw[name]);
    if (address !== undefined && !followsFromIdentifier(name, address)) facts[name] = address;
  }
  return facts;
}

/** Most files write the address of arXiv or of the DOI, which an identifier says as well. */
function followsFromIdentifier(name: string, address: string): boolean {
  return (name === 'page' || name === 'pdf') && identifierOfAddress(address) !== undefined;
}

function plainTexts(texts: readonly string[], limit: number): string[] {
  return texts.map((text) => boundText(text, limit).text).filter(Boolean);
}

function boundNames(names: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const name of plainTexts(names.slice(0, LIMITS.authors), LIMITS.name)) {
    length += name.length;
    if (length > LIMITS.allAuthors) break;
    kept.push(name);
  }
  return kept;
}

/** Thrown where a file turns out to hold more than `IMPORT_LIMITS`, and caught where reading began. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** Collects what is read of a file, in its order. @throws {TooMuch} by its functions, beyond `IMPORT_LIMITS.entries` */
export function startGathering(): ImportRead & {
  add(raw: RawPaper, line: number, what: string, why?: RefusalCode): void;
  refuse(line: number, what: string, why: RefusalCode): void;
} {
  const papers: ImportedPaper[] = [];
  const refused: ImportRead['refused'] = [];
  const refuse = (line: number, what: string, why: RefusalCode) => {
    refused.push({ line, what: boundText(what.slice(0, 1_000), IMPORT_LIMITS.excerpt).text, why });
    if (refused.length > IMPORT_LIMITS.entries) throw new TooMuch();
  };
  return {
    papers,
    refused,
    refuse,
    add: (raw, line, what, why = 'no-title') => {
      const paper = gather(raw);
      if (paper) papers.push(paper);
      else refuse(line, what, why);
      if (papers.length > IMPORT_LIMITS.entries) throw new TooMuch();
    },
  };
}
