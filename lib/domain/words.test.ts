import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUSES } from './shelf.ts';
import { combineWords, joinSaid, type Said, saysNothing } from './words.ts';

const clock = fc.constantFrom('1-0-here', '2-0-here', '2-0-there', '3-0-here');
const word = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, clock });
const said: fc.Arbitrary<Said> = fc.record(
  {
    status: word(fc.constantFrom(...STATUSES)),
    starred: word(fc.boolean()),
    tags: word(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((tags) => tags.sort())),
    note: word(fc.constantFrom('', 'one', 'two', 'one and two')),
    removed: word(fc.boolean()),
    cited: word(fc.constantFrom('lee2024', 'ek2023')),
  },
  { requiredKeys: [] },
);

test('joining what was said makes no difference between orders and repeats', () => {
  fc.assert(
    fc.property(said, said, said, (a, b, c) => {
      expect(joinSaid(a, b)).toEqual(joinSaid(b, a));
      expect(joinSaid(a, joinSaid(b, c))).toEqual(joinSaid(joinSaid(a, b), c));
      expect(joinSaid(joinSaid(a, b), b)).toEqual(joinSaid(a, b));
    }),
  );
});

test('the later word of a field stands', () => {
  const early: Said = { note: { value: 'early', clock: '1-0-here' }, starred: { value: true, clock: '4-0-here' } };
  const late: Said = { note: { value: 'late', clock: '2-0-there' }, starred: { value: false, clock: '3-0-there' } };
  expect(joinSaid(early, late)).toEqual({ note: late.note, starred: early.starred });
});

test('of two citation keys the one that was given first stands, and it is nothing that the user said', () => {
  const [first, second]: Said[] = [
    { cited: { value: 'lee2023', clock: '1-0-here' } },
    { cited: { value: 'lee2024', clock: '2-0-there' } },
  ];
  if (!first || !second) throw new Error('two records were expected');
  expect(joinSaid(second, first)).toEqual(first);
  expect(combineWords([second, first])).toMatchObject({ citationKey: 'lee2023', changed: {} });
  expect(saysNothing(first)).toBe(true);
});

test('the words of several names add up to the same in any order', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 4 }), (all) => {
      expect(combineWords([...all].reverse())).toEqual(combineWords(all));
      expect(combineWords([...all, ...all])).toEqual(combineWords(all));
    }),
  );
});

test.each([
  ['read', 'skipped', 'read'],
  ['reading', 'unread', 'reading'],
  ['read', 'reading', 'read'],
  ['skipped', 'unread', 'unread'],
  ['skipped', 'skipped', 'skipped'],
] as const)('%s and %s, each said of one name, are %s, either way', (a, b, expected) => {
  const words = [a, b].map((value, index): Said => ({ status: { value, clock: `${index}-0-here` } }));
  expect(combineWords(words).status).toBe(expected);
  expect(combineWords(words.reverse()).status).toBe(expected);
});

test('a name that nothing was said of takes no part', () => {
  const skipped: Said = { status: { value: 'skipped', clock: '1-0-here' } };
  expect(combineWords([skipped, {}])).toMatchObject({ status: 'skipped', changed: { status: '1-0-here' } });
  expect(combineWords([{}, {}])).toEqual({
    status: 'unread',
    starred: false,
    tags: [],
    note: '',
    removed: false,
    changed: {},
  });
});

test('a paper is removed only if every name of which that was said is', () => {
  const removed: Said = { removed: { value: true, clock: '1-0-here' } };
  const back: Said = { removed: { value: false, clock: '2-0-here' } };
  expect(combineWords([removed, {}]).removed).toBe(true);
  expect(combineWords([removed, back]).removed).toBe(false);
});

test('no tag, no note and no star of any name is lost', () => {
  fc.assert(
    fc.property(said, said, (a, b) => {
      const { tags, note, starred } = combineWords([a, b]);
      for (const { tags: own, note: text, starred: star } of [a, b]) {
        expect(tags).toEqual(expect.arrayContaining(own?.value ?? []));
        expect(note).toContain(text?.value ?? '');
        if (star?.value) expect(starred).toBe(true);
      }
    }),
  );
});
