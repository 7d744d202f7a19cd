import { arxivIdentifier, doiIdentifier, type Identifier, identifierFrom } from '../domain/identifier.ts';
import { webAddress } from '../domain/web-address.ts';

type Find = (url: URL) => Identifier | undefined;

const ARXIV_PATH =
  /^\/(?:abs|pdf|html|ps|format|src|e-print|overview|explore|paper|papers|arxiv)\/((?:[a-z-]+(?:\.[a-z]{2})?\/)?[\d.]+(?:v\d+)?)(?:\.pdf|\.html?)?(?:[/?#]|$)/i;
const arxivPath: Find = ({ pathname }) => arxivIdentifier(ARXIV_PATH.exec(pathname)?.[1] ?? '');
const doiPath: Find = ({ pathname }) => doiIdentifier(decoded(pathname.slice(1)));

/** How each host writes an identifier into its addresses. Hosts are compared without `www.`. */
const HOSTS: ReadonlyMap<string, Find> = new Map<string, Find>([
  ...['arxiv.org', 'export.arxiv.org', 'alphaxiv.org', 'huggingface.co', 'hf.co', 'ar5iv.org'].map(
    (host): [string, Find] => [host, arxivPath],
  ),
  ...['ar5iv.labs.arxiv.org', 'papers.cool', 'browse.arxiv.org', 'lanl.arxiv.org'].map((host): [string, Find] => [
    host,
    arxivPath,
  ]),
  ['doi.org', doiPath],
  ['dx.doi.org', doiPath],
  ['openreview.net', (url) => identifierFrom(`openreview:${url.searchParams.get('id') ?? ''}`)],
  ['aclanthology.org', ({ pathname }) => aclIdentifier(pathname)],
  ['pubmed.ncbi.nlm.nih.gov', ({ pathname }) => identifierFrom(`pmid:${/^\/(\d{1,9})/.exec(pathname)?.[1] ?? ''}`)],
  [
    'semanticscholar.org',
    ({ pathname }) => identifierFrom(`s2:${/\/([0-9a-f]{40})(?:\/|$)/.exec(pathname)?.[1] ?? ''}`),
  ],
  ...['biorxiv.org', 'medrxiv.org'].map((host): [string, Find] => [host, preprintDoi]),
  ...['dl.acm.org', 'link.springer.com', 'onlinelibrary.wiley.com', 'pnas.org', 'science.org', 'journals.plos.org'].map(
    (host): [string, Find] => [host, anyDoi],
  ),
  ['nature.com', ({ pathname }) => natureDoi(pathname)],
]);

function aclIdentifier(pathname: string): Identifier | undefined {
  const name = /^\/((?:[A-Z]\d{2}-\d{4})|(?:\d{4}\.[a-z0-9-]+\.\d+))(?:\.pdf)?\/?$/i.exec(pathname)?.[1];
  return name === undefined ? undefined : identifierFrom(`acl:${name}`);
}

function preprintDoi({ pathname }: URL): Identifier | undefined {
  const found = /\/(10\.\d{4,9}\/[\d.]+?)(?:v\d+)?(?:\.[a-z]|\/|$)/i.exec(pathname)?.[1];
  return found === undefined ? undefined : doiIdentifier(found);
}

function natureDoi(pathname: string): Identifier | undefined {
  const name = /^\/articles\/([a-z]\d[\w.-]{5,40}?)(?:\.pdf)?\/?$/.exec(pathname)?.[1];
  return name === undefined ? undefined : doiIdentifier(`10.1038/${name}`);
}

function anyDoi({ pathname, searchParams }: URL): Identifier | undefined {
  const found = /\/(10\.\d{4,9}\/[^?#]{1,300})/.exec(decoded(pathname))?.[1] ?? searchParams.get('id') ?? '';
  return doiIdentifier(found.replace(/\/(?:full|pdf|abstract|epdf|meta)\/?$/, ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The identifier that an address of a known site leads to; undefined for any other address. */
export function identifierOfAddress(text: string): Identifier | undefined {
  const address = webAddress(text);
  if (address === undefined) return undefined;
  const url = new URL(address);
  const find = HOSTS.get(url.hostname.replace(/^www\./, ''));
  return find?.(url);
}

/** An identifier as a field of a file may hold it: bare, with its prefix, or as an address. */
export function identifierIn(text: string): Identifier | undefined {
  const plain = text.slice(0, 2_000).trim();
  if (/^https?:/i.test(plain)) return identifierOfAddress(plain);
  const pmid = /^(?:pmid|pubmed)[:\s]\s*(\d{1,9})$/i.exec(plain)?.[1];
  if (pmid !== undefined) return identifierFrom(`pmid:${pmid}`);
  return arxivIdentifier(plain.replace(/\s*\[[^\]]*\]$/, '')) ?? doiIdentifier(plain) ?? identifierFrom(plain);
}

/** The first identifier of each kind. */
export function oneOfAKind(found: readonly (Identifier | undefined)[]): Identifier[] {
  const kinds = new Map<string, Identifier>();
  for (const one of found) {
    const kind = one?.slice(0, one.indexOf(':'));
    if (one !== undefined && kind !== undefined && !kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}
