import { describe, expect, test } from 'vitest';
import { captureOf, scraped } from '../../tests/library.ts';
import type { Recalled } from '../domain/recalled.ts';
import { acknowledgeAll, isSeen, kindOf, newVisit, take, takePaper, type Visit } from './visit.ts';

const START = Date.parse('2026-05-12T08:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const { digest } = captureOf([scraped({ title: 'A' })]);

function recalled(more: Partial<Recalled> = {}): Recalled {
  const words = { status: 'unread', starred: false, removed: false } as const;
  return { name: 'a', firstSeenAt: at(0), digests: 1, note: 'Seen on Daily Papers, May 12', ...words, ...more };
}

function visitWith(...papers: Recalled[]): Visit {
  const visit = newVisit(digest, START);
  take(visit, { papers });
  return visit;
}

describe('a mark says', () => {
  const KINDS: [string, Partial<Recalled>, string, hidden: boolean][] = [
    ['new, of what this visit showed first', {}, 'new', false],
    ['new, of what a visit shortly before showed first', { firstSeenAt: at(-30) }, 'new', false],
    ['seen, of what was first seen longer ago', { firstSeenAt: at(-31) }, 'seen', true],
    ['seen, of what another list showed too', { digests: 2 }, 'seen', true],
    ['reading', { status: 'reading' }, 'reading', false],
    ['read', { status: 'read' }, 'read', true],
    ['skipped', { status: 'skipped' }, 'skipped', true],
    ['starred, also of what was read', { status: 'read', starred: true }, 'starred', false],
    ['removed, before all else', { starred: true, removed: true }, 'removed', true],
  ];
  test.each(KINDS)('%s', (_name, more, kind, hidden) => {
    const visit = visitWith(recalled(more));
    expect([kindOf(visit, 'a'), isSeen(visit, 'a')]).toEqual([kind, hidden]);
  });

  test('nothing of a paper that the library does not know, which is not hidden either', () => {
    expect([kindOf(visitWith(), 'a'), isSeen(visitWith(), 'a')]).toEqual([undefined, false]);
  });
});

describe('what is new', () => {
  test('stays so while the tab stays, though other lists show it meanwhile', () => {
    const visit = visitWith(recalled());
    take(visit, { papers: [recalled({ digests: 2 })] });
    expect(kindOf(visit, 'a')).toBe('new');
  });

  test('is not new any more once it was acted on, unless that is taken back', () => {
    const visit = visitWith(recalled());
    takePaper(visit, recalled({ status: 'read' }));
    expect([kindOf(visit, 'a'), visit.fresh.size]).toEqual(['read', 0]);
    takePaper(visit, recalled());
    expect(kindOf(visit, 'a')).toBe('new');
  });

  test('is seen once all is acknowledged, here or in another tab, and what a list brings later is new', () => {
    for (const acknowledge of [
      acknowledgeAll,
      (visit: Visit, acknowledgedAt: string) => take(visit, { papers: [], acknowledgedAt }),
    ]) {
      const visit = visitWith(recalled());
      acknowledge(visit, at(5));
      const papers = [recalled(), recalled({ name: 'late' })];
      take(visit, { papers, acknowledgedAt: at(5) });
      expect([kindOf(visit, 'a'), kindOf(visit, 'late')]).toEqual(['seen', 'new']);
    }
  });

  test('is seen after a reload, when all was acknowledged before', () => {
    const visit = newVisit(digest, START + 10 * 60_000);
    take(visit, { papers: [recalled(), recalled({ name: 'later', firstSeenAt: at(9) })], acknowledgedAt: at(5) });
    expect([kindOf(visit, 'a'), kindOf(visit, 'later')]).toEqual(['seen', 'new']);
  });
});
