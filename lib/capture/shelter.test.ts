import { describe, expect, test } from 'vitest';
import { captureOf, scraped } from '../../tests/library.ts';
import { storeIn } from '../../tests/tab.ts';
import { newShelter, SHELTER_LIMITS, type Store } from './shelter.ts';

const HOST = 'huggingface.co';
const [EARLY, LATE] = ['2026-05-12T08:00:00.000Z', '2026-05-14T08:00:00.000Z'];
const reading = (number: number, seenAt = EARLY) =>
  captureOf([scraped({ title: `Paper ${number}` })], { key: `huggingface:day:${number}` }, seenAt);

function shelterOf(host = HOST, kept = new Map<string, unknown>(), store: Store = storeIn(kept)) {
  const told: [number, string?][] = [];
  const tell = async (...what: [number, string?]) => {
    told.push(what);
  };
  return { kept, told, shelter: newShelter({ host, store, tell }) };
}

describe('a reading that could not be delivered', () => {
  test('is kept, told of, read back by the next page of its host, and forgotten', async () => {
    const { kept, told, shelter } = shelterOf();
    const key = await shelter.keep(reading(1));
    expect(told).toEqual([[1, 'huggingface']]);
    const next = shelterOf(HOST, kept);
    expect(await next.shelter.read()).toEqual([{ key, reading: reading(1) }]);
    await next.shelter.forget(key ?? '');
    expect([kept.size, next.told]).toEqual([0, [[0]]]);
  });

  test('is not given to a page of another host, whose word the background would not take', async () => {
    const { kept, shelter } = shelterOf();
    await shelter.keep(reading(1));
    expect(await shelterOf('other.example', kept).shelter.read()).toEqual([]);
  });

  test('is kept once however often its page is visited, with the time of the first visit and the words of the last', async () => {
    const { kept, shelter } = shelterOf();
    await shelter.keep(reading(1, LATE));
    await shelter.keep(reading(1, EARLY));
    const [paper] = reading(1).papers;
    await shelter.keep({ ...reading(1, LATE), papers: paper ? [{ ...paper, upvotes: 9 }] : [] });
    expect(kept.size).toBe(1);
    expect((await shelter.read())[0]?.reading).toMatchObject({ seenAt: EARLY, papers: [{ upvotes: 9 }] });
  });

  test('waits beside those of other lists, the oldest first', async () => {
    const { shelter } = shelterOf();
    for (const [number, at] of [
      [2, LATE],
      [1, EARLY],
    ] as const)
      await shelter.keep(reading(number, at));
    expect((await shelter.read()).map((one) => one.reading)).toEqual([reading(1), reading(2, LATE)]);
  });

  test('gives way to newer ones when there are too many', async () => {
    const { kept, told, shelter } = shelterOf();
    const at = (number: number) => new Date(Date.parse(EARLY) + number * 1_000).toISOString();
    for (let number = 0; number < SHELTER_LIMITS.readings + 5; number += 1)
      await shelter.keep(reading(number, at(number)));
    expect(kept.size).toBe(SHELTER_LIMITS.readings);
    expect((await shelter.read())[0]?.reading).toMatchObject({ seenAt: at(5) });
    expect(told.at(-1)).toEqual([SHELTER_LIMITS.readings, 'huggingface']);
  });

  test('gives way to newer ones when they are too large together', async () => {
    const { shelter } = shelterOf();
    const large = (number: number) =>
      captureOf([scraped({ title: 'x'.repeat(900_000) })], { key: `huggingface:day:${number}` });
    for (let number = 0; number < 8; number += 1) await shelter.keep(large(number));
    expect(await shelter.read()).toHaveLength(4);
  });

  test.each(['get', 'a text', null, { at: 'never', reading: {} }, { reading: {} }])(
    'that somebody spoilt (%o) goes to the background like any, and is refused there',
    async (value) => {
      const { shelter } = shelterOf(HOST, new Map([[`${HOST}:0000`, value]]));
      expect(await shelter.read()).toEqual([{ key: `${HOST}:0000`, reading: undefined }]);
    },
  );

  test('is not kept when there is no room, and the page feels nothing of it', async () => {
    const full: Store = { ...storeIn(new Map()), write: () => Promise.reject(new Error('QUOTA_BYTES exceeded')) };
    const { told, shelter } = shelterOf(HOST, new Map(), full);
    expect(await shelter.keep(reading(1))).toBeUndefined();
    expect(told).toEqual([]);
  });
});
