import { describe, expect, test } from 'vitest';
import { isNarrowed, OPENING_FILTER, readView, shelfFilter, type ViewFilter } from './view.ts';

describe('A stored view', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'view'],
    ['a list', []],
    ['a status that is none', { filter: { status: 'burnt', starred: true } }],
    ['a number for a query', { query: 7 }],
    ['half a place', { top: { id: 1 } }],
    ['a place that is no number', { top: { id: 1, offset: Number.NaN } }],
    ['a paper by a text', { selected: 'a', expanded: 'b', top: { id: 'c', offset: 0 } }],
    ['a paper that cannot be', { selected: 0, expanded: -1, top: { id: 1.5, offset: 0 } }],
    ['an order that is none', { sort: 'fame' }],
  ])('that is %s opens on the newest unread', (_, stored) => {
    expect(readView(stored)).toEqual({ filter: OPENING_FILTER, sort: 'newest', query: '' });
  });

  test('comes back whole after a trip through JSON', () => {
    const view = {
      filter: {
        status: 'all',
        starred: true,
        site: 'huggingface',
        digestKey: 'd',
        added: { since: '2026-11-21T08:00:00.000Z', until: '2026-11-28T08:00:00.000Z' },
      },
      sort: 'upvotes',
      query: 'entropy',
      selected: 1,
      expanded: 2,
      top: { id: 3, offset: -12.5 },
    };
    expect(readView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test('forgets a date that is none, and keeps the rest', () => {
    const filter = { status: 'read', starred: false, site: 'arxiv', added: { since: 'yesterday' } };
    expect(readView({ filter }).filter).toEqual({ status: 'read', starred: false, site: 'arxiv' });
  });
});

describe('A span of days', () => {
  const now = new Date(2026, 10, 22, 15, 30).getTime();
  test.each([
    ['today', new Date(2026, 10, 22)],
    ['week', new Date(2026, 10, 16)],
    ['month', new Date(2026, 9, 24)],
  ] as const)('%s begins at a local midnight', (added, start) => {
    expect(shelfFilter({ ...OPENING_FILTER, added }, now).addedSince).toBe(start.toISOString());
  });

  test('ends before an instant where one was given', () => {
    const [since, until] = ['2026-11-14T23:00:00.000Z', '2026-11-21T23:00:00.000Z'];
    const { addedSince, addedBefore } = shelfFilter({ ...OPENING_FILTER, added: { since, until } }, now);
    expect([addedSince, addedBefore]).toEqual([since, until]);
  });

  test('is an instant as it stands when one was given', () => {
    const since = '2026-11-21T08:00:00.000Z';
    expect(shelfFilter({ ...OPENING_FILTER, added: { since } }, now)).toEqual({ ...OPENING_FILTER, addedSince: since });
  });
});

test.each<[ViewFilter, boolean]>([
  [{ status: 'read', starred: false }, false],
  [{ status: 'all', starred: true }, true],
  [{ status: 'all', starred: false, site: 'x' }, true],
  [{ status: 'all', starred: false, digestKey: 'x' }, true],
  [{ status: 'all', starred: false, added: 'today' }, true],
])('the filter %o counts as narrowed: %s', (filter, expected) => {
  expect(isNarrowed(filter)).toBe(expected);
});
