import { LIMITS } from '../domain/plain-text.ts';
import { AUTHOR_BOUNDS, boundedLink, boundedText, boundedTexts, type Note } from './facts.ts';
import { bareId, paperAddress } from './huggingface-address.ts';
import { countField, field, type JsonObject, listFrom, objectFrom, parseJson, textField } from './json.ts';
import { attributeOf, find } from './page.ts';
import type { Unranked } from './paper-from.ts';

/** What an island of the page carries: its data, or that it is missing or cannot be parsed. */
export type Island = { state: 'read'; value: JsonObject } | { state: 'missing' | 'unreadable'; value?: undefined };

// A page is scanned again whenever it changes, and its data (half a megabyte) hardly ever does.
const parsed = new WeakMap<Element, { text: string; island: Island }>();

/** The data that the server put on the page for one of its components, such as `DailyPapers`. */
export function islandOf(document: Document, name: string): Island {
  const element = find(document, `[data-target="${name}"][data-props]`);
  const text = attributeOf(element, 'data-props');
  if (!element || text === undefined) return { state: 'missing' };
  const known = parsed.get(element);
  if (known?.text === text) return known.island;
  const value = objectFrom(parseJson(text));
  const island: Island = value ? { state: 'read', value } : { state: 'unreadable' };
  parsed.set(element, { text, island });
  return island;
}

/** The rows of a list in the data by arXiv id; where an id stands twice, the first row counts. */
export function rowsById(rows: readonly unknown[]): Map<string, JsonObject> {
  const byId = new Map<string, JsonObject>();
  for (const value of rows) {
    const row = objectFrom(value);
    const id = row && idOfRow(row);
    if (row && id && !byId.has(id)) byId.set(id, row);
  }
  return byId;
}

/** The arXiv id of a row; undefined when it has none. */
export function idOfRow(row: JsonObject): string | undefined {
  return bareId(textField(objectFrom(field(row, 'paper')), 'id') ?? '');
}

/**
 * Reads one row of the page's data (the same shape as the site's API). Every field but id and title may be missing.
 * @returns the paper; undefined when the row has no id or no title
 */
export function paperFromRow(row: JsonObject, note: Note): Unranked | undefined {
  const paper = objectFrom(field(row, 'paper'));
  const id = idOfRow(row);
  const title =
    boundedText(field(paper, 'title'), LIMITS.title, 'title', note) ??
    boundedText(field(row, 'title'), LIMITS.title, 'title', note);
  if (!id || !title) return undefined;
  const upvotes = countField(paper, 'upvotes');
  const comments = countField(row, 'numComments');
  return {
    identifiers: [`arxiv:${id}`],
    source: 'huggingface-data',
    title,
    ...textsOf(row, paper, note),
    ...linksOf(row, paper, note),
    page: paperAddress(id),
    ...(upvotes !== undefined && { upvotes }),
    ...(comments !== undefined && { comments }),
  };
}

function textsOf(row: JsonObject, paper: JsonObject | undefined, note: Note): Partial<Unranked> {
  const authors = boundedTexts(
    listFrom(field(paper, 'authors')).map((author) => textField(objectFrom(author), 'name')),
    AUTHOR_BOUNDS,
    'authors',
    note,
  );
  const keywordBounds = { count: LIMITS.keywords, limit: LIMITS.name };
  const keywords = boundedTexts(listFrom(field(paper, 'ai_keywords')), keywordBounds, 'keywords', note);
  const abstract =
    boundedText(field(paper, 'summary'), LIMITS.abstract, 'abstract', note) ??
    boundedText(field(row, 'summary'), LIMITS.abstract, 'abstract', note);
  const published = dayOf(textField(paper, 'publishedAt'));
  const organisation = organisationOf(row, paper, note);
  return {
    ...(authors.length > 0 && { authors }),
    ...(abstract && { abstract }),
    ...(published && { published }),
    ...(organisation && { organisation }),
    ...(keywords.length > 0 && { keywords }),
  };
}

function linksOf(row: JsonObject, paper: JsonObject | undefined, note: Note): Partial<Unranked> {
  const thumbnail = boundedLink(field(row, 'thumbnail') ?? pictureOf(row), 'thumbnail', note);
  const code = boundedLink(field(paper, 'githubRepo'), 'code', note);
  const project = boundedLink(field(paper, 'projectPage'), 'project', note);
  return { ...(thumbnail && { thumbnail }), ...(code && { code }), ...(project && { project }) };
}

/** Before 12 June 2024 the picture stood in `mediaUrl`, which could be a film as well. */
function pictureOf(row: JsonObject): string | undefined {
  const media = textField(row, 'mediaUrl');
  return media && /\.(?:png|jpe?g|webp|gif)$/i.test(media) ? media : undefined;
}

/** Called `submitterOrganization` for a few days of autumn 2025, and on some paper pages. */
function organisationOf(row: JsonObject, paper: JsonObject | undefined, note: Note): string | undefined {
  const organisation =
    objectFrom(field(row, 'organization')) ??
    objectFrom(field(paper, 'organization')) ??
    objectFrom(field(row, 'submitterOrganization'));
  const name = textField(organisation, 'fullname') || textField(organisation, 'name');
  return boundedText(name, LIMITS.name, 'organisation', note);
}

function dayOf(instant: string | undefined): string | undefined {
  const day = instant?.slice(0, 10);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
