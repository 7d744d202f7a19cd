import { doiIdentifier, type Identifier, identifierFrom } from '../domain/identifier.ts';
import { webAddress } from '../domain/web-address.ts';
import { namesIn, spokenName } from './author-name.ts';
import { field, type JsonObject, listFrom, objectFrom, textField } from './json.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import type { Found } from './paper-from.ts';
import { dateIn } from './shown-date.ts';
import { describedAbstract, statedAbstract } from './stated-abstract.ts';
import { withoutMarkup } from './without-markup.ts';

type ById = ReadonlyMap<string, JsonObject>;

const MOST_NAMES = 10_000;

/**
 * Reads a node of JSON-LD that is a paper.
 * @param byId nodes that may be named by their `@id` instead of being held
 * @returns undefined when it has no title
 */
export function foundInNode(node: JsonObject, byId: ById): Found | undefined {
  const title = textField(node, 'headline') ?? textField(node, 'name');
  if (!title?.trim()) return undefined;
  return {
    identifiers: identifiersOf(node),
    source: 'publisher-page',
    title: withoutMarkup(title.slice(0, 20_000)),
    authors: authorsOf(field(node, 'author') ?? field(node, 'creator'), byId),
    abstract: statedAbstract(textField(node, 'abstract')) ?? describedAbstract(textField(node, 'description')),
    published: dateIn(textField(node, 'datePublished') ?? textField(node, 'dateCreated')),
    venue: venueOf(node, byId),
    page: [textField(node, 'url'), textField(node, '@id')].map((link) => webAddress(link)).find(Boolean),
    pdf: pdfOf(node),
  };
}

/** The identifiers of a node, from wherever pages write them. */
export function identifiersOf(node: JsonObject): Identifier[] {
  const values = ['identifier', 'sameAs', 'doi', '@id', 'url'].flatMap((name) => {
    const value = field(node, name);
    return Array.isArray(value) ? value : [value];
  });
  return values.flatMap((value) => identifierOf(value) ?? []);
}

/** An address, a text such as `doi:10.…` or `arXiv:…`, or a `PropertyValue` with the kind beside the value. */
function identifierOf(value: unknown): Identifier | undefined {
  const node = objectFrom(value);
  const text = typeof value === 'string' ? value : (textField(node, 'value') ?? textField(node, '@value') ?? '');
  const kind = (textField(node, 'propertyID') ?? textField(node, 'name') ?? '').toLowerCase().replace(/^.*[/#]/, '');
  const named = kind === 'arxiv' || kind === 'pmid' ? identifierFrom(`${kind}:${text}`) : undefined;
  const written = /^arxiv:/i.test(text) ? identifierFrom(`arxiv:${text}`) : undefined;
  return named ?? linkedIdentifier(text) ?? written ?? doiIdentifier(text.replace(/^(?:info:doi\/|urn:doi:)/i, ''));
}

/** Names from a list, one object or one text; an object may name a node that stands elsewhere. */
function authorsOf(value: unknown, byId: ById): string[] {
  const held = field(objectFrom(value), '@list') ?? value;
  const each = Array.isArray(held) ? held.slice(0, MOST_NAMES) : [held];
  return each.flatMap((author) => (typeof author === 'string' ? namesIn(author) : nameOf(resolved(author, byId))));
}

function nameOf(node: JsonObject | undefined): string[] {
  const name = textField(node, 'name') ?? listFrom(field(node, 'name')).find((each) => typeof each === 'string');
  if (typeof name === 'string' && name.trim()) return [spokenName(name)];
  const parts = [textField(node, 'givenName'), textField(node, 'familyName')].filter(Boolean);
  return parts.length > 0 ? [parts.join(' ')] : [];
}

/** The journal: what the paper is part of, or, where that is an issue or a volume, what this is part of. */
function venueOf(node: JsonObject, byId: ById): string | undefined {
  let part = resolved(field(node, 'isPartOf'), byId);
  for (let depth = 0; depth < 3 && part; depth += 1) {
    const name = textField(part, 'name');
    if (name) return name;
    part = resolved(field(part, 'isPartOf'), byId);
  }
  return undefined;
}

function pdfOf(node: JsonObject): string | undefined {
  const encodings = [field(node, 'encoding'), ...listFrom(field(node, 'encoding'))].map(objectFrom);
  const pdf = encodings.find((each) => textField(each, 'encodingFormat') === 'application/pdf');
  return webAddress(textField(pdf, 'contentUrl'));
}

function resolved(value: unknown, byId: ById): JsonObject | undefined {
  const node = objectFrom(value) ?? objectFrom(listFrom(value)[0]);
  const id = textField(node, '@id');
  return id && node && Object.keys(node).length === 1 ? byId.get(id) : node;
}
