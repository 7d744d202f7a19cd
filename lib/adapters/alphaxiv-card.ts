import { boundText, LIMITS } from '../domain/plain-text.ts';
import { identifierOf, idInLink, paperAddress } from './alphaxiv-address.ts';
import { authorsBeside, authorsStyled } from './alphaxiv-authors.ts';
import type { Note } from './facts.ts';
import { around, attributeOf, find, findAll, isInside, isLeaf, mathTextOf, textOf } from './page.ts';
import { paperFrom, type Unranked } from './paper-from.ts';
import type { Row } from './read-rows.ts';
import { dateIn } from './shown-date.ts';

/** One paper of the feed: its element, and the links in it to the paper. */
export interface Card extends Row {
  id: string;
  links: Element[];
}

const PAPER_LINK = 'a[href*="/abs/"]';
const TITLE = 'h1, h2, h3, h4, .html-renderer, .tiptap';
const DATE = /^(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},) \d{4}$/;
const COUNT = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/;

/**
 * The cards of a page, in its order. A card is found from its link: it is the nearest framed box, or else the largest
 * element, that holds links to this paper and to no other.
 */
export function cardsOf(document: Document): Card[] {
  const byId = new Map<string, Element[]>();
  for (const link of findAll(document, PAPER_LINK)) {
    const id = isInside(link, 'nav, aside, footer') ? undefined : idInLink(attributeOf(link, 'href'));
    if (id) byId.set(id, [...(byId.get(id) ?? []), link]);
  }
  const ends = new Set<Element>([document.documentElement, document.body, ...findAll(document, 'main')]);
  const owners = ownersOf(byId, ends);
  return [...byId].flatMap(([id, links]) => {
    const titled = links.filter((link) => textOf(link).trim() !== '');
    const first = titled[0];
    return first ? [{ id, links: titled, anchor: boxAround(first, id, owners) }] : [];
  });
}

/** Reads what one card shows. Its text is a machine's summary and never taken. */
export function paperFromCard({ anchor, id, links }: Card, note: Note): Unranked | undefined {
  const date = findAll(anchor, 'span, time, div, p').find((element) => isLeaf(element) && DATE.test(short(element)));
  const beside = date ? authorsBeside(date, PAPER_LINK, note) : [];
  return paperFrom(
    {
      identifiers: [identifierOf(id)],
      source: 'digest-card',
      title: titleIn(links),
      authors: beside.length > 0 ? beside : authorsStyled(anchor, note),
      published: date && dateIn(short(date)),
      page: paperAddress(id),
      upvotes: likesIn(anchor),
    },
    note,
  );
}

/** Who owns each element around a link: the one paper that it holds links to, or nobody where it holds several. */
function ownersOf(byId: ReadonlyMap<string, Element[]>, ends: ReadonlySet<Element>): Map<Element, string | undefined> {
  const owners = new Map<Element, string | undefined>();
  for (const [id, links] of byId) {
    for (const link of links) {
      for (let element = around(link); element && !ends.has(element); element = around(element)) {
        const isKnown = owners.has(element);
        // What lies around an element that was passed before has been passed too.
        if (isKnown && (owners.get(element) ?? id) === id) break;
        owners.set(element, isKnown ? undefined : id);
      }
    }
  }
  return owners;
}

function boxAround(link: Element, id: string, owners: ReadonlyMap<Element, string | undefined>): Element {
  let box = link;
  for (let element = around(link); element && owners.get(element) === id; element = around(element)) {
    box = element;
    const classes = attributeOf(element, 'class') ?? '';
    if (classes.includes('rounded-xl') && classes.includes('border')) break;
  }
  return box;
}

function titleIn(links: readonly Element[]): string | undefined {
  const headed = links.map((link) => find(link, TITLE)).find((element) => element && textOf(element).trim() !== '');
  const element = headed ?? links[0];
  return element && mathTextOf(element);
}

/** The count on the button with the thumb, or on the only button with a count. */
function likesIn(card: Element): number | undefined {
  const counted = findAll(card, 'button').filter((button) => COUNT.test(short(button)));
  const liked = counted.find(
    (button) =>
      find(button, 'svg[class*="thumbs-up"]') || /^(?:like|upvote)/i.test(attributeOf(button, 'aria-label') ?? ''),
  );
  const button = liked ?? (counted.length === 1 ? counted[0] : undefined);
  return button && Number(short(button).replaceAll(',', ''));
}

function short(element: Element): string {
  return boundText(textOf(element), LIMITS.short).text;
}
