import type { Problem } from '../domain/capture.ts';
import { type DigestRef, isDay } from '../domain/digest.ts';
import { boundText } from '../domain/plain-text.ts';
import type { Page, Reading } from './adapter.ts';
import { noteFor } from './facts.ts';
import { type Asked, digestFor, type Period, periodFrom } from './huggingface-address.ts';
import { idOfCard, paperFromCard } from './huggingface-card.ts';
import { type Island, islandOf, paperFromRow, rowsById } from './huggingface-data.ts';
import { field, type JsonObject, listFrom, objectFrom, textField } from './json.ts';
import { around, childrenOf, find, findAll, isInside, textOf } from './page.ts';
import { monthFrom } from './shown-date.ts';

const ISLAND = 'DailyPapers';
const MOST_CARDS = 1_000; // a month shows 105, the longest list seen

interface Card {
  element: Element;
  id: string;
}

/**
 * The digest that a list page shows. The page's data names it only while most of the papers on screen are in the data:
 * the site clamps a day that has no list yet, and after a change of list without a load the data is that of the old one.
 */
export function listDigest(page: Page, asked: Exclude<Asked, { kind: 'paper' }>): DigestRef {
  const data = islandOf(page.document, ISLAND).value;
  const ids = cardsOf(page.document).map(({ id }) => id);
  const named = namedBy(data);
  const showsList = mostAreIn(ids, field(data, 'dailyPapers'));
  if (asked.kind === 'search') {
    // A search has been seen to answer with the plain list of the day.
    const plain = showsList && !mostAreIn(ids, field(data, 'searchResults'));
    return digestFor(plain ? (named ?? { kind: 'listing' }) : asked);
  }
  if (named && showsList && (asked.kind === named.kind || asked.kind === 'listing')) return digestFor(named);
  if (asked.kind !== 'listing') return digestFor(asked);
  if (named && ids.length === 0) return digestFor(named);
  return digestFor(shownDay(page.document) ?? asked);
}

/** Reads a list: its papers and their order from the cards, what is known of each from the page's data. */
export function readList(page: Page, digest: DigestRef): Reading {
  const island = islandOf(page.document, ISLAND);
  const own = ownRows(island.value, digest);
  const reading: Reading = { papers: [], problems: [], anchors: new Map() };
  const problems = reading.problems;
  if (island.state !== 'read') noteFor(problems)('data-unreadable', ISLAND);
  const cards = cardsOf(page.document, problems);
  if (cards.length > 0) readCards(cards, { data: island, onSearch: digest.kind === 'search' }, reading);
  else readRows(own ?? [], reading);
  if (cards.length === 0 && own?.length === 0) reading.isEmpty = true;
  else if (own && cards.length > 0 && cards.length * 2 < own.length) noteFor(problems)('site-changed', 'cards');
  return reading;
}

function readCards(cards: Card[], from: { data: Island; onSearch: boolean }, reading: Reading): void {
  const { value } = from.data;
  const rows = rowsById([...listFrom(field(value, 'searchResults')), ...listFrom(field(value, 'dailyPapers'))]);
  cards.forEach(({ element, id }, index) => {
    const rank = index + 1;
    const note = noteFor(reading.problems, rank);
    const row = rows.get(id);
    const known = row && paperFromRow(row, note);
    if (row && !known) note('paper-unreadable', 'data-props');
    const paper = known ?? paperFromCard(element, id, from.onSearch, note);
    reading.anchors.set(rank, element);
    if (paper) reading.papers.push({ ...paper, rank });
    else note('row-without-title', 'title');
  });
}

function readRows(rows: readonly unknown[], reading: Reading): void {
  if (rows.length > MOST_CARDS) noteFor(reading.problems)('list-bounded', 'papers');
  const seen = new Set<string>();
  for (const [index, value] of rows.slice(0, MOST_CARDS).entries()) {
    const note = noteFor(reading.problems, index + 1);
    const row = objectFrom(value);
    const paper = row && paperFromRow(row, note);
    const id = paper?.identifiers[0];
    if (!paper || !id) note('paper-unreadable', 'data-props');
    else if (!seen.has(id)) reading.papers.push({ ...paper, rank: index + 1 });
    if (id) seen.add(id);
  }
}

/** The cards with a paper, each paper once: a card may stand twice in the page, and holds its links twice. */
function cardsOf(document: Document, problems: Problem[] = []): Card[] {
  const inMain = findAll(document, 'main article');
  const elements = inMain.length > 0 ? inMain : findAll(document, 'article');
  if (elements.length > MOST_CARDS) noteFor(problems)('list-bounded', 'papers');
  const byId = new Map<string, Card>();
  for (const element of elements.slice(0, MOST_CARDS)) {
    const id = idOfCard(element);
    if (id && !byId.has(id)) byId.set(id, { element, id });
    if (!id && find(element, 'h3')) noteFor(problems)('row-without-identifier', 'card');
  }
  return [...byId.values()];
}

/** The rows of the data if they are this digest's; undefined when the data is of another list or names none. */
function ownRows(data: JsonObject | undefined, digest: DigestRef): readonly unknown[] | undefined {
  const query = textField(objectFrom(field(data, 'query')), 'q');
  if (digest.kind === 'search') {
    const rows = field(data, 'searchResults');
    return query && digestFor({ kind: 'search', query }).key === digest.key && Array.isArray(rows) ? rows : undefined;
  }
  const named = namedBy(data);
  const rows = field(data, 'dailyPapers');
  if (!named || query || digestFor(named).key !== digest.key || !Array.isArray(rows)) return undefined;
  return rows;
}

/** What the data says it is a list of: `dateString` since 2025, an instant in `date` before. */
function namedBy(data: JsonObject | undefined): Period | { kind: 'trending' } | undefined {
  if (field(data, 'isTrending') === true) return { kind: 'trending' };
  return periodFrom(textField(data, 'dateString') ?? textField(data, 'date') ?? '');
}

function mostAreIn(ids: readonly string[], rows: unknown): boolean {
  const known = rowsById(listFrom(rows));
  return ids.filter((id) => known.has(id)).length * 2 > ids.length;
}

/** The day that the page shows between the links to the day before and after, such as `May 12`. */
function shownDay(document: Document): Period | undefined {
  const links = findAll(document, 'a[href^="/papers/date/"], a[href^="/papers?date="]');
  const link = links.find((element) => !isInside(element, 'article'));
  const beside = childrenOf(around(link)).map((element) => dayIn(boundText(textOf(element), 40).text));
  return beside.find((day) => day !== undefined);
}

function dayIn(text: string): Period | undefined {
  const match = /^([A-Z][a-z]{2,8}) (\d{1,2})(?:, (\d{4}))?$/.exec(text);
  const month = monthFrom(match?.[1]);
  const day = Number(match?.[2]);
  const year = match?.[3] ? { year: Number(match[3]) } : {};
  if (!month || !isDay(month, day, year.year)) return undefined;
  return { kind: 'day', date: { unit: 'day', ...year, month, day } };
}
