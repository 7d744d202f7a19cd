import { describe, expect, test } from 'vitest';
import { listedPaper } from '../../tests/samples/listed-paper.ts';
import { type Phrase, sharedPhrases } from './phrases.ts';
import { chooseTopics } from './topics.ts';

const paper = (id: number, title: string, keywords: string[] = [], tags: string[] = []) =>
  listedPaper({ paper: { id, title, keywords }, entry: { tags } });
const shared = (...papers: ReturnType<typeof paper>[]) =>
  Object.fromEntries(sharedPhrases(papers).map(({ name, ids }) => [name, [...ids]]));

describe('Phrases that papers share', () => {
  test('are words of titles and pairs of them, and no small words, numbers or single letters', () => {
    expect(
      shared(paper(1, 'Tidal Pools: a New Method for 2026'), paper(2, 'The tidal pools, of methods in 2026')),
    ).toEqual({
      tidal: [1, 2],
      pools: [1, 2],
      'tidal pools': [1, 2],
    });
  });

  test('are one for one thing and several of it, in the spelling of most', () => {
    expect(shared(paper(1, 'Clock'), paper(2, 'Clocks'), paper(3, 'Clocks'), paper(4, 'Glass'))).toEqual({
      Clocks: [1, 2, 3],
    });
  });

  test('are keywords and tags where there are any, and then no words of the title', () => {
    const first = paper(1, 'Tidal pools', ['Marine Biology']);
    const second = paper(2, 'Tidal pools', [], ['marine biology']);
    expect(shared(first, second, paper(3, 'Tidal clocks'))).toEqual({ 'marine biology': [1, 2] });
  });

  test('are read past the TeX of a title', () => {
    expect(shared(paper(1, '\\textit{Tidal} pools'), paper(2, '\\textit{Tidal} clocks'))).toEqual({ Tidal: [1, 2] });
  });
});

describe('Topics', () => {
  const phrase = (name: string, ids: number[], isNamed = false): Phrase => ({
    name,
    words: name.split(' '),
    ids: new Set(ids),
    isNamed,
  });
  const rarity = { of: new Map(Object.entries({ tidal: 300, model: 60, common: 10, clock: 300 })), ofTwentieth: 190 };
  const chosen = (...phrases: Phrase[]) => chooseTopics(phrases, rarity).map(({ name, ids }) => [name, ids]);

  test('are what many papers share and what is rare in the library', () => {
    expect(chosen(phrase('common model', [1, 2, 3, 4]), phrase('tidal clock', [5, 6, 7]))).toEqual([
      ['tidal clock', [5, 6, 7]],
      ['common model', [1, 2, 3, 4]],
    ]);
  });

  test('need papers of which half at least stand in no topic before', () => {
    const found = chosen(
      phrase('tidal clock', [1, 2, 3, 4]),
      phrase('common model', [1, 2, 3, 7, 8]),
      phrase('clock', [3, 4, 5, 6]),
    );
    expect(found).toEqual([
      ['tidal clock', [1, 2, 3, 4]],
      ['clock', [3, 4, 5, 6]],
    ]);
  });

  test('are no lone words of titles that are common or that two papers share', () => {
    expect(chosen(phrase('model', [1, 2, 3, 4]), phrase('tidal', [5, 6]))).toEqual([]);
    expect(chosen(phrase('model', [1, 2, 3, 4], true), phrase('clock', [5, 6, 7]))).toHaveLength(2);
  });

  test('are eight at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => phrase('tidal clock', [3 * index, 3 * index + 1]));
    expect(chosen(...many)).toHaveLength(8);
  });
});
