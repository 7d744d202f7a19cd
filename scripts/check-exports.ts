import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check, Outcome } from './check-exports/check.ts';
import { BIB_CHECKS } from './check-exports/checks-bib.ts';
import { CITATION_CHECKS } from './check-exports/checks-citations.ts';
import { DATA_CHECKS } from './check-exports/checks-data.ts';
import { NOTE_CHECKS } from './check-exports/checks-notes.ts';
import { PAGE_CHECKS } from './check-exports/checks-pages.ts';
import { TEX_CHECKS } from './check-exports/checks-tex.ts';
import { type Corpus, corpora } from './check-exports/corpora.ts';
import { bringPrograms, hasProgram } from './check-exports/programs.ts';
import { examples, isClean, notes, type Row, tableText } from './check-exports/table.ts';
import { runMain, say } from './say.ts';

const CHECKS: readonly Check[] = [
  ...TEX_CHECKS,
  ...BIB_CHECKS,
  ...CITATION_CHECKS,
  ...NOTE_CHECKS,
  ...DATA_CHECKS,
  ...PAGE_CHECKS,
];

/**
 * Lets the real programs read what the exporters write, and prints what came of it. Exits with 1 unless every program
 * read every paper, without a warning and without a difference. Words choose checks by format or program.
 */
await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, hostile: { type: 'string', default: '10000' } },
    allowPositionals: true,
  });
  bringPrograms();
  const papers = await corpora(values.quick, Number(values.hostile));
  say(papers.map((corpus) => `${corpus.papers.length} papers: ${corpus.name}`).join('; '));
  const chosen = CHECKS.filter(({ format, program }) =>
    positionals.every((word) => `${format} ${program}`.includes(word)),
  );
  const rows = chosen.map((check) => runCheck(check, papers));
  for (const line of rows.filter((row) => !isClean(row)).flatMap(examples)) say(line);
  console.log(tableText(rows));
  for (const note of notes(rows)) console.log(note);
  return rows.every(isClean) ? 0 : 1;
});

function runCheck(check: Check, all: readonly Corpus[]): Row {
  const missing = check.needs.filter((name) => !hasProgram(name));
  const began = performance.now();
  const row: Row = { check, papers: 0, records: 0, warnings: [], differences: [], seconds: 0 };
  if (missing.length > 0) return { ...row, missing };
  for (const { papers } of all) {
    for (let start = 0; start < papers.length; start += check.lot) {
      const lot = papers.slice(start, start + check.lot);
      const outcome = inFolder((folder) => check.read({ papers: lot, folder }));
      row.papers += lot.length;
      row.records += outcome.records;
      row.warnings.push(...outcome.warnings);
      row.differences.push(...outcome.differences);
      row.expected = (row.expected ?? 0) + (outcome.expected ?? 0);
      row.aside = (row.aside ?? 0) + (outcome.aside ?? 0);
    }
  }
  row.seconds = (performance.now() - began) / 1000;
  say(`${isClean(row) ? 'clean' : 'NOT CLEAN'}: ${check.format}, ${check.program}, ${row.seconds.toFixed(1)} s`);
  return row;
}

function inFolder(work: (folder: string) => Outcome): Outcome {
  const folder = join(tmpdir(), `gleaner-exports-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
