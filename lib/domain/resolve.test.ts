import { expect, test } from 'vitest';
import { scraped } from '../../tests/library.ts';
import { describe, joinDescriptions, paperRow } from './description.ts';
import type { ScrapedPaper } from './paper.ts';
import { resolvePaper } from './resolve.ts';

const TITLE = 'A Title Long Enough To Tell';

/** The abstract of a paper that was described in these ways. */
function abstractOf(...ways: Partial<ScrapedPaper>[]): string | undefined {
  const described = ways.map((way) => describe(scraped({ title: TITLE, identifiers: ['arxiv:2501.00001'], ...way })));
  const joined = described.reduce(joinDescriptions);
  return resolvePaper(paperRow(1, [joined])).abstract;
}

test('the better source wins, however short', () => {
  const card = { source: 'digest-card', abstract: 'A long summary from a card.' } as const;
  const page = { source: 'arxiv-page', abstract: 'From the page.' } as const;
  expect(abstractOf(card, page)).toBe('From the page.');
  expect(abstractOf(page, card)).toBe('From the page.');
});

test('of one source the longer wins, and of one length the smaller text', () => {
  expect(abstractOf({ abstract: 'Short.' }, { abstract: 'Much longer.' })).toBe('Much longer.');
  expect(abstractOf({ abstract: 'Bees.' }, { abstract: 'Ants.' })).toBe('Ants.');
  expect(abstractOf({ abstract: 'Ants.' }, { abstract: 'Bees.' })).toBe('Ants.');
});

test('a fact that only one description has is kept, with its source', () => {
  const bare = describe(scraped({ title: TITLE, abstract: 'From a file.', source: 'text-file' }));
  const card = describe(scraped({ title: TITLE, identifiers: ['arxiv:2501.00001'], source: 'digest-card' }));
  const paper = resolvePaper(paperRow(1, [bare, card]));
  expect(paper).toMatchObject({ abstract: 'From a file.', identifiers: ['arxiv:2501.00001'] });
  expect(paper.sources).toEqual({ title: 'digest-card', abstract: 'text-file' });
});
