import { existsSync, readFileSync } from 'node:fs';

/** How many checks passed, failed and were left out. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * What a step counts for: the tests of its report, or the step itself where it writes none.
 * A step that failed without a failed test (a file that does not load, a report not written) counts as one failure.
 * @param code the step's exit code
 * @param report path of the JSON report of Vitest, of Playwright, of the faults or of the checks of exports
 */
export function countStep(code: number, report?: string): Counts {
  const counts = report && existsSync(report) ? countReport(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  if (!counts) return { passed: code === 0 && !report ? 1 : 0, failed: code === 0 && !report ? 0 : 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The counts of a report, or undefined when it is of no known kind. */
function countReport(report: unknown): Counts | undefined {
  return countTests(report) ?? countCases(report);
}

/** The counts of Vitest or Playwright. */
function countTests(report: unknown): Counts | undefined {
  const vitest = numbersOf(report, ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests']);
  if (vitest) return { passed: vitest[0] ?? 0, failed: vitest[1] ?? 0, skipped: (vitest[2] ?? 0) + (vitest[3] ?? 0) };
  const stats: unknown = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : undefined;
  const playwright = numbersOf(stats, ['expected', 'unexpected', 'flaky', 'skipped']);
  if (!playwright) return undefined;
  // A test that passed only when tried again is not one that passed.
  return {
    passed: playwright[0] ?? 0,
    failed: (playwright[1] ?? 0) + (playwright[2] ?? 0),
    skipped: playwright[3] ?? 0,
  };
}

/** The counts of the faults or of the checks of exports, of which each case passes, fails or is left out. */
function countCases(report: unknown): Counts | undefined {
  const cases: unknown = typeof report === 'object' && report !== null && 'cases' in report ? report.cases : undefined;
  if (!Array.isArray(cases) || cases.length === 0) return undefined;
  const having = (name: string) =>
    cases.filter((each: unknown) => typeof each === 'object' && each && Reflect.get(each, name) === true).length;
  const [passed, skipped] = [having('passed'), having('skipped')];
  return { passed, failed: cases.length - passed - skipped, skipped };
}

function numbersOf(value: unknown, names: readonly string[]): number[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const numbers = names.map((name): unknown => Reflect.get(value, name));
  return numbers.every((number) => typeof number === 'number') ? numbers : undefined;
}

/** Adds counts up. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
