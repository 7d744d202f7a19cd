import { doiIdentifier } from '../domain/identifier.ts';
import type { Note } from './facts.ts';
import { field, type JsonObject, listFrom, objectFrom, parseJson, textField } from './json.ts';
import { findAll, textOf } from './page.ts';
import type { Found } from './paper-from.ts';
import { dateIn } from './shown-date.ts';
import { statedAbstract } from './stated-abstract.ts';

const SCRIPTS = 'script[type="application/ld+json"], script.schema-data';
const TYPES: readonly unknown[] = ['Article', 'ScholarlyArticle'];
const DEEPEST = 5;

/** What the page's JSON-LD says of the paper; undefined when there is none, and with a note when it cannot be read. */
export function articleIn(document: Document, note: Note): Found | undefined {
  const graphs = findAll(document, SCRIPTS).map((script) => parseJson(textOf(script)));
  if (graphs.includes(undefined)) note('data-unreadable', 'schema-data');
  const article = articlesIn(graphs, 0)[0];
  if (!article) return undefined;
  return {
    identifiers: [doiIdentifier(textField(article, 'doi') ?? '')],
    source: 'digest-card',
    title: textField(article, 'headline') ?? textField(article, 'name'),
    authors: [field(article, 'author')].flat().map(nameOf),
    abstract: statedAbstract(textField(article, 'abstract')),
    published: dateIn(textField(article, 'datePublished')) ?? dateIn(textField(article, 'copyrightYear')),
    venue: venueOf(article),
  };
}

/** The articles in a graph, which holds lists in lists. */
function articlesIn(value: unknown, depth: number): JsonObject[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value))
    return listFrom(value)
      .slice(0, 50)
      .flatMap((one) => articlesIn(one, depth + 1));
  const object = objectFrom(value);
  if (!object) return [];
  const isArticle = [field(object, '@type')].flat().some((type) => TYPES.includes(type));
  return isArticle ? [object] : articlesIn(field(object, '@graph'), depth + 1);
}

function nameOf(author: unknown): string | undefined {
  return typeof author === 'string' ? author : textField(objectFrom(author), 'name');
}

function venueOf(article: JsonObject): string | undefined {
  const publication = field(article, 'publication');
  return typeof publication === 'string' ? publication : textField(objectFrom(publication), 'name');
}
