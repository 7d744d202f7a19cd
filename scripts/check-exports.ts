import { mkdirSync, writeFileSync } from 'node:fs';
import type { Check } from './check-exports/check.ts';
import { CHECKS } from './check-exports/checks.ts';
import { type Corpus, corpora } from './check-exports/corpora.ts';
import { bringPrograms } from './check-exports/install-programs.ts';
import { lotsOf } from './check-exports/lot.ts';
import { readOptions } from './check-exports/options.ts';
import { missingOf } from './check-exports/programs.ts';
import { readLots } from './check-exports/readers.ts';
import { addLot, emptyRow, examples, isClean, notes, type Row, tableText } from './check-exports/table.ts';
import { artifacts, exportsReport } from './project.ts';
import { runMain, say } from './say.ts';

/**
 * Lets the real programs read what the exporters write, and prints what came of it. Exits with 1 unless every program
 * read every paper, without a warning and without a difference. Words choose checks by format or program.
 */
await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  bringPrograms(options.skipMissing);
  const all = await corpora(options);
  say(all.map((corpus) => `${corpus.papers.length} papers: ${corpus.name}`).join('; '));
  const chosen = CHECKS.filter(({ format, program }) =>
    options.words.every((word) => `${format} ${program}`.includes(word)),
  );
  const began = performance.now();
  const rows = await rowsOf(chosen, all, options.atOnce);
  for (const line of rows.filter((row) => !isClean(row)).flatMap(examples)) say(line);
  console.log(tableText(rows));
  for (const note of notes(rows)) console.log(note);
  say(`${((performance.now() - began) / 1000).toFixed(0)} s, ${options.atOnce} programs at a time`);
  writeReport(rows);
  const left = rows.filter(({ missing }) => missing);
  if (left.length > 0) say(`LEFT OUT: ${left.length} of ${rows.length} checks, because their programs are not here.`);
  return rows.every((row) => isClean(row) || (options.skipMissing && row.missing)) ? 0 : 1;
});

/** Writes for `npm test` which checks passed, failed and were left out. */
function writeReport(rows: readonly Row[]): void {
  mkdirSync(artifacts, { recursive: true });
  const cases = rows.map((row) => ({
    name: `${row.check.format}, ${row.check.program}`,
    passed: isClean(row),
    skipped: row.missing !== undefined,
  }));
  writeFileSync(exportsReport, JSON.stringify({ cases }));
}

/** The row of each chosen check, once all programs have read all papers. */
async function rowsOf(chosen: readonly Check[], all: readonly Corpus[], atOnce: number): Promise<Row[]> {
  const rows = new Map(chosen.map((check) => [CHECKS.indexOf(check), emptyRow(check, missingOf(check.needs))]));
  const lots = [...rows].flatMap(([place, row]) => (row.missing ? [] : lotsOf(place, row.check.lot, all)));
  const left = new Map(lots.map(({ check }) => [check, lots.filter((lot) => lot.check === check).length]));
  await readLots(lots, all, atOnce, (read) => {
    const row = rows.get(read.lot.check);
    if (!row) return;
    addLot(row, read);
    const rest = (left.get(read.lot.check) ?? 0) - 1;
    left.set(read.lot.check, rest);
    if (rest === 0) sayDone(row);
  });
  return [...rows.values()];
}

function sayDone(row: Row): void {
  const { format, program } = row.check;
  say(`${isClean(row) ? 'clean' : 'NOT CLEAN'}: ${format}, ${program}, ${row.seconds.toFixed(1)} s`);
}
