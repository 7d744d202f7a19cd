import { expect, test } from 'vitest';
import { noticePlan, readNoticeChoice } from './weekly-notice.ts';

const day = (date: number, hour = 12) => new Date(2026, 10, date, hour);
const since = day(1).toISOString();

// 16 and 23 November 2026 are Mondays.
const PLANS: [string, string, unknown, Date, boolean][] = [
  ['a day that has not come', day(18).toISOString(), undefined, day(22), false],
  ['the day, before its hour', day(18).toISOString(), undefined, day(23, 8), false],
  ['the day', day(18).toISOString(), undefined, day(23), true],
  ['the day after it was told', since, day(23, 9).toISOString(), day(23), false],
  ['a day that was missed', since, day(16, 10).toISOString(), day(25), true],
  ['several that were missed, once told', since, day(25).toISOString(), day(26), false],
  ['the very day of the choice, after its hour', day(23, 11).toISOString(), undefined, day(23), false],
  ['what was told is not readable', since, 'yesterday', day(23), true],
];
test.each(PLANS)('on %s', (_, chosen, told, now, isDue) => {
  expect(noticePlan({ weekday: 1, since: chosen }, told, now.getTime()).isDue).toBe(isDue);
});

test('the next look is at nine on the next such day', () => {
  const { nextMs } = noticePlan({ weekday: 1, since }, undefined, day(18).getTime());
  expect(new Date(nextMs)).toEqual(day(23, 9));
});

const STORED: [unknown, ReturnType<typeof readNoticeChoice>][] = [
  [
    { weekday: 0, since },
    { weekday: 0, since },
  ],
  [
    { weekday: 6, since, more: 1 },
    { weekday: 6, since },
  ],
  [{ weekday: 7, since }, undefined],
  [{ weekday: 1 }, undefined],
  [{ weekday: 1, since: 'once' }, undefined],
  ['monday', undefined],
  [undefined, undefined],
];
test.each(STORED)('of what is stored, %j is the choice %j', (stored, choice) => {
  expect(readNoticeChoice(stored)).toEqual(choice);
});
