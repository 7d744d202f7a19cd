import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile } from './reconcile.ts';

describe('A list on the screen', () => {
  test.each([
    ['lets what came in wait', ['a', 'b'], ['n', 'a', 'b'], [], ['a', 'b'], ['n']],
    ['loses what left', ['a', 'b'], ['b'], [], ['b'], []],
    ['takes back what the user undid, in its old place', ['a', 'c'], ['a', 'b', 'c'], ['b'], ['a', 'b', 'c'], []],
    ['takes everything when nothing is on it', [], ['a', 'b'], [], ['a', 'b'], []],
    ['stays when nothing changed', ['a'], ['a'], ['b'], ['a'], []],
  ])('%s', (_, shown, fresh, own, expected, arrivals) => {
    expect(reconcile(shown, fresh, new Set(own))).toEqual({ shown: expected, arrivals });
  });

  test('and what waits are together all that there is, each once', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(ids, ids, ids, (shown, fresh, own) => {
        const joined = reconcile(shown, fresh, new Set(own));
        expect([...joined.shown, ...joined.arrivals].sort()).toEqual([...fresh].sort());
      }),
    );
  });

  test('never moves two of its papers past each other', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 20 }).map(String));
    fc.assert(
      fc.property(ids, ids, (shown, fresh) => {
        const order = fresh.filter((id) => shown.includes(id));
        fc.pre(shown.length > 0);
        expect(reconcile(shown, fresh, new Set()).shown).toEqual(order);
      }),
    );
  });
});
