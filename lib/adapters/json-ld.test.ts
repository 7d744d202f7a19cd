import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { documentOf } from '../../tests/reading.ts';
import { noteFor } from './facts.ts';
import { foundInJsonLd } from './json-ld.ts';
import { paperFrom } from './paper-from.ts';

const PAPER = { '@type': 'ScholarlyArticle', headline: 'Slow Light', author: 'Ole Keel' };

describe('the JSON-LD of a page', () => {
  test.each<[string, unknown]>([
    ['as it is', PAPER],
    ['in an array', [{ '@type': 'WebSite', name: 'Optics' }, PAPER]],
    ['in a graph', { '@graph': [PAPER] }],
    ['as the main entity', { '@type': 'WebPage', mainEntity: PAPER }],
    ['as an item of a list', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: PAPER }] }],
    ['of two types', { ...PAPER, '@type': ['Article', 'ScholarlyArticle'] }],
    ['of a type by its address', { ...PAPER, '@type': 'https://schema.org/ScholarlyArticle' }],
    ['of medicine', { ...PAPER, '@type': 'MedicalScholarlyArticle' }],
    ['as an article with a DOI', { ...PAPER, '@type': 'Article', identifier: 'doi:10.5555/light' }],
    ['with a name for a headline', { '@type': 'ScholarlyArticle', name: 'Slow Light', creator: ['Keel, Ole'] }],
  ])('holds a paper %s', (_, json) => {
    expect(read(json)).toMatchObject([{ title: 'Slow Light', authors: ['Ole Keel'] }]);
  });

  test.each<[string, unknown]>([
    ['an article without an identifier', { ...PAPER, '@type': 'Article' }],
    ['news', { ...PAPER, '@type': 'NewsArticle', identifier: 'doi:10.5555/light' }],
    ['a reference of something else', { '@type': 'Book', name: 'A Book', citation: [PAPER] }],
    ['a paper without a title', { '@type': 'ScholarlyArticle', author: 'Ole Keel' }],
    ['no object', 'ScholarlyArticle'],
  ])('holds no paper: %s', (_, json) => {
    expect(read(json)).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    ['one text', 'Keel, Ole; Haruka Ito', ['Ole Keel', 'Haruka Ito']],
    ['a list of texts', ['Ole Keel', 'Haruka Ito'], ['Ole Keel', 'Haruka Ito']],
    ['one object', { '@type': 'Person', name: 'Ole Keel' }, ['Ole Keel']],
    ['two names of one', { givenName: 'Ole', familyName: 'Keel' }, ['Ole Keel']],
    ['an ordered list', { '@list': [{ name: 'Ole Keel' }] }, ['Ole Keel']],
    ['what is no name', [null, 7, {}, { name: ' ' }], []],
  ])('names authors: %s', (_, author, authors) => {
    expect(read({ ...PAPER, author })[0]?.authors).toEqual(authors);
  });

  test.each<[string, unknown, string[]]>([
    ['a text', 'doi:10.5555/LIGHT', ['doi:10.5555/light']],
    ['an address', 'https://arxiv.org/abs/2502.00011v3', ['arxiv:2502.00011']],
    ['a text of arXiv', 'arXiv:2502.00011', ['arxiv:2502.00011']],
    ['a pair', { propertyID: 'PMID', value: '123' }, ['pmid:123']],
    ['a list', ['10.5555/a', { propertyID: 'arXiv', value: '2502.00011' }], ['doi:10.5555/a', 'arxiv:2502.00011']],
    ['a number', 7, []],
  ])('names a paper by %s', (_, identifier, identifiers) => {
    expect(read({ ...PAPER, identifier })[0]?.identifiers).toEqual(identifiers);
  });

  test('takes an abstract, but no line about the page', () => {
    expect(read({ ...PAPER, abstract: '<p>Late.</p>' })[0]?.abstract?.trim()).toBe('Late.');
    expect(read({ ...PAPER, description: 'A paper on light.' })[0]?.abstract).toBeUndefined();
  });

  test('is read without an exception whatever it is, and beside data that is not JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => read(JSON.parse(json)) !== undefined),
      { numRuns: 200 },
    );
    expect(foundInJsonLd(page('{ not JSON'))).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('stays text within bounds whatever hostile string stands in all its fields', () => {
    for (const { text } of HOSTILE_STRINGS) {
      const names = ['headline', 'author', 'abstract', 'identifier', 'datePublished', 'url', 'isPartOf'];
      const node = { '@type': 'ScholarlyArticle', ...Object.fromEntries(names.map((name) => [name, text])) };
      const paper = read(node).map((found) => paperFrom(found, noteFor([])))[0];
      expect(paper?.title.length ?? 0).toBeLessThanOrEqual(2_000);
      expect(paper?.page ?? 'https://').toMatch(/^https?:/);
    }
  });

  test('that is nested without end is left', () => {
    let deep: unknown = PAPER;
    for (let depth = 0; depth < 50; depth += 1) deep = { '@graph': [deep] };
    expect(read(deep)).toEqual([]);
  });
});

function read(json: unknown) {
  return foundInJsonLd(page(JSON.stringify(json)));
}

function page(json: string): Document {
  const document = documentOf('<!doctype html><head></head>');
  const script = document.createElement('script');
  script.setAttribute('type', 'application/ld+json');
  script.textContent = json;
  document.head.append(script);
  return document;
}
