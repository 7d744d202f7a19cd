import { afterEach, describe, expect, test } from 'vitest';
import { lastDue, nextDue, type Weekday, weekOf } from './week.ts';

const HOME = process.env.TZ;
afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});

/** In a place where clocks go forward on 29 March and back on 25 October 2026. */
function inBerlin(): void {
  process.env.TZ = 'Europe/Berlin';
}

describe('A week', () => {
  const noon = (day: string) => Date.parse(`${day}T12:00:00.000Z`);
  const WEEKS: [string, string, number, string, string][] = [
    ['ends with today', '2026-11-22', 0, '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['before it ends where it begins', '2026-11-22', 1, '2026-11-08T23:00:00.000Z', '2026-11-15T23:00:00.000Z'],
    [
      'is an hour shorter where clocks go forward',
      '2026-03-31',
      0,
      '2026-03-24T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ],
    ['is an hour longer where clocks go back', '2026-10-26', 0, '2026-10-19T22:00:00.000Z', '2026-10-26T23:00:00.000Z'],
    ['goes over the turn of a year', '2027-01-02', 0, '2026-12-26T23:00:00.000Z', '2027-01-02T23:00:00.000Z'],
  ];
  test.each(WEEKS)('%s', (_, day, back, since, until) => {
    inBerlin();
    expect(weekOf(noon(day), back)).toEqual({ since, until });
  });

  test('is that of the place: the last minute of a day belongs to it, the first of the next does not', () => {
    inBerlin();
    const lateThere = Date.parse('2026-11-22T22:59:00.000Z');
    expect(weekOf(lateThere, 0).until).toBe('2026-11-22T23:00:00.000Z');
    expect(weekOf(lateThere + 60_000, 0).until).toBe('2026-11-23T23:00:00.000Z');
  });
});

describe('What is due on a day of the week', () => {
  const DUE: [string, Weekday, string, string, string][] = [
    ['later today', 0, '2026-11-22T07:59:00.000Z', '2026-11-15T08:00:00.000Z', '2026-11-22T08:00:00.000Z'],
    ['just now', 0, '2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z', '2026-11-29T08:00:00.000Z'],
    ['some days ago', 1, '2026-11-22T12:00:00.000Z', '2026-11-16T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    [
      'before clocks went forward',
      6,
      '2026-03-29T12:00:00.000Z',
      '2026-03-28T08:00:00.000Z',
      '2026-04-04T07:00:00.000Z',
    ],
    ['before clocks went back', 6, '2026-10-25T12:00:00.000Z', '2026-10-24T07:00:00.000Z', '2026-10-31T08:00:00.000Z'],
  ];
  test.each(DUE)('%s', (_, weekday, now, last, next) => {
    inBerlin();
    expect(new Date(lastDue(Date.parse(now), weekday)).toISOString()).toBe(last);
    expect(new Date(nextDue(Date.parse(now), weekday)).toISOString()).toBe(next);
  });
});
