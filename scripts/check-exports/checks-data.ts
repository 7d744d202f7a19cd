import { readFileSync } from 'node:fs';
import type { ExporterId } from '../../lib/exporters/exporter.ts';
import { type Check, differences, type Job, type Outcome, shownTitles, titlesOf, writeAs } from './check.ts';
import { fieldAt, readWithPython } from './python.ts';
import { linesOf, run } from './run.ts';

const TABLES: readonly { format: ExporterId; title: number }[] = [
  { format: 'csv', title: 0 },
  { format: 'csv-import', title: 0 },
  { format: 'notion', title: 0 },
  { format: 'readwise', title: 0 },
  { format: 'raindrop', title: 2 },
  { format: 'instapaper', title: 1 },
];
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** Programs that read tables and feeds. */
export const DATA_CHECKS: readonly Check[] = [
  ...TABLES.flatMap(({ format, title }): Check[] => [
    { format, program: 'csvclean', needs: ['csvclean'], lot: 20_000, read: (job) => cleanCsv(job, format) },
    {
      format,
      program: 'csv of Python',
      needs: ['python:yaml'],
      lot: 20_000,
      read: (job) => readCsv(job, format, title),
    },
  ]),
  { format: 'atom', program: 'xmllint', needs: ['xmllint'], lot: 20_000, read: lintAtom },
  {
    format: 'atom',
    program: 'feedparser',
    needs: ['python:feedparser'],
    lot: 2_000,
    read: readAtom,
    note: 'Titles are compared as the file shows them, with readable maths.',
  },
  { format: 'json', program: 'json of Node', needs: [], lot: 20_000, read: readJson },
];

function cleanCsv(job: Job, format: ExporterId): Outcome {
  const path = writeAs(format, job);
  const { out, err, code } = run('csvclean', ['-z', '10000000', '-n', path]);
  const warnings = linesOf(out + err).filter((line) => line !== 'No errors.');
  if (code !== 0) warnings.push(`csvclean ended with ${code}`);
  const counted = run('csvstat', ['-z', '10000000', '--count', path]);
  return { records: Number(/\d+/.exec(counted.out)?.[0] ?? 0), warnings, differences: [] };
}

function readCsv(job: Job, format: ExporterId, title: number): Outcome {
  const { records, complaints } = readWithPython('csv', writeAs(format, job));
  const rows = records.slice(1);
  const wide = Array.isArray(records[0]) ? records[0].length : 0;
  const ragged = rows
    .filter((row) => !Array.isArray(row) || row.length !== wide)
    .map((row) => `a row of ${String(row).slice(0, 60)}`);
  const formulas = format === 'csv' ? rows.flatMap(formulasIn) : [];
  // The one format for spreadsheets has an apostrophe before what would be a formula.
  const sent = titlesOf(job).map((text) => (format === 'csv' && FORMULA_START.test(text) ? `'${text}` : text));
  return {
    records: rows.length,
    warnings: [...complaints, ...ragged, ...formulas],
    differences: differences(sent, fieldAt(rows, title)),
  };
}

/** Cells that a spreadsheet would run. */
function formulasIn(row: unknown): string[] {
  const cells = Array.isArray(row) ? row.map(String) : [];
  return cells.filter((cell) => FORMULA_START.test(cell)).map((cell) => `a formula: ${cell.slice(0, 60)}`);
}

function lintAtom(job: Job): Outcome {
  const path = writeAs('atom', job);
  const { out, err } = run('xmllint', ['--huge', '--nonet', '--xpath', "count(//*[local-name()='entry'])", path]);
  return { records: Number(out.trim()), warnings: linesOf(err), differences: [] };
}

function readAtom(job: Job): Outcome {
  const { records, complaints } = readWithPython('feedparser', writeAs('atom', job));
  const ids = new Set(fieldAt(records, 0));
  const same = ids.size === records.length ? [] : [`${records.length - ids.size} entries share an id`];
  return {
    records: records.length,
    warnings: [...complaints, ...same],
    differences: differences(shownTitles(job), fieldAt(records, 1)),
  };
}

function readJson(job: Job): Outcome {
  const { papers }: { papers: { title: string }[] } = JSON.parse(readFileSync(writeAs('json', job), 'utf8'));
  const sent = job.papers.map(({ paper }) => paper.title);
  return {
    records: papers.length,
    warnings: [],
    differences: differences(
      sent,
      papers.map(({ title }) => title),
    ),
  };
}
