import { type Goal, isMet, type Line, ratioOf, type Unit } from './line.ts';
import type { Sample } from './sample.ts';

const HEADINGS = ['figure', 'papers', 'ours', 'spread', 'beside', 'theirs', 'spread', 'ratio', 'goal', 'met', 'runs'];
/** Columns of words stand to the left, those of numbers to the right. */
const WORDS = new Set([0, 4]);

/** All figures as one table, the notes below it, and last how many goals were met. */
export function writeReport(lines: readonly Line[]): string {
  const table = [HEADINGS, ...lines.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const rows = table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return WORDS.has(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const notes = lines.flatMap(({ figure, note }) => (note ? [`${figure}: ${note}`] : []));
  return [...rows, ...(notes.length > 0 ? ['', ...notes] : []), '', summary(lines)].join('\n');
}

function summary(lines: readonly Line[]): string {
  const judged = lines.map(isMet).filter((met) => met !== undefined);
  const met = judged.filter(Boolean).length;
  return `${met} of ${judged.length} goals met`;
}

function cells(line: Line): string[] {
  const { figure, papers, unit, ours, beside, goal } = line;
  const ratio = ratioOf(line);
  const met = isMet(line);
  return [
    figure,
    papers.toLocaleString('en'),
    amount(ours.median, unit),
    spread(ours, unit),
    beside?.what ?? '',
    beside ? amount(beside.sample.median, unit) : '',
    beside ? spread(beside.sample, unit) : '',
    ratio === undefined ? '' : ratioText(ratio, goal),
    goal ? goalText(goal, unit) : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
    beside && beside.sample.runs !== ours.runs ? `${ours.runs}/${beside.sample.runs}` : String(ours.runs),
  ];
}

/** A ratio in the direction in which its goal is set; without one, in the direction in which it is worth telling. */
function ratioText(ratio: number, goal: Goal | undefined): string {
  if (goal?.kind === 'times less') return `${figures(ratio)}× less`;
  return !goal && ratio < 0.5 ? `${figures(1 / ratio)}× less` : `${figures(ratio)}×`;
}

function goalText(goal: Goal, unit: Unit): string {
  if (goal.kind === 'at most') return `≤ ${amount(goal.value, unit)}`;
  return goal.kind === 'times less' ? `≥ ${goal.times}× less` : `≤ ${goal.times}×`;
}

function spread({ low, high, runs }: Sample, unit: Unit): string {
  return runs < 2 ? '' : `${number(low, unit)}–${number(high, unit)}`;
}

function amount(value: number, unit: Unit): string {
  const text = number(value, unit);
  if (unit === 'count') return text;
  return unit === '%' ? `${text} %` : `${text} ${unit}`;
}

function number(value: number, unit: Unit): string {
  return unit === 'bytes' || unit === 'count' || unit === 'papers/s'
    ? Math.round(value).toLocaleString('en')
    : figures(value);
}

/** Three figures, or as many as stand before the point: more would be noise. */
function figures(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(Math.abs(value) >= 1 ? 3 : 2)));
}
