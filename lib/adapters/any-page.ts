import type { DigestRef } from '../domain/digest.ts';
import { kindOf } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { WEB } from '../domain/sites.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { foundInMetas } from './citation-metas.ts';
import { noteFor } from './facts.ts';
import { foundInJsonLd } from './json-ld.ts';
import { attributeOf, find, findAll, textOf } from './page.ts';
import { placeOf } from './page-place.ts';
import { type Found, paperFrom } from './paper-from.ts';
import { type PaperLink, paperLinksOf } from './paper-links.ts';
import { readRows } from './read-rows.ts';

/** What a page holds: one paper that it is about, several, or links to papers. */
type Held = { kind: 'paper'; found: Found } | { kind: 'papers'; all: Found[] } | { kind: 'links'; links: PaperLink[] };

/**
 * Any page that belongs to no site, read when the user asks for it: the page of one paper by its metas or JSON-LD, a list
 * of papers by its JSON-LD, or else the links to papers whose text is a title.
 */
export const anyPage: SiteAdapter = {
  id: WEB,
  label: 'Other pages',
  hosts: [],
  access: 'ask',
  testPages: ['https://journal.example/articles/7'],
  recognise,
  read,
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const held = heldBy(document);
  if (!held) return undefined;
  const { place, address } = placeOf(url);
  const common = { site: WEB, ...(address && { url: address }) };
  if (held.kind !== 'paper') {
    const title = boundText(textOf(find(document, 'title')), LIMITS.short).text;
    return { key: `${WEB}:listing:${place}`, kind: 'listing', ...common, ...(title && { title }) };
  }
  const paper = paperFrom(held.found, () => {});
  return (
    paper && { key: `${WEB}:paper:${paper.identifiers[0] ?? place}`, kind: 'paper', ...common, title: paper.title }
  );
}

function read({ url, document }: Page): Reading {
  const held = heldBy(document);
  if (held?.kind === 'links') return readLinks(held.links);
  if (held?.kind === 'papers') return readSeveral(document, held.all);
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const { address } = placeOf(url);
  const found = held && { ...held.found, page: address ?? held.found.page };
  const paper = found && paperFrom(found, noteFor(reading.problems, 1));
  if (!paper) return reading;
  const heading = find(document, 'h1');
  if (heading) reading.anchors.set(1, heading);
  reading.papers.push({ ...paper, rank: 1 });
  return reading;
}

function heldBy(document: Document): Held | undefined {
  const said = foundInMetas(document);
  const listed = distinct(foundInJsonLd(document));
  const [first, ...others] = listed;
  if (said) return { kind: 'paper', found: filledFrom(said, first && others.length === 0 ? first : undefined) };
  if (first && others.length === 0) return { kind: 'paper', found: first };
  if (first) return { kind: 'papers', all: listed };
  const links = paperLinksOf(document);
  return links.length > 0 ? { kind: 'links', links } : undefined;
}

/** Pages say the same in two places; what the metas lack is taken from a JSON-LD of the same title. */
function filledFrom(said: Found, also: Found | undefined): Found {
  if (!also || nameOf(also) !== nameOf(said)) return said;
  return {
    ...said,
    identifiers: [...said.identifiers, ...also.identifiers],
    authors: said.authors?.length ? said.authors : also.authors,
    abstract: said.abstract ?? also.abstract,
    published: said.published ?? also.published,
    venue: said.venue ?? also.venue,
    pdf: said.pdf ?? also.pdf,
  };
}

function distinct(all: readonly Found[]): Found[] {
  return [...new Map([...all].reverse().map((found) => [nameOf(found), found])).values()].reverse();
}

function nameOf({ title }: Found): string {
  return boundText(title ?? '', LIMITS.title).text;
}

/** Papers of a JSON-LD stand nowhere on the page, but most of them are linked from where they are shown. */
function readSeveral(document: Document, all: readonly Found[]): Reading {
  const links = new Map(
    findAll(document, 'a[href^="http"]').map((link) => [webAddress(attributeOf(link, 'href')), link]),
  );
  const rows = all.map((found) => ({ found, anchor: links.get(found.page) ?? document.documentElement }));
  const reading = readRows(rows, ({ found }, note) => paperFrom(found, note));
  for (const [rank, anchor] of reading.anchors) {
    if (anchor === document.documentElement) reading.anchors.delete(rank);
  }
  return reading;
}

function readLinks(links: readonly PaperLink[]): Reading {
  return readRows(links, ({ anchor, identifier, title }, note) => {
    const isDerived = kindOf(identifier) === 'arxiv' || kindOf(identifier) === 'doi';
    const page = isDerived ? undefined : attributeOf(anchor, 'href');
    return paperFrom({ identifiers: [identifier], source: 'digest-card', title, page }, note);
  });
}
