import type { DigestRef } from './digest.ts';
import { arxivIdentifier, doiIdentifier, type Identifier, identifierFrom, kindOf, valueIn } from './identifier.ts';
import { boundText, LIMITS } from './plain-text.ts';

/** The list of papers that the user has saved from links, one by one. */
export const SAVED_LINKS: DigestRef = { key: 'link:saved', site: 'link', kind: 'listing' };

interface LinkForm {
  hosts: readonly string[];
  /** Match on the address's path; the first group is the value. */
  path: RegExp;
  /** The value stands in this parameter instead. */
  parameter?: string;
  identifier(value: string): Identifier | undefined;
}

const ARXIV_FILE = /^\/(?:abs|pdf|html|ps|format)\/(.+?)(?:\.pdf)?\/?$/;

/** Where sites put a paper's identifier in an address. */
const FORMS: readonly LinkForm[] = [
  { hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'], path: ARXIV_FILE, identifier: arxivIdentifier },
  { hosts: ['huggingface.co'], path: /^\/papers\/([^/]+?)(?:\.md)?\/?$/, identifier: arxivIdentifier },
  {
    hosts: ['www.alphaxiv.org', 'alphaxiv.org'],
    path: /^\/(?:abs|pdf|overview)\/(.+?)(?:\.pdf)?\/?$/,
    identifier: arxivIdentifier,
  },
  { hosts: ['papers.cool'], path: /^\/arxiv\/(.+?)\/?$/, identifier: arxivIdentifier },
  {
    hosts: ['openreview.net'],
    path: /^\/(?:forum|pdf)\/?$/,
    parameter: 'id',
    identifier: (value) => identifierFrom(`openreview:${value}`),
  },
  {
    hosts: ['aclanthology.org', 'www.aclanthology.org'],
    // 2024.acl-long.12 and, before 2020, P18-1001; volumes, people and events are no papers.
    path: /^\/(\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4})(?:v\d+)?(?:\.pdf|\.bib)?\/?$/,
    identifier: (value) => identifierFrom(`acl:${value}`),
  },
  { hosts: ['doi.org', 'dx.doi.org', 'www.doi.org'], path: /^\/(10\..+)$/, identifier: doiIdentifier },
  {
    hosts: ['www.semanticscholar.org', 'semanticscholar.org'],
    path: /^\/(?:reader|paper(?:\/[^/]+)?)\/([0-9a-f]{40})(?:\/[^/]*)?$/,
    identifier: (value) => identifierFrom(`s2:${value}`),
  },
  {
    hosts: ['pubmed.ncbi.nlm.nih.gov'],
    path: /^\/(\d{1,9})\/?$/,
    identifier: (value) => identifierFrom(`pmid:${value}`),
  },
  {
    hosts: ['www.biorxiv.org', 'www.medrxiv.org', 'biorxiv.org', 'medrxiv.org'],
    path: /^\/content\/(?:early\/[\d/]+\/)?(10\.\d{4,9}\/[\d.]+)(?:v\d+)?(?:\.[\w.+-]+)*\/?$/,
    identifier: doiIdentifier,
  },
];

/**
 * The paper that a link leads to, by its address alone.
 * @returns undefined for an address that is no paper's on a site known here
 */
export function paperInLink(address: string): Identifier | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const form = FORMS.find(({ hosts, path }) => hosts.includes(url.hostname) && path.test(url.pathname));
  if (!form) return undefined;
  const value = form.parameter ? url.searchParams.get(form.parameter) : decoded(form.path.exec(url.pathname)?.[1]);
  return value ? form.identifier(value) : undefined;
}

/** Where links to papers are recognised, as the browser matches them. */
export const LINK_PATTERNS: readonly string[] = [
  ...['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].flatMap((host) =>
    ['abs', 'pdf', 'html'].map((kind) => `*://${host}/${kind}/*`),
  ),
  'https://huggingface.co/papers/*',
  'https://www.alphaxiv.org/abs/*',
  'https://www.alphaxiv.org/overview/*',
  'https://papers.cool/arxiv/*',
  'https://openreview.net/forum*',
  'https://openreview.net/pdf*',
  'https://aclanthology.org/*',
  '*://doi.org/10.*',
  '*://dx.doi.org/10.*',
  'https://www.semanticscholar.org/paper/*',
  'https://pubmed.ncbi.nlm.nih.gov/*',
  'https://www.biorxiv.org/content/*',
  'https://www.medrxiv.org/content/*',
];

const WRITTEN: Partial<Record<string, string>> = { arxiv: 'arXiv', doi: 'doi', pmid: 'PMID', openreview: 'OpenReview' };

/** What a paper is called until a page tells its title, such as `arXiv:2503.01234`. */
export function standInTitle(identifier: Identifier): string {
  const kind = kindOf(identifier);
  return `${WRITTEN[kind] ?? kind.toUpperCase()}:${valueIn(identifier)}`;
}

const FEWEST_WORDS = 3;
const LONGEST_TITLE = 300;

/**
 * The title that the text of a link is.
 * @returns undefined where it is too short for one ("PDF", "arXiv:2503.01234"), an address, or a whole paragraph
 */
export function titleInLinkText(text: string): string | undefined {
  const { text: folded, cut } = boundText(text, LIMITS.title);
  const words = folded.split(' ').filter((word) => /\p{L}/u.test(word));
  if (cut || folded.length > LONGEST_TITLE || /^(?:https?:\/\/|www\.|doi:|arxiv:)\S*$/i.test(folded)) return undefined;
  return words.length >= FEWEST_WORDS || isUnspaced(folded) ? folded : undefined;
}

/** Chinese and Japanese write a title without a space. */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u.test(text);
}

function decoded(path: string | undefined): string | undefined {
  try {
    return path && decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
