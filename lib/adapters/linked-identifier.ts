import { arxivIdentifier, doiIdentifier, type Identifier, identifierFrom } from '../domain/identifier.ts';
import { decoded } from './decoded.ts';

const ARXIV_PATH = /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/;

/** How each host writes the identifier of a paper into the address of the paper. */
const READERS: Readonly<Record<string, (url: URL) => Identifier | undefined>> = {
  'arxiv.org': ({ pathname }) => arxivIdentifier(ARXIV_PATH.exec(pathname)?.[1] ?? ''),
  'export.arxiv.org': ({ pathname }) => arxivIdentifier(ARXIV_PATH.exec(pathname)?.[1] ?? ''),
  'doi.org': ({ pathname }) => doiIdentifier(decoded(pathname.slice(1))),
  'dx.doi.org': ({ pathname }) => doiIdentifier(decoded(pathname.slice(1))),
  'pubmed.ncbi.nlm.nih.gov': ({ pathname }) => pmidIn(/^\/(\d+)\/?$/.exec(pathname)),
  'ncbi.nlm.nih.gov': ({ pathname }) => pmidIn(/^\/pubmed\/(\d+)\/?$/.exec(pathname)),
  'openreview.net': ({ searchParams }) => identifierFrom(`openreview:${searchParams.get('id') ?? ''}`),
};

/**
 * The identifier of the paper to which a link leads, for links to arXiv, doi.org, PubMed and OpenReview.
 * @returns undefined for every other link, and for a link to these sites that names no paper
 */
export function linkedIdentifier(href: string | undefined): Identifier | undefined {
  const url = href === undefined ? null : URL.parse(href);
  const host = url?.hostname.replace(/^www\./, '') ?? '';
  return url && Object.hasOwn(READERS, host) ? READERS[host]?.(url) : undefined;
}

function pmidIn(match: RegExpExecArray | null): Identifier | undefined {
  return match?.[1] ? identifierFrom(`pmid:${match[1]}`) : undefined;
}
