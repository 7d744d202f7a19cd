import { field, type JsonObject, listFrom, objectFrom, parseJson, textField } from './json.ts';
import { foundInNode, identifiersOf } from './json-ld-paper.ts';
import { findAll, textOf } from './page.ts';
import type { Found } from './paper-from.ts';

const SCRIPTS = 'script[type="application/ld+json"]';
const PAPERS = new Set(['ScholarlyArticle', 'MedicalScholarlyArticle']);
const LONGEST = 5_000_000; // a hostile page may hold any amount
const MOST_NODES = 20_000;
const DEEPEST = 8;

/** What the JSON-LD of a page says, with its nodes by `@id`: one may name another instead of holding it. */
interface Graph {
  papers: JsonObject[];
  byId: Map<string, JsonObject>;
  nodes: number;
}

/**
 * Reads the papers that the JSON-LD of a page is about (https://schema.org/ScholarlyArticle), in the order of the page: in
 * arrays, in an `@graph`, as the main entity and in an `ItemList`. An `Article` counts when it has a DOI or arXiv id.
 * References of a paper are not what the page is about, and are not read.
 */
export function foundInJsonLd(document: Document): Found[] {
  const graph: Graph = { papers: [], byId: new Map(), nodes: 0 };
  for (const script of findAll(document, SCRIPTS)) {
    const text = textOf(script);
    if (text.length <= LONGEST) collect(parseJson(text), graph, 0);
  }
  return graph.papers.flatMap((node) => foundInNode(node, graph.byId) ?? []);
}

function collect(value: unknown, graph: Graph, depth: number): void {
  graph.nodes += 1;
  if (depth > DEEPEST || graph.nodes > MOST_NODES) return;
  for (const each of listFrom(value)) collect(each, graph, depth + 1);
  const node = objectFrom(value);
  if (!node) return;
  const id = textField(node, '@id');
  if (id && Object.keys(node).length > 1) graph.byId.set(id, node);
  for (const name of ['author', 'creator']) remember(field(node, name), graph);
  if (isPaper(node)) graph.papers.push(node);
  else
    for (const name of ['@graph', 'mainEntity', 'itemListElement', 'item'])
      collect(field(node, name), graph, depth + 1);
}

function remember(value: unknown, { byId }: Graph): void {
  for (const each of [value, ...listFrom(value)]) {
    const node = objectFrom(each);
    const id = textField(node, '@id');
    if (node && id && Object.keys(node).length > 1) byId.set(id, node);
  }
}

function isPaper(node: JsonObject): boolean {
  const types = [field(node, '@type'), ...listFrom(field(node, '@type'))].filter((type) => typeof type === 'string');
  const names = types.map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));
  if (names.some((name) => PAPERS.has(name))) return true;
  return names.includes('Article') && identifiersOf(node).some((identifier) => /^(?:doi|arxiv):/.test(identifier));
}
