import { describe, expect, test } from 'vitest';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { open } from '../../tests/tab.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const WEEK = 'https://huggingface.co/papers/week/2026-W20';
const MONTH = 'https://huggingface.co/papers/month/2026-05';
const [A, B] = [sampleEntries(3, 1), sampleEntries(4, 50)];

describe('watching a page', () => {
  test('hands over the list once, however long the page stays', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(60_000);
    expect(tab.sent).toHaveLength(1);
    expect(tab.sent[0]).toMatchObject({
      adapter: 'huggingface',
      digest: { key: 'huggingface:day:2026-05-12' },
      problems: [],
    });
    expect(tab.ids()).toEqual(A.map((entry) => entry.paper.id));
  });

  test('hands over cards that come late with the time and the places of the same visit', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.grid().append(...tab.cards(B.slice(0, 1)));
    await tab.pass(5_000);
    expect(tab.sent[1]).toMatchObject({ seenAt: tab.sent[0]?.seenAt, papers: [{ rank: 4 }] });
    expect(tab.sent).toHaveLength(2);
  });

  test('hands a paper over again when more is known of it', async () => {
    const tab = open(
      dayPage('2026-05-12', A, { data: { dailyPapers: A.slice(1), dateString: '2026-05-12', periodType: 'day' } }),
      DAY,
    );
    await tab.pass(1_000);
    expect(tab.sent[0]?.papers[0]?.abstract).toBeUndefined();
    tab.document
      .querySelector('[data-target=DailyPapers]')
      ?.setAttribute('data-props', JSON.stringify({ dailyPapers: A, dateString: '2026-05-12' }));
    tab.grid().append('.');
    await tab.pass(5_000);
    expect(tab.sent[1]?.papers).toEqual([expect.objectContaining({ abstract: A[0]?.paper.summary })]);
  });

  test('sends a long list in messages of at most 200 papers with the ranks of the list', async () => {
    const tab = open(dayPage('2026-05-12', sampleEntries(450)), DAY);
    await tab.pass(1_000);
    expect(tab.sent.map((capture) => capture.papers.length)).toEqual([200, 200, 50]);
    expect(tab.sent.flatMap((capture) => capture.papers.map((paper) => paper.rank))).toEqual(
      Array.from({ length: 450 }, (_, index) => index + 1),
    );
  });

  test('does nothing on a page that is no digest', async () => {
    const tab = open('<main><h1>Models</h1></main>', 'https://huggingface.co/models');
    await tab.pass(10_000);
    expect(tab.sent).toEqual([]);
  });
});

describe('a change of list without a load', () => {
  test('gives the new list to the new address, with the cards alone where the data is the old list’s', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.go(WEEK);
    tab.grid().replaceChildren(...tab.cards([...B, ...A.slice(0, 1)]));
    await tab.pass(5_000);
    expect(tab.sent[1]?.digest.key).toBe('huggingface:week:2026-W20');
    expect(tab.sent[1]?.papers.map((paper) => paper.source)).toEqual([
      ...B.map(() => 'digest-card'),
      'huggingface-data',
    ]);
    expect(tab.sent).toHaveLength(2);
  });

  test('never gives the old list to the new address while it still stands there', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.go(WEEK);
    tab.grid().append('.');
    await tab.pass(30_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12']);
    tab.grid().replaceChildren(...tab.cards(B));
    await tab.pass(5_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12', 'huggingface:week:2026-W20']);
    expect(tab.sent[1]?.papers).toHaveLength(B.length);
  });

  test('never gives the old list to the second of two addresses that follow each other', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.go(WEEK);
    await tab.pass(2_000);
    tab.go(MONTH);
    await tab.pass(10_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12']);
  });

  test('never gives the old list to the new address when it comes back after a moment without any', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.go(WEEK);
    tab.grid().replaceChildren();
    await tab.pass(1_000);
    tab.grid().replaceChildren(...tab.cards(A));
    await tab.pass(10_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12']);
  });

  test('is noticed by the address alone', async () => {
    const tab = open(dayPage('2026-05-12', A, { data: {} }), DAY);
    await tab.pass(5_000);
    tab.quietly(() => tab.grid().replaceChildren(...tab.cards(B)));
    tab.go(WEEK);
    await tab.pass(1_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12', 'huggingface:week:2026-W20']);
  });

  test('back to a list that was handed over sends nothing twice', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.go(WEEK);
    tab.grid().replaceChildren(...tab.cards(B));
    await tab.pass(5_000);
    tab.go(DAY);
    tab.grid().replaceChildren(...tab.cards(A));
    await tab.pass(5_000);
    expect(tab.sent).toHaveLength(2);
  });
});
