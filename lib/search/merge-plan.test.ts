import { expect, test } from 'vitest';
import { planMerge } from './merge-plan.ts';
import type { Segment } from './state.ts';

function segment(id: number, live: number, papers = live, part: Segment['part'] = 'text'): Segment {
  return { id, part, live, papers, first: 1, last: papers, blocks: 1, bytes: 1, changed: 1 };
}

const PLANS: [name: string, sizes: number[], merged: number[] | undefined][] = [
  ['nothing', [], undefined],
  ['one', [60], undefined],
  ['two small ones', [60, 60], [60, 60]],
  ['a page beside a large one', [60, 100_000], undefined],
  ['pages beside a large one', [60, 100_000, 60], [60, 60]],
  ['some that are worth it together', [132, 2_000, 2_000], [132, 2_000, 2_000]],
  ['one that is not much larger', [300, 1_000, 60_000], [300, 1_000]],
];
test.each(PLANS)('of %s, %j, %j are merged', (_name, sizes, merged) => {
  const plan = planMerge(sizes.map((size, id) => segment(id, size)));
  expect(plan?.map(({ live }) => live)).toEqual(merged);
});

test('the two parts of papers are merged apart', () => {
  expect(planMerge([segment(1, 60), segment(2, 60, 60, 'said')])).toBeUndefined();
});

test('a segment of which half is dead is written anew', () => {
  expect(planMerge([segment(1, 400, 1_000)])?.map(({ id }) => id)).toEqual([1]);
  expect(planMerge([segment(1, 600, 1_000)])).toBeUndefined();
});

test('pages that come one by one leave few segments, and move a paper few times', () => {
  let segments: Segment[] = [];
  let moved = 0;
  let most = 0;
  for (let page = 1; page <= 1_000; page++) {
    segments.push(segment(page, 60));
    for (let plan = planMerge(segments); plan; plan = planMerge(segments)) {
      const merged = new Set(plan);
      const live = plan.reduce((sum, each) => sum + each.live, 0);
      moved += live;
      segments = [...segments.filter((each) => !merged.has(each)), segment(page + 10_000, live)];
    }
    most = Math.max(most, segments.length);
  }
  expect(most).toBeLessThanOrEqual(6);
  expect(moved / 60_000).toBeLessThan(20);
});
