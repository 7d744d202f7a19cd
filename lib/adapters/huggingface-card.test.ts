import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { dayCard, searchCard, trendingCard } from '../../tests/pages/huggingface-card.ts';
import { type Entry, sampleEntry } from '../../tests/pages/huggingface-entry.ts';
import { noteFor } from './facts.ts';
import { idOfCard, paperFromCard, shownDate, upvotesIn } from './huggingface-card.ts';

const ID = '2605.00005';
const sample = sampleEntry(5);

describe('a card', () => {
  test.each([
    ['day', dayCard(sample)],
    ['trending', trendingCard(sample)],
    ['search', searchCard(sample, 'gardeners')],
  ])('of a %s list shows title, votes and page', (_, html) => {
    expect(read(html)).toMatchObject({
      identifiers: [`arxiv:${ID}`],
      source: 'digest-card',
      title: 'Patient gardeners: harvest number 5 of a long field study',
      upvotes: 5,
      page: `https://huggingface.co/papers/${ID}`,
    });
  });

  test('names no authors: the names on it are of users', () => {
    const card = read(dayCard({ ...sample, organization: undefined } as unknown as Entry));
    expect(card).not.toHaveProperty('authors');
    expect(card).not.toHaveProperty('organisation');
  });

  test('gives an abstract on a search page alone, where it is a link', () => {
    expect(read(searchCard(sample, 'plant row'), true)?.abstract).toBe(sample.paper.summary);
    expect(read(searchCard(sample, 'plant row'), false)).not.toHaveProperty('abstract');
    expect(read(trendingCard(sample), true)).not.toHaveProperty('abstract');
    expect(read(dayCard(sample), true)).not.toHaveProperty('abstract');
  });

  test('puts back the space between two words of the query', () => {
    expect(read(searchCard(sample, 'harvest number'))?.title).toContain('harvest number 5');
  });

  test('takes its organisation, picture, code and date', () => {
    expect(read(trendingCard(sample))).toMatchObject({
      organisation: 'The Patient Gardeners',
      thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${ID}.png`,
      code: 'https://github.com/patient-gardeners/row-5',
      published: '2026-05-11',
    });
  });

  test('has a count of comments only where it shows one', () => {
    expect(read(dayCard({ ...sample, numComments: 12 }))?.comments).toBe(12);
    expect(read(dayCard({ ...sample, numComments: 0 }))).not.toHaveProperty('comments');
  });

  test.each([
    ['<h3><a href="/papers/2605.00005#community">T</a></h3>', ID],
    ['<h3><a href="/papers/2605.00005v2">T</a></h3>', ID],
    ['<a href="/papers/2605.00005"></a><h2>T</h2>', ID],
    ['<h3><a href="/papers/submit">T</a></h3>', undefined],
    ['<h3>T</h3>', undefined],
  ])('%s is of paper %s', (html, id) => {
    expect(idOfCard(element(html))).toBe(id);
  });

  test.each([
    ['<label><input type="checkbox"><div class="leading-none">1,204</div></label>', 1204],
    ['<a href="/login?next=%2Fpapers%2Fx"><div>-</div></a>', 0],
    ['<div><input type="checkbox"> Upvote <b>17</b></div>', 17],
    ['<a href="https://github.com/a/b">GitHub 25.3k</a>', undefined],
    ['<div><input type="checkbox"> 25.3k</div>', undefined],
  ])('%s shows %s upvotes', (html, upvotes) => {
    expect(upvotesIn(element(html))).toBe(upvotes);
  });
});

test.each([
  ['Published on Oct 4, 2026', '2026-10-04'],
  ['Feb 22, 2024', '2024-02-22'],
  ['September 30, 2025', '2025-09-30'],
  ['May 30', undefined],
  ['Published on Sep 28', undefined],
  ['Feb 30, 2024', undefined],
  ['Room 4, 2026', undefined],
  ['2 authors', undefined],
])('a card that says "%s" bears the date %s', (text, date) => {
  expect(shownDate(text)).toBe(date);
});

function element(html: string): Element {
  return new JSDOM(`<article>${html}</article>`).window.document.body;
}

function read(html: string, onSearch = false) {
  return paperFromCard(element(html), ID, onSearch, noteFor([]));
}
