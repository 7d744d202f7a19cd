import type { DigestRef } from '../domain/digest.ts';
import { identifierFrom } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { titleKey } from '../domain/title-key.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Page, Reading } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { type Note, noteFor } from './facts.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { digestFor, forumAddress, noteInPdfLink, ORIGIN } from './openreview-address.ts';
import { authorsIn, hrefsIn, metaFrom, textsOf } from './openreview-note.ts';
import { around, attributeOf, childrenOf, find, mathTextOf } from './page.ts';
import { type Found, paperFrom, type Unranked } from './paper-from.ts';

const REPLIES = '#forum-replies, #note-children, #note_children';
const TITLE = 'h2.citation_title';
const silent: Note = () => {};
const PDF = 'meta[name="citation_pdf_url"]';

/** The digest of a forum, named by the paper's title where the page says it. */
export function forumDigest({ document }: Page, id: string): DigestRef {
  const title = boundText(ownMetas(document, id)?.title ?? mathTextOf(heading(document)), LIMITS.title).text;
  return { ...digestFor({ kind: 'forum', id }), ...(title && { title }) };
}

/** Reads the paper of a forum. Reviews and comments below it are no papers, whatever fields they have. */
export function readForum({ document }: Page, id: string): Reading {
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const paper = paperOf(document, id, noteFor(reading.problems, 1));
  if (!paper) return reading;
  reading.papers.push({ ...paper, rank: 1 });
  reading.anchors.set(1, heading(document) ?? document.documentElement);
  return reading;
}

function paperOf(document: Document, id: string, note: Note): Unranked | undefined {
  const metas = ownMetas(document, id);
  // The metas name everyone, the page twenty; names that come with institutions go into the metas as "[object Object]".
  const named = metas?.authors?.some((name) => name?.startsWith('[object ')) ? undefined : metas?.authors;
  const shown = shownBy(document, id, named?.length ? silent : note);
  return paperFrom(
    {
      ...shown,
      identifiers: [...shown.identifiers, ...(metas?.identifiers ?? [])],
      // The metas hold title and abstract as they were typed in, with their TeX.
      title: metas?.title ?? shown.title,
      authors: named?.length ? named : shown.authors,
      abstract: metas?.abstract ?? shown.abstract,
      published: metas?.published ?? shown.published,
      venue: shown.venue ?? metas?.venue,
      pdf: shown.pdf ?? metas?.pdf,
    },
    note,
  );
}

/** What the page shows of the paper above its replies. */
function shownBy(document: Document, id: string, note: Note): Found {
  const title = heading(document);
  const box = around(title);
  const top = find(document, '.forum-note') ?? around(box);
  const { elsewhere, ...texts } = top ? textsOf(top, REPLIES) : { elsewhere: [] };
  const links = [...hrefsIn(box), ...elsewhere];
  const pdf = links.find((href) => noteInPdfLink(href) === id);
  return {
    identifiers: [identifierFrom(`openreview:${id}`), ...links.map(linkedIdentifier)],
    source: 'publisher-page',
    title: mathTextOf(title),
    authors: authorsIn(top && find(top, '.forum-authors, h3'), note),
    ...texts,
    ...metaFrom(childrenOf(around(top && find(top, '.item')))),
    page: forumAddress(id),
    pdf: webAddress(pdf, ORIGIN),
  };
}

function heading(document: Document): Element | undefined {
  return find(document, TITLE) ?? find(document, 'main h2');
}

/** The metas, unless a way through the site without a load has left those of another paper behind. */
function ownMetas(document: Document, id: string): Found | undefined {
  const metas = foundInMetas(document);
  const named = noteInPdfLink(attributeOf(find(document, PDF), 'content'));
  if (!metas?.title || named === id) return metas;
  const shown = mathTextOf(heading(document));
  return named === undefined && titleKey(shown) === titleKey(metas.title) ? metas : undefined;
}
