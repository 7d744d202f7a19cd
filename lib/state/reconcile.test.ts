import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_PAPERS, paperSet } from './paper-set.ts';
import { reconcile } from './reconcile.ts';

describe('A list on the screen', () => {
  test.each([
    ['lets what came in wait', [1, 2], [9, 1, 2], [], [1, 2], [9]],
    ['loses what left', [1, 2], [2], [], [2], []],
    ['takes back what the user undid, in its old place', [1, 3], [1, 2, 3], [2], [1, 2, 3], []],
    ['takes everything when nothing is on it', [], [1, 2], [], [1, 2], []],
    ['stays when nothing changed', [1], [1], [2], [1], []],
  ])('%s', (_, shown, fresh, own, expected, arrivals) => {
    expect(reconcile(shown, fresh, paperSet(own))).toEqual({ shown: expected, arrivals });
  });

  const papers = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }));

  test('and what waits are together all that there is, each once', () => {
    const ids = papers(8);
    fc.assert(
      fc.property(ids, ids, ids, (shown, fresh, own) => {
        const joined = reconcile(shown, fresh, paperSet(own));
        expect([...joined.shown, ...joined.arrivals].sort()).toEqual([...fresh].sort());
      }),
    );
  });

  test('never moves two of its papers past each other', () => {
    const ids = papers(20);
    fc.assert(
      fc.property(ids, ids, (shown, fresh) => {
        const order = fresh.filter((id) => shown.includes(id));
        fc.pre(shown.length > 0);
        expect(reconcile(shown, fresh, NO_PAPERS).shown).toEqual(order);
      }),
    );
  });
});
