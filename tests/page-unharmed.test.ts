import { describe, expect, test } from 'vitest';
import { adapters } from '../lib/adapters/registry.ts';
import { corpusPage, corpusPages, hasCorpus } from './corpus-entries.ts';
import { documentOf } from './reading.ts';
import { readAt } from './reading-at.ts';
import { testPages } from './test-pages.ts';

const CUTS = 20;
const ADDRESSES = adapters.flatMap(({ testPages: addresses }) => [...addresses]);

const ours = testPages().map(({ name, html }) => ({ name, html }));
const theirs = hasCorpus ? corpusPages().map((path) => ({ name: path, html: corpusPage(path) })) : [];
if (!hasCorpus) console.warn('The corpus of real pages is not beside this repository: only our own pages are read.');

/** A page whole, and broken off at twenty places: as it looks while it loads slowly, or when the connection ends. */
function cuts(html: string): string[] {
  return Array.from({ length: CUTS + 1 }, (_, part) => html.slice(0, Math.floor((html.length * part) / CUTS)));
}

describe.each([...ours, ...theirs])('$name, whole and cut at 20 lengths', ({ html }) => {
  test('is read at any address without an exception and without a change', { timeout: 120_000 }, () => {
    for (const [place, part] of cuts(html).entries()) {
      const document = documentOf(part);
      const before = document.documentElement.outerHTML;
      // The whole page at every address, and each cut at two of them in turn.
      const some =
        part === html ? ADDRESSES : [0, 1].flatMap((more) => ADDRESSES[(2 * place + more) % ADDRESSES.length] ?? []);
      for (const address of some) readAt(document, address);
      expect(document.documentElement.outerHTML === before, `${part.length} characters of it`).toBe(true);
    }
  });
});
