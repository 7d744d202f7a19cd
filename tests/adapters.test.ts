import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../lib/adapters/read-page.ts';
import { adapterFor, adapters } from '../lib/adapters/registry.ts';
import { hostMatches } from '../lib/domain/host.ts';
import { boundText, LIMITS } from '../lib/domain/plain-text.ts';
import { parseCapture } from '../lib/messages/parse.ts';
import { HOSTILE_STRINGS } from './hostile/strings.ts';
import { documentOf, readHtml } from './reading.ts';
import { readAt } from './reading-at.ts';
import { testPages } from './test-pages.ts';

const AT = '2026-05-12T08:00:00.000Z';
const pages = testPages();

describe.each(adapters)('the adapter of $label', (adapter) => {
  test('has pages of its own', () => {
    expect(pages.filter((page) => page.adapter === adapter).length).toBeGreaterThan(0);
  });

  test.each(adapter.testPages)('takes %s for a digest, and says so when nothing is on it', (address) => {
    const seen = readHtml('<!doctype html><main></main>', address);
    expect(adapterFor(adapters, new URL(address).hostname)).toBe(adapter);
    expect(seen?.digest.key.startsWith(`${adapter.id}:`)).toBe(true);
    expect(seen?.reading.papers).toEqual([]);
    expect(seen?.reading.problems).toContainEqual(expect.objectContaining({ code: 'site-changed' }));
  });

  test('does not take a host that only looks like its own', () => {
    for (const host of adapter.hosts) {
      const bare = host.replace(/^\./, '');
      for (const other of [`evil${bare}`, `${bare}.evil.example`, `evil.example`]) {
        expect(hostMatches(other, host)).toBe(false);
      }
    }
  });
});

describe.each(pages)('$name', ({ address, html, expected }) => {
  test('is read as expected', () => {
    const seen = readHtml(html, address);
    expect({ digest: seen?.digest, papers: seen?.reading.papers, problems: seen?.reading.problems }).toEqual(expected);
  });

  test('gives the same reading twice', () => {
    const document = documentOf(html);
    expect(readAt(document, address)).toEqual(readAt(document, address));
  });

  test('is not changed by being read', () => {
    const document = documentOf(html);
    const before = document.documentElement.outerHTML;
    readAt(document, address);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('has the element of each paper at its rank', () => {
    const { papers, anchors } = readHtml(html, address)?.reading ?? { papers: [], anchors: new Map() };
    for (const { rank } of papers) expect(anchors.get(rank)?.isConnected).toBe(true);
  });

  test('is read as far as it goes when it is cut at any of 20 lengths', () => {
    for (let part = 0; part < 20; part += 1) {
      expectOrderly(readHtml(html.slice(0, Math.floor((html.length * part) / 20)), address), expected);
    }
  });

  test('is read without an exception, and without a foreign abstract, when any class name is gone', () => {
    const document = documentOf(html);
    for (const [name, elements] of byClass(document)) {
      const before = elements.map((element) => element.getAttribute('class') ?? '');
      for (const element of elements) element.classList.remove(name);
      expectOrderly(readAt(document, address), expected);
      for (const [index, element] of elements.entries()) element.setAttribute('class', before[index] ?? '');
    }
    expect(document.documentElement.outerHTML).toBe(documentOf(html).documentElement.outerHTML);
  });

  test('is read without an exception when any kind of attribute or element is gone', () => {
    const attributes = new Set([...html.matchAll(/ ([a-z-]+)="/g)].map((match) => match[1] ?? ''));
    const document = documentOf(html);
    for (const name of attributes) {
      const changed = withoutAttribute(document, name);
      expectOrderly(readAt(document, address), expected);
      for (const [element, value] of changed) element.setAttribute(name, value);
    }
    for (const name of ['main', 'article', 'h1', 'h2', 'h3', 'p', 'a', 'span', 'div']) {
      const document = documentOf(html);
      for (const element of document.querySelectorAll(name)) element.remove();
      expectBounded(readAt(document, address));
    }
  });

  test('stays text within bounds whatever hostile string stands in all its texts', () => {
    const document = documentOf(html);
    const nodes = textNodes(document);
    for (const { text } of HOSTILE_STRINGS) {
      for (const node of nodes) node.nodeValue = text;
      expectBounded(readAt(document, address));
    }
  });
});

describe.each(pages.filter(({ html }) => html.includes('data-props')))('the data of $name', ({ address, html }) => {
  test('stays text within bounds whatever hostile string stands in all its texts', () => {
    const document = documentOf(html);
    const islands = [...document.querySelectorAll('[data-props]')].map((element) => ({
      element,
      json: element.getAttribute('data-props') ?? '',
    }));
    for (const { text } of HOSTILE_STRINGS) {
      for (const { element, json } of islands) element.setAttribute('data-props', withTexts(json, text));
      expectBounded(readAt(document, address));
    }
  });

  test('is read without an exception whatever it is', () => {
    const document = documentOf(html);
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        for (const island of document.querySelectorAll('[data-props]')) island.setAttribute('data-props', json);
        expectBounded(readAt(document, address));
      }),
      { numRuns: 60 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** The elements of a page by the names of their classes. */
function byClass(document: Document): Map<string, Element[]> {
  const elements = [...document.querySelectorAll('[class]')];
  const named = elements.flatMap((element) => [...element.classList].map((name) => [name, element] as const));
  return new Map([...Map.groupBy(named, ([name]) => name)].map(([name, all]) => [name, all.map(([, one]) => one)]));
}

/** Takes an attribute from all elements of a page. @returns the elements that had it, with its value */
function withoutAttribute(document: Document, name: string): [Element, string][] {
  const changed = [...document.querySelectorAll(`[${name}]`)].map((element): [Element, string] => [
    element,
    element.getAttribute(name) ?? '',
  ]);
  for (const [element] of changed) element.removeAttribute(name);
  return changed;
}

function textNodes(document: Document): Node[] {
  const walker = document.createTreeWalker(document.body, 4);
  const nodes: Node[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) nodes.push(walker.currentNode);
  return nodes;
}

/** The same data with another string for every text but those by which papers and lists are known. */
function withTexts(json: string, text: string): string {
  const known = new Set(['id', 'dateString', 'date', 'periodType']);
  return JSON.stringify(
    JSON.parse(json, (name, value) => (typeof value === 'string' && !known.has(name) ? text : value)),
  );
}

/** A broken page may say less; what it says is within bounds, and no text becomes an abstract that was none. */
function expectOrderly(seen: Seen | undefined, expected: { papers: { abstract?: string }[] }): void {
  expectBounded(seen);
  const abstracts = expected.papers.map((paper) => paper.abstract);
  for (const paper of seen?.reading.papers ?? []) {
    if (paper.abstract) expect(abstracts.some((abstract) => abstract?.startsWith(paper.abstract ?? ''))).toBe(true);
  }
  if (seen && seen.reading.papers.length === 0 && !seen.reading.isEmpty) {
    expect(seen.reading.problems).toContainEqual(expect.objectContaining({ code: 'site-changed' }));
  }
}

/** What was read passes as a message, which is to say that every field is of its kind and within its limit. */
function expectBounded(seen: Seen | undefined): void {
  if (!seen) return;
  const { digest, reading } = seen;
  const capture = { digest, adapter: digest.site, seenAt: AT, papers: reading.papers, problems: reading.problems };
  expect(parseCapture(capture)).toEqual(capture);
  for (const paper of reading.papers) {
    expect(paper.title).toBe(boundText(paper.title, LIMITS.title).text);
    for (const link of [paper.page, paper.code, paper.project, paper.thumbnail])
      expect(link ?? 'https://').toMatch(/^https?:\/\//);
  }
}
