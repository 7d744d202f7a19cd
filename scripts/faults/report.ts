import type { FaultResult } from './fault-case.ts';

/** One case that was run. */
export interface CaseReport extends FaultResult {
  name: string;
  passed: boolean;
  seconds: number;
}

/** A case passes when it tried something, nothing was lost, duplicated or partial, and nothing else failed. */
export function judge(name: string, result: FaultResult, seconds: number): CaseReport {
  const failures = result.tried > 0 ? result.failures : [...result.failures, 'Nothing was tried.'];
  const passed = failures.length === 0 && result.lost + result.duplicated + result.partial === 0;
  return { ...result, failures, name, passed, seconds };
}

const COLUMNS = ['case', 'tried', 'lost', 'duplicated', 'partial', 'seconds', 'note'] as const;

/** The cases as a table, then every failure a line, then how many passed. */
export function writeReport(reports: readonly CaseReport[]): string {
  const cells = reports.map((report) => [
    `${report.passed ? '✓' : '✗'} ${report.name}`,
    String(report.tried),
    String(report.lost),
    String(report.duplicated),
    String(report.partial),
    report.seconds.toFixed(1),
    report.note ?? '',
  ]);
  const failures = reports.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
  const passed = reports.filter((report) => report.passed).length;
  const count = `${passed} passed, ${reports.length - passed} failed`;
  return [...alignColumns([[...COLUMNS], ...cells]), ...(failures.length > 0 ? ['', ...failures] : []), '', count].join(
    '\n',
  );
}

/** Lines of cells of one width a column; the first and the last to the left, numbers to the right. */
function alignColumns(lines: readonly string[][]): string[] {
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => {
        const isText = column === 0 || column === line.length - 1;
        return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}
