import { expect, test } from 'vitest';
import { type Goal, isMet, type Line, ratioOf } from './line.ts';
import { writeReport } from './report.ts';
import { sampleOf } from './sample.ts';

function line(ours: number, theirs: number | undefined, goal?: Goal): Line {
  return {
    row: 'popup',
    figure: 'popup, first list painted',
    papers: 100_000,
    unit: 'ms',
    ours: sampleOf([ours - 1, ours, ours + 2]),
    ...(theirs === undefined ? {} : { beside: { what: '181 papers', sample: sampleOf([theirs]) } }),
    ...(goal ? { goal } : {}),
  };
}

const GOALS: [name: string, line: Line, ratio: number | undefined, met: boolean | undefined][] = [
  ['as much as allowed', line(120, 100, { kind: 'at most times', times: 1.2 }), 1.2, true],
  ['more than allowed', line(130, 100, { kind: 'at most times', times: 1.2 }), 1.3, false],
  ['as much faster as asked', line(10, 1_000, { kind: 'times less', times: 100 }), 100, true],
  ['faster, but not enough', line(20, 1_000, { kind: 'times less', times: 100 }), 50, false],
  ['below a bound', line(15, undefined, { kind: 'at most', value: 16 }), undefined, true],
  ['above a bound', line(17, undefined, { kind: 'at most', value: 16 }), undefined, false],
  ['without a goal', line(50, 100), 0.5, undefined],
  ['with nothing to compare with', line(50, undefined, { kind: 'at most times', times: 2 }), undefined, undefined],
];
test.each(GOALS)('a figure %s is judged so', (_name, one, ratio, met) => {
  expect(ratioOf(one)).toBe(ratio);
  expect(isMet(one)).toBe(met);
});

test('the table holds figure, both sides, ratio, goal and whether it is met', () => {
  const [head, row] = writeReport([line(120, 100, { kind: 'at most times', times: 1.2 })]).split('\n');
  expect(head?.split(/ {2,}/)).toEqual([
    'figure',
    'papers',
    'ours',
    'spread',
    'beside',
    'theirs',
    'spread',
    'ratio',
    'goal',
    'met',
    'runs',
  ]);
  expect(row?.split(/ {2,}/)).toEqual([
    'popup, first list painted',
    '100,000',
    '120 ms',
    '119–122',
    '181 papers',
    '100 ms',
    '1.2×',
    '≤ 1.2×',
    'yes',
    '3/1',
  ]);
});

test('all lines of the table are of one width up to their last cell', () => {
  const [head = '', ...rows] = writeReport(GOALS.map(([, one]) => ({ ...one, figure: one.figure.repeat(2) }))).split(
    '\n',
  );
  const place = head.indexOf('beside');
  for (const row of rows.slice(0, GOALS.length)) expect(row.slice(place - 2, place)).toBe('  ');
});

test('what is missed is said in capitals, and the last line counts what is met', () => {
  const report = writeReport(GOALS.map(([, one]) => one));
  expect(report.match(/ NO /g)).toHaveLength(3);
  expect(report.split('\n').at(-1)).toBe('3 of 6 goals met');
});

test.each([
  [line(10, 1_000, { kind: 'times less', times: 100 }), '100× less'],
  [line(15, 100, { kind: 'at most times', times: 0.2 }), '0.15×'],
  [line(10, 1_000), '100× less'],
  [line(150, 100), '1.5×'],
])('a ratio is told in the direction that matters', (one, text) => {
  expect(writeReport([one])).toContain(` ${text}`);
});

test('notes stand below the table', () => {
  const report = writeReport([{ ...line(1.234, undefined), note: 'As it is.' }]);
  expect(report).toContain('1.23 ms');
  expect(report).toContain('popup, first list painted: As it is.');
});
