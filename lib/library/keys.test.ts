import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from './ingest.ts';
import { changeKeys, idsNamed, keyHash, papersUnder } from './keys.ts';

// Two keys with one hash, found by trying: neither may lead to the other's paper.
const [one, other] = twins();

function twins(): [string, string] {
  const seen = new Map<number, string>();
  for (let n = 0; ; n += 1) {
    const key = `arxiv:2605.${n}`;
    const twin = seen.get(keyHash(key));
    if (twin !== undefined) return [twin, key];
    seen.set(keyHash(key), key);
  }
}

test('a key finds its own paper and not that of another key with the same hash', async () => {
  expect(keyHash(one)).toBe(keyHash(other));
  await withLibrary(async (db) => {
    const paper = (identifier: string) =>
      scraped({ title: `Known As ${identifier}`, identifiers: [identifier as `arxiv:${string}`] });
    await ingest(db, captureOf([paper(one)]));
    expect(await papersUnder(db, [other])).toEqual(new Map());
    expect(await idsNamed(db, [other])).toEqual(new Map());
    await ingest(db, captureOf([paper(other)], { key: 'huggingface:trending' }));
    const [first, second] = await everyId(db);
    expect([...(await papersUnder(db, [one])).keys()]).toEqual([first]);
    expect(await idsNamed(db, [one, other])).toEqual(
      new Map([
        [one, first],
        [other, second],
      ]),
    );
  });
});

test('a key that is taken away of one paper still leads to the other', async () => {
  await withLibrary(async (db) => {
    const prints = async () => (await db.keyBuckets.toArray()).map((row) => [...row.prints]);
    await db.transaction('rw', 'keyBuckets', async () => {
      await changeKeys(
        db,
        [],
        [
          [one, 1],
          [one, 2],
          [other, 1],
        ],
      );
      await changeKeys(db, [[one, 1]], []);
    });
    expect(await prints()).toEqual([[keyHash(one), 2, keyHash(one), 1]]);
    await db.transaction('rw', 'keyBuckets', async () =>
      changeKeys(
        db,
        [
          [one, 2],
          [other, 1],
        ],
        [],
      ),
    );
    expect(await prints()).toEqual([]);
  });
});
