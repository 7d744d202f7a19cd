import { doiIdentifier, identifierFrom } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { idInLink, ORIGIN, paperAddress, yearOf } from './acl-address.ts';
import { detailsOf, detailText, publishedIn } from './acl-details.ts';
import type { Page, Reading } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { type Note, noteFor } from './facts.ts';
import { around, attributeOf, find, findAll, isInside, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';

/** Reads the page of one paper: the metas, and what stands in the page alone, which is abstract and month. */
export function readPaper({ document }: Page, id: string): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const root = find(document, '#main') ?? find(document, 'main') ?? document;
  const paper = paperOf(document, root, id, noteFor(reading.problems, 1));
  if (!paper) return reading;
  reading.papers.push({ ...paper, rank: 1 });
  reading.anchors.set(1, find(document, '#title') ?? document.documentElement);
  return reading;
}

function paperOf(document: Document, root: ParentNode, id: string, note: Note): Unranked | undefined {
  const metas = foundInMetas(document);
  const details = detailsOf(root);
  const named = metas?.authors?.length ? metas.authors : authorsIn(root);
  return paperFrom(
    {
      identifiers: [
        identifierFrom(`acl:${id}`),
        ...(metas?.identifiers ?? []),
        doiIdentifier(detailText(details, 'doi') ?? ''),
      ],
      source: 'publisher-page',
      title: metas?.title ?? mathTextOf(find(document, '#title')),
      authors: named,
      abstract: abstractIn(root) ?? metas?.abstract,
      published: longer(metas?.published, publishedIn(details)) ?? yearOf(id),
      venue: metas?.venue ?? volumeIn(root) ?? detailText(details, 'venue') ?? detailText(details, 'venues'),
      page: paperAddress(id),
      pdf: metas?.pdf ?? webAddress(attributeOf(find(root, '#title a[href$=".pdf"]'), 'href'), ORIGIN),
    },
    note,
  );
}

/** Of two dates the one that says more. */
function longer(one: string | undefined, other: string | undefined): string | undefined {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one;
}

/** The people below the title; those among the details are editors. */
function authorsIn(root: ParentNode): string[] {
  const people = findAll(root, 'a[href*="/people/"]').filter((link) => !isInside(link, 'dl'));
  return people.map(textOf);
}

/** The abstract is what stands in one box with the heading that says so. */
function abstractIn(root: ParentNode): string | undefined {
  const headings = findAll(root, 'h3, h4, h5, h6');
  const heading = headings.find((element) => boundText(textOf(element), 100).text === 'Abstract');
  const box = around(heading);
  if (!box || find(box, 'dl, #title')) return undefined;
  return mathTextOf(box).replace(/^\s*Abstract/, '');
}

function volumeIn(root: ParentNode): string | undefined {
  const link = findAll(root, 'dd a[href*="/volumes/"]').find((element) => !idInLink(attributeOf(element, 'href')));
  return link && textOf(link);
}
