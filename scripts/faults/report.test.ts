import { expect, test } from 'vitest';
import type { FaultResult } from './fault-case.ts';
import { judge, writeReport } from './report.ts';

const CLEAN: FaultResult = { tried: 5, lost: 0, duplicated: 0, partial: 0, failures: [] };

test.each<[string, Partial<FaultResult>, boolean]>([
  ['in which nothing went wrong passes', {}, true],
  ['that lost something fails', { lost: 1 }, false],
  ['that made something twice fails', { duplicated: 1 }, false],
  ['that left something half done fails', { partial: 1 }, false],
  ['with any other failure fails', { failures: ['It was late.'] }, false],
  ['that tried nothing fails', { tried: 0 }, false],
])('a case %s', (_name, result, passed) => {
  expect(judge('flood', { ...CLEAN, ...result }, 1).passed).toBe(passed);
});

test('a report is a table, then the failures, then how many passed', () => {
  const reports = [
    judge('flood', { ...CLEAN, note: 'eight tabs' }, 2),
    judge('drought', { ...CLEAN, lost: 12, failures: ['The seeds are gone.'] }, 10.25),
  ];
  expect(writeReport(reports)).toBe(
    [
      'case       tried  lost  duplicated  partial  seconds  note',
      '✓ flood        5     0           0        0      2.0  eight tabs',
      '✗ drought      5    12           0        0     10.3',
      '',
      'drought: The seeds are gone.',
      '',
      '1 passed, 1 failed',
    ].join('\n'),
  );
});
