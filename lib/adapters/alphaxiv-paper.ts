import type { Page } from './adapter.ts';
import { identifierOf, idInLink, paperAddress } from './alphaxiv-address.ts';
import type { Note } from './facts.ts';
import { countField, field, type JsonObject, listFrom, objectFrom, parseJson, textField } from './json.ts';
import { attributeOf, find, findAll, mathTextOf, textOf } from './page.ts';
import { type Found, paperFrom, type Unranked } from './paper-from.ts';
import { dateIn } from './shown-date.ts';

/**
 * Reads a paper's own page: from what it tells search engines, or else its heading. The overview is a machine's text.
 * Data or a heading of another paper, as they stand for a moment while the site changes pages, are not taken.
 */
export function paperOnPage({ document }: Page, id: string, note: Note): Unranked | undefined {
  const found = foundInData(document, id) ?? foundInHeading(document, id);
  return (
    found &&
    paperFrom({ ...found, identifiers: [identifierOf(id)], source: 'digest-card', page: paperAddress(id) }, note)
  );
}

type Facts = Omit<Found, 'identifiers' | 'source'>;

/** The page's JSON-LD, whose abstract is the authors' (https://schema.org/ScholarlyArticle). */
function foundInData(document: Document, id: string): Facts | undefined {
  const articles = findAll(document, 'script[type="application/ld+json"]').map((script) => articleIn(textOf(script)));
  const article = articles.find((candidate) => candidate && namesPaper(candidate, id));
  if (!article) return undefined;
  const abstract = textField(article, 'abstract');
  return {
    title: textField(article, 'headline') ?? textField(article, 'name'),
    authors: authorsOf(field(article, 'author')),
    abstract: abstract && !/(?:…|\.\.\.)\s*$/.test(abstract) ? abstract : undefined,
    published: dateIn(textField(article, 'datePublished')),
    upvotes: likesOf(article),
    comments: countField(article, 'commentCount'),
  };
}

function articleIn(json: string): JsonObject | undefined {
  const value = parseJson(json);
  const candidates = [value, ...listFrom(value), ...listFrom(field(objectFrom(value), '@graph'))].map(objectFrom);
  return candidates.find((candidate) => field(candidate, '@type') === 'ScholarlyArticle');
}

function namesPaper(article: JsonObject, id: string): boolean {
  const address = textField(article, 'url') ?? textField(article, '@id');
  const cited = textField(objectFrom(field(article, 'citation')), 'identifier');
  return idInLink(address) === id || (cited !== undefined && idInLink(`/abs/${cited}`) === id);
}

function authorsOf(value: unknown): (string | undefined)[] {
  const people = Array.isArray(value) ? value : [value];
  return people.map((person: unknown) => {
    const object = objectFrom(person);
    if (field(object, '@type') === 'Organization') return undefined;
    return typeof person === 'string' ? person : textField(object, 'name');
  });
}

function likesOf(article: JsonObject): number | undefined {
  const value = field(article, 'interactionStatistic');
  const counters = (Array.isArray(value) ? value : [value]).map(objectFrom);
  const likes = counters.find((counter) => {
    const type = field(counter, 'interactionType');
    return /LikeAction$/.test(typeof type === 'string' ? type : (textField(objectFrom(type), '@type') ?? ''));
  });
  return countField(likes, 'userInteractionCount');
}

/** The heading, where the page also links to this paper: its PDF, its overview or its page on arXiv. */
function foundInHeading(document: Document, id: string): Facts | undefined {
  const heading = find(document, 'main h1') ?? find(document, 'h1');
  const addresses = findAll(document, 'link[rel="canonical"], a[href]').map((link) => attributeOf(link, 'href') ?? '');
  const isNamed = addresses.some((address) => address.split(/[/?#]/).some((part) => part.replace(/v\d+$/, '') === id));
  return heading && isNamed ? { title: mathTextOf(heading) } : undefined;
}
