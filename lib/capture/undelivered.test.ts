import { describe, expect, test } from 'vitest';
import { sampleEntries } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { deafWays, open } from '../../tests/tab.ts';
import type { Capture } from '../domain/capture.ts';
import { newOutbox } from './outbox.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const MODELS = 'https://huggingface.co/models';
const LIST = dayPage('2026-05-12', sampleEntries(3));
const OTHER = dayPage('2026-05-13', sampleEntries(2, 50));

/** Visits a day while the background answers so, and closes the page. */
async function visitInVain(answer: 'no-answer' | 'storage-full' | 'storage-unavailable' | 'library-newer') {
  const tab = open(LIST, DAY);
  tab.answer = answer;
  await tab.pass(1_000);
  tab.end();
  return tab;
}

describe('a reading that could not be delivered before its page was closed', () => {
  test.each(['no-answer', 'storage-full', 'storage-unavailable', 'library-newer'] as const)(
    'because of %s is kept, and told of',
    async (answer) => {
      const tab = await visitInVain(answer);
      expect([tab.kept.size, tab.told.at(-1)]).toEqual([1, 1]);
    },
  );

  test('is delivered by the next page of its site, before that page’s own', async () => {
    const before = await visitInVain('no-answer');
    const tab = open(OTHER, DAY.replace('12', '13'), { kept: before.kept });
    await tab.pass(1_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12', 'huggingface:day:2026-05-13']);
    expect(tab.sent[0]).toEqual(before.sent[0]);
    expect([tab.kept.size, tab.told]).toEqual([0, [0]]);
  });

  test('is delivered by a page without any digest', async () => {
    const { kept } = await visitInVain('storage-full');
    const tab = open('<main>Models</main>', MODELS, { kept });
    await tab.pass(1_000);
    expect(tab.keys()).toEqual(['huggingface:day:2026-05-12']);
    expect(kept.size).toBe(0);
  });

  test('stays until an answer has come', async () => {
    const { kept } = await visitInVain('no-answer');
    const tab = open('<main>Models</main>', MODELS, { kept });
    tab.answer = 'no-answer';
    await tab.pass(60_000);
    expect(kept.size).toBe(1);
    tab.answer = 'ok';
    tab.show(true);
    await tab.pass(1_000);
    expect(kept.size).toBe(0);
  });

  test('is kept once, however often its page is visited in vain', async () => {
    const { kept } = await visitInVain('no-answer');
    const tab = open(LIST, DAY, { kept });
    tab.answer = 'no-answer';
    await tab.pass(10_000);
    expect(kept.size).toBe(1);
  });

  test('is forgotten when the background refuses it for good', async () => {
    const { kept } = await visitInVain('no-answer');
    const tab = open('<main>Models</main>', MODELS, { kept });
    tab.answer = 'malformed';
    await tab.pass(1_000);
    expect([kept.size, tab.warnings.length]).toEqual([0, 1]);
  });
});

test('a reading that is delivered in the end on its own page is not kept any longer', async () => {
  const tab = await visitInVain('no-answer');
  const again = open(LIST, DAY, { kept: tab.kept });
  again.answer = 'no-answer';
  await again.pass(1_000);
  again.answer = 'ok';
  again.show(true);
  await again.pass(5_000);
  expect([again.kept.size, again.told.at(-1)]).toEqual([0, 0]);
});

const reading = (day: number): Capture => ({
  digest: { key: `huggingface:day:${day}`, site: 'huggingface', kind: 'day' },
  adapter: 'huggingface',
  seenAt: '2026-05-12T08:00:00.000Z',
  papers: [],
  problems: [],
});

test('one reading on which the background chokes does not hold the others for ever', async () => {
  const done: string[] = [];
  const send = async ({ digest }: Capture) => {
    if (digest.key.endsWith(':1')) return { ok: false, code: 'no-answer' } as const;
    done.push(digest.key);
    return { ok: false, code: 'malformed' } as const;
  };
  const outbox = newOutbox({ ...deafWays(), send, warn: () => {} }, { gone() {}, stored() {} });
  for (const day of [1, 2, 3]) outbox.put(reading(day));
  for (let look = 0; look < 3; look += 1) await outbox.send();
  expect(done).toEqual(['huggingface:day:2', 'huggingface:day:3']);
});

test('a reading for which there is no room is told of once on the page, and tried again', async () => {
  const warnings: string[] = [];
  const shelter = { read: async () => [], keep: async () => undefined, forget: async () => {} };
  let tries = 0;
  const send = async () => {
    tries += 1;
    return { ok: false, code: 'storage-full' } as const;
  };
  const outbox = newOutbox(
    { ...deafWays(), send, shelter, warn: (sentence) => warnings.push(sentence) },
    { gone() {}, stored() {} },
  );
  outbox.put(reading(1));
  await outbox.send();
  await outbox.send();
  expect([tries, warnings.length]).toEqual([2, 1]);
});
