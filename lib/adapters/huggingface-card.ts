import { isDay } from '../domain/digest.ts';
import { boundText, foldWhitespace, LIMITS } from '../domain/plain-text.ts';
import { boundedLink, boundedText, type Note } from './facts.ts';
import { idInLink, paperAddress } from './huggingface-address.ts';
import { around, attributeOf, find, findAll, isInside, isLeaf, textOf, textOfWords } from './page.ts';
import type { Unranked } from './paper-from.ts';
import { monthFrom } from './shown-date.ts';

const THUMBNAIL = 'img[src^="https://cdn-thumbnails.huggingface.co/"]';
const HIGHLIGHT = 'span'; // the words of the query in a search result
const SHORTEST_ABSTRACT = 80;

/** The arXiv id of a card; undefined when no link of the card names a paper. */
export function idOfCard(card: Element): string | undefined {
  const headed = find(card, 'h3 a[href^="/papers/"]');
  const links = headed ? [headed] : findAll(card, 'a[href^="/papers/"]');
  return links.map((link) => idInLink(attributeOf(link, 'href'))).find((id) => id !== undefined);
}

/**
 * Reads what one card shows. Author names are on no card (the small pictures are of users), and a trending card may
 * show a machine's summary, so an abstract is taken from a search result's card alone: there the whole one is a link.
 * @returns the paper; undefined when the card has no title
 */
export function paperFromCard(card: Element, id: string, onSearch: boolean, note: Note): Unranked | undefined {
  const heading = find(card, 'h3 a') ?? find(card, 'h3');
  const title = heading && boundedText(textOfWords(heading, HIGHLIGHT), LIMITS.title, 'title', note);
  if (!title) return undefined;
  const abstract = onSearch ? boundedText(abstractOf(card, id), LIMITS.abstract, 'abstract', note) : undefined;
  const published = dateOf(card);
  const upvotes = upvotesIn(card);
  const comments = countIn(textOf(find(card, 'a[href$="#community"]')));
  return {
    identifiers: [`arxiv:${id}`],
    source: 'digest-card',
    title,
    ...(abstract && { abstract }),
    ...(published && { published }),
    ...linksIn(card, note),
    page: paperAddress(id),
    ...(upvotes !== undefined && { upvotes }),
    ...(comments !== undefined && { comments }),
  };
}

/** Upvotes as a card or a paper page shows them beside the box to vote with; `-` stands for none. */
export function upvotesIn(root: Element): number | undefined {
  const box = around(find(root, 'input[type="checkbox"]'));
  return countIn(textOf(box)) ?? countIn(textOf(find(root, 'a[href^="/login?next="]')));
}

/** The day in a text such as `Published on Oct 4, 2026`; undefined when the year is not said. */
export function shownDate(text: string): string | undefined {
  const match = /^(?:Published on )?([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})$/.exec(foldWhitespace(text));
  if (!match) return undefined;
  const month = monthFrom(match[1]);
  const day = Number(match[2]);
  const year = Number(match[3]);
  if (!month || !isDay(month, day, year)) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dateOf(card: Element): string | undefined {
  const leaves = findAll(card, 'span, time, div, p').filter(isLeaf);
  return leaves.map((leaf) => shownDate(shortText(leaf))).find((date) => date !== undefined);
}

function abstractOf(card: Element, id: string): string | undefined {
  const links = findAll(card, `a[href="/papers/${id}"]`).filter(
    (link) => !isInside(link, 'h3') && !find(link, 'img, video, ul'),
  );
  const texts = links.map((link) => textOfWords(link.childElementCount === 1 ? inner(link) : link, HIGHLIGHT));
  return texts.find((text) => text.length >= SHORTEST_ABSTRACT);
}

/** The paragraph inside a link that holds nothing else. */
function inner(link: Element): Element {
  const child = find(link, 'p, div');
  return child && foldWhitespace(textOf(child)) === foldWhitespace(textOf(link)) ? child : link;
}

function linksIn(card: Element, note: Note): Partial<Unranked> {
  const thumbnail = boundedLink(attributeOf(find(card, THUMBNAIL), 'src'), 'thumbnail', note);
  const code = boundedLink(attributeOf(find(card, 'a[href^="https://github.com/"]'), 'href'), 'code', note);
  const organisation = organisationIn(card, note);
  return { ...(thumbnail && { thumbnail }), ...(organisation && { organisation }), ...(code && { code }) };
}

/** The organisation's chip: a link to its own page around its picture and its name. */
function organisationIn(card: Element, note: Note): string | undefined {
  const chip = findAll(card, 'a[href^="/"]').find(
    (link) => /^\/[\w.-]+$/.test(attributeOf(link, 'href') ?? '') && find(link, 'img') && find(link, 'span'),
  );
  return chip && boundedText(textOf(find(chip, 'span')), LIMITS.name, 'organisation', note);
}

function countIn(text: string): number | undefined {
  const short = boundText(text, 200);
  const match = /(?:^|\s)(-|\d{1,3}(?:,\d{3})+|\d{1,9})$/.exec(short.text);
  if (short.cut || !match?.[1]) return undefined;
  return match[1] === '-' ? 0 : Number(match[1].replaceAll(',', ''));
}

function shortText(element: Element): string {
  return boundText(textOf(element), 60).text;
}
