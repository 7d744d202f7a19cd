import { describe, expect, test } from 'vitest';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { open } from '../../tests/tab.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const WEEK = 'https://huggingface.co/papers/week/2026-W20';
const [A, B] = [sampleEntries(3, 1), sampleEntries(4, 50)];

describe('a page without papers', () => {
  const empty = dayPage('2026-05-12', [], { data: {} });

  test('is reported as changed once it has been still for three seconds, and only once', async () => {
    const tab = open(empty, DAY);
    await tab.pass(2_500);
    expect(tab.sent).toEqual([]);
    await tab.pass(60_000);
    expect(tab.sent.map(({ papers, problems }) => ({ papers, problems }))).toEqual([
      { papers: [], problems: [{ code: 'site-changed', part: 'papers' }] },
    ]);
    tab.grid().append('.');
    await tab.pass(10_000);
    expect(tab.sent).toHaveLength(1);
  });

  test('is reported with all its problems at once', async () => {
    const tab = open(dayPage('2026-05-12', [], { data: 'nonsense' }), DAY);
    await tab.pass(10_000);
    expect(tab.sent.map((capture) => capture.problems.map((problem) => problem.code))).toEqual([
      ['data-unreadable', 'site-changed'],
    ]);
  });

  test('is not believed as long as something moves on it', async () => {
    const tab = open(empty, DAY);
    await tab.pass(2_900);
    tab.grid().append('.');
    await tab.pass(1_000);
    expect(tab.sent).toEqual([]);
  });

  test('is not reported while its list is loading', async () => {
    const tab = open(empty, DAY);
    for (let beat = 0; beat < 5; beat += 1) {
      await tab.pass(2_000);
      tab.grid().append('.');
    }
    tab.grid().replaceChildren(...tab.cards(A));
    await tab.pass(10_000);
    expect(tab.sent.map((capture) => capture.problems)).toEqual([[]]);
  });
});

test('a page with far fewer papers than it says is reported once it has been still', async () => {
  const tab = open(
    dayPage('2026-05-12', A, { data: { dateString: '2026-05-12', dailyPapers: sampleEntries(20) } }),
    DAY,
  );
  await tab.pass(1_000);
  expect(tab.sent.map((capture) => capture.problems)).toEqual([[]]);
  await tab.pass(10_000);
  expect(tab.sent[1]).toMatchObject({ papers: [], problems: [{ code: 'site-changed', part: 'cards' }] });
});

describe('a page that never rests', () => {
  test('is read all the same, and then left alone until its address changes', async () => {
    const tab = open(dayPage('2026-05-12', [], { data: {} }), DAY);
    tab.grid().append(...tab.cards(A));
    const looks = await tab.countLooks(async () => {
      for (let beat = 0; beat < 2_000; beat += 1) {
        tab.grid().append('.');
        await tab.pass(50);
      }
    });
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12']);
    expect(looks).toBeLessThanOrEqual(110);
    tab.go(WEEK);
    tab.grid().replaceChildren(...tab.cards(B));
    await tab.pass(3_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12', 'huggingface:week:2026-W20']);
  });
});

test('a page that changes now and then is never given up', async () => {
  const tab = open(dayPage('2026-05-12', A), DAY);
  for (let beat = 0; beat < 150; beat += 1) {
    tab.grid().append('.');
    await tab.pass(4_000);
  }
  tab.grid().append(...tab.cards(B));
  await tab.pass(1_000);
  expect(tab.sent[1]?.papers).toHaveLength(B.length);
});

describe('a tab out of sight', () => {
  test('is not read before it is looked at', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY, { visible: false });
    await tab.pass(10_000);
    expect(tab.sent).toEqual([]);
    tab.show(true);
    await tab.pass(1_000);
    expect(tab.sent).toHaveLength(1);
  });

  test('is not read while hidden, and is read again when it comes back', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    await tab.pass(5_000);
    tab.show(false);
    tab.grid().append(...tab.cards(B));
    expect(await tab.countLooks(() => tab.pass(60_000))).toBe(0);
    tab.show(true);
    await tab.pass(1_000);
    expect(tab.sent[1]?.papers).toHaveLength(B.length);
  });
});

describe('a background that does not answer', () => {
  test('is asked again at the next look, with nothing lost', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    tab.answer = 'no-answer';
    await tab.pass(1_000);
    expect(tab.sent).toHaveLength(1);
    tab.answer = 'ok';
    tab.show(true);
    await tab.pass(60_000);
    expect(tab.sent).toHaveLength(2);
    expect(tab.sent[1]).toEqual(tab.sent[0]);
  });

  test('is not asked again after a refusal that would be repeated', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    tab.answer = 'malformed';
    await tab.pass(60_000);
    expect(tab.sent).toHaveLength(1);
    expect(tab.warnings).toHaveLength(1);
  });

  test('because its extension is gone ends the watch with one warning', async () => {
    const tab = open(dayPage('2026-05-12', A), DAY);
    tab.answer = 'extension-gone';
    await tab.pass(1_000);
    tab.grid().append(...tab.cards(B));
    tab.show(false);
    tab.show(true);
    await tab.pass(60_000);
    expect(tab.sent).toHaveLength(1);
    expect(tab.warnings).toHaveLength(1);
  });
});

test('a watch that was ended reads nothing any more', async () => {
  const tab = open(dayPage('2026-05-12', A), DAY);
  tab.end();
  await tab.pass(10_000);
  expect(tab.sent).toEqual([]);
});
