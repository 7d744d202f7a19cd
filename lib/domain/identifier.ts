/** The kinds of identifier, strongest first: where two disagree about what a paper is, the earlier kind decides. */
export const IDENTIFIER_KINDS = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 's2'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A strong key of a paper, normalised and without a version: `arxiv:2503.01234`, `doi:10.1234/x`. */
export type Identifier = `${IdentifierKind}:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNN until 2014, YYMM.NNNNN since; before April 2007
// archive[.subject]/YYMMNNN. The subject class is not part of the identity (math.GT/0309136 is math/0309136).
const NEW_ARXIV = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/;
const OLD_ARXIV = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?$/i;
const DOI = /^10\.\d{4,9}\/[^\s\p{Cc}\p{Cs}]{1,300}$/u;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;

const PATTERNS: Record<Exclude<IdentifierKind, 'arxiv' | 'doi'>, RegExp> = {
  openreview: /^[\w-]{5,40}$/,
  acl: /^[\w.-]{5,60}$/,
  pmid: /^\d{1,9}$/,
  s2: /^[0-9a-f]{40}$/,
};

/**
 * Reads an arXiv identifier, with or without version and `arXiv:` prefix.
 * @returns the identifier without its version, or undefined when it has not the form of one
 */
export function arxivIdentifier(text: string): Identifier | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '');
  const modern = NEW_ARXIV.exec(bare);
  if (modern) return `arxiv:${modern[1]}`;
  const old = OLD_ARXIV.exec(bare);
  return old ? `arxiv:${old[1]?.toLowerCase()}/${old[2]}` : undefined;
}

/**
 * Reads a DOI, bare or as an address. DOIs are compared without case (https://www.doi.org/doi_handbook/2_Numbering.html),
 * and a DOI that arXiv gave (10.48550/arXiv.X) is the arXiv identifier X.
 */
export function doiIdentifier(text: string): Identifier | undefined {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase();
  if (!DOI.test(bare)) return undefined;
  const arxiv = ARXIV_DOI.exec(bare);
  return arxiv?.[1] ? arxivIdentifier(arxiv[1]) : `doi:${bare}`;
}

/**
 * Reads an identifier of any kind in its written form `kind:value`, as messages and files carry it.
 * @returns the normalised identifier, or undefined when kind or value is not one that Gleaner knows
 */
export function identifierFrom(text: string): Identifier | undefined {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const value = text.slice(colon + 1).trim();
  if (kind === 'arxiv') return arxivIdentifier(value);
  if (kind === 'doi') return doiIdentifier(value);
  if (kind === 'openreview' || kind === 'acl' || kind === 'pmid' || kind === 's2') {
    return PATTERNS[kind].test(value) ? `${kind}:${value}` : undefined;
  }
  return undefined;
}

/** The kind of an identifier, e.g. `arxiv`. */
export function kindOf(identifier: Identifier): IdentifierKind {
  return identifier.slice(0, identifier.indexOf(':')) as IdentifierKind;
}

/** The value of an identifier without its kind, e.g. `2503.01234`. */
export function valueIn(identifier: Identifier): string {
  return identifier.slice(identifier.indexOf(':') + 1);
}

/** Sorts identifiers: the stronger kind first, then by their text. */
export function byStrength(a: Identifier, b: Identifier): number {
  return IDENTIFIER_KINDS.indexOf(kindOf(a)) - IDENTIFIER_KINDS.indexOf(kindOf(b)) || (a < b ? -1 : 1);
}
