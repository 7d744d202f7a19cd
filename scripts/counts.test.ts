import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countStep, sum } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));

function reportFile(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } };

test.each([
  ['a step without a report that passed', 0, undefined, { passed: 1, failed: 0, skipped: 0 }],
  ['a step without a report that failed', 3, undefined, { passed: 0, failed: 1, skipped: 0 }],
  ['unit tests that passed', 0, vitest, { passed: 7, failed: 0, skipped: 3 }],
  ['unit tests of which a file did not load', 1, vitest, { passed: 7, failed: 1, skipped: 3 }],
  ['browser tests, a flaky one among them', 1, playwright, { passed: 4, failed: 2, skipped: 2 }],
  [
    'faults of which one case failed',
    1,
    { cases: [{ passed: true }, { passed: false }, {}] },
    { passed: 1, failed: 2, skipped: 0 },
  ],
  [
    'exports of which one check was left out',
    0,
    {
      cases: [
        { passed: true, skipped: false },
        { passed: false, skipped: true },
      ],
    },
    { passed: 1, failed: 0, skipped: 1 },
  ],
  ['faults of which no case ran', 0, { cases: [] }, { passed: 0, failed: 1, skipped: 0 }],
  ['a report of no known shape', 0, { fine: true }, { passed: 0, failed: 1, skipped: 0 }],
])('%s is counted', (_name, code, report, expected) => {
  expect(countStep(code, report && reportFile(report))).toEqual(expected);
});

test('a step that should have written a report and wrote none has failed', () => {
  expect(countStep(0, join(folder, 'missing.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the counts of all steps add up', () => {
  const steps = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 3, skipped: 2 },
  ];
  expect(sum(steps)).toEqual({ passed: 21, failed: 3, skipped: 2 });
});
