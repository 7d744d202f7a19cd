import { type Identifier, kindOf } from '../domain/identifier.ts';
import type { Page } from './adapter.ts';
import { bareDoi, paperAddress, serverAt } from './biorxiv-address.ts';
import { authorsIn } from './biorxiv-row.ts';
import { foundInMetas } from './citation-metas.ts';
import { find, findAll, mathTextOf } from './page.ts';
import type { Found } from './paper-from.ts';
import { statedAbstract } from './stated-abstract.ts';

/** What the page of one preprint says of it: its metas, which are whole, and for the rest what it shows. */
export function foundOnPage({ url, document }: Page, doi: Identifier): Found {
  const metas = metasOf(document, doi);
  const heading = find(document, 'h1');
  return {
    ...metas,
    identifiers: [doi, ...(metas?.identifiers ?? [])],
    source: 'publisher-page',
    title: metas?.title ?? mathTextOf(heading),
    authors: metas?.authors?.length ? metas.authors : shownAuthors(document),
    abstract: abstractIn(document) ?? metas?.abstract,
    venue: metas?.venue ?? serverAt(url.hostname),
    page: paperAddress(url.hostname, doi),
  };
}

/** The metas, unless they are another paper's. */
function metasOf(document: Document, doi: Identifier): Found | undefined {
  const metas = foundInMetas(document);
  const dois = (metas?.identifiers ?? []).filter((identifier) => identifier && kindOf(identifier) === 'doi');
  const isOther = dois.length > 0 && !dois.some((other) => other && bareDoi(other.slice(4)) === doi);
  if (!metas || isOther) return undefined;
  return {
    ...metas,
    identifiers: metas.identifiers.filter((identifier) => identifier && kindOf(identifier) !== 'doi'),
  };
}

function shownAuthors(document: Document): string[] {
  const list = find(document, '.highwire-citation-authors');
  return list ? authorsIn(list) : [];
}

/** The paragraphs of the first section that is named as the abstract; a graphical one follows under a later number. */
function abstractIn(document: Document): string | undefined {
  const section = find(document, '[id="abstract-1"]');
  const paragraphs = section ? findAll(section, 'p').map((part) => mathTextOf(part).trim()) : [];
  return statedAbstract(paragraphs.join(' '));
}
