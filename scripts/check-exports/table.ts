import type { Check, Outcome } from './check.ts';
import type { ReadLot } from './lot.ts';

/** One line of the table: what a program made of all papers in one format. */
export interface Row extends Outcome {
  check: Check;
  papers: number;
  seconds: number;
  /** What is missing on this machine, so that the program did not run. */
  missing?: readonly string[];
}

const MOST_EXAMPLES = 5;
const MOST_CHARACTERS = 300;

/** A row with nothing in it yet. */
export function emptyRow(check: Check, missing: readonly string[]): Row {
  const row: Row = { check, papers: 0, records: 0, warnings: [], differences: [], expected: 0, aside: 0, seconds: 0 };
  return missing.length > 0 ? { ...row, missing } : row;
}

/** Adds what came of a lot to its row. */
export function addLot(row: Row, { lot, outcome, seconds }: ReadLot): void {
  row.papers += lot.end - lot.start;
  row.records += outcome.records;
  row.warnings.push(...outcome.warnings);
  row.differences.push(...outcome.differences);
  row.expected = (row.expected ?? 0) + (outcome.expected ?? 0);
  row.aside = (row.aside ?? 0) + (outcome.aside ?? 0);
  row.seconds += seconds;
}

/** Whether a program read every paper as it was, without a complaint. */
export function isClean({ records, papers, warnings, differences, missing }: Row): boolean {
  return !missing && records === papers && warnings.length === 0 && differences.length === 0;
}

/** The table as text. */
export function tableText(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.check.format,
    row.check.program,
    ...(row.missing
      ? ['', `not run: ${row.missing.join(', ')} missing`, '', '', '', '', '']
      : [
          String(row.papers),
          String(row.records),
          String(row.warnings.length),
          String(row.differences.length),
          String(row.expected ?? 0),
          String(row.aside ?? 0),
          row.seconds.toFixed(1),
        ]),
  ]);
  const all = [
    ['format', 'program', 'papers', 'records', 'warnings', 'differences', 'expected', 'set aside', 'seconds'],
    ...cells,
  ];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The first complaints and differences of a row that is not clean. */
export function examples({ check, warnings, differences }: Row): string[] {
  const shown = [...warnings.slice(0, MOST_EXAMPLES), ...differences.slice(0, MOST_EXAMPLES)];
  return shown.map((text) => `  ${check.format}, ${check.program}: ${text.slice(0, MOST_CHARACTERS)}`);
}

/** What to know of comparisons, each said once. */
export function notes(rows: readonly Row[]): string[] {
  const noted = rows.filter(({ check }) => check.note);
  return [...new Set(noted.map(({ check }) => `${check.format}, ${check.program}: ${check.note}`))];
}
