// npm run bench: what Gleaner costs as its library grows, beside the floor and beside others.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf, runMain, Stop, say } from '../scripts/say.ts';
import { type Bench, openBench } from './bench-context.ts';
import { layBeside, makeExtensions } from './extensions.ts';
import { learn } from './grown/language.ts';
import { type Grown, grow } from './grown/library.ts';
import { seedSamples } from './grown/samples.ts';
import { grownFileOf } from './grown-file.ts';
import type { Line } from './line.ts';
import { type Options, readOptions } from './options.ts';
import { grownFile } from './page/grown-file.ts';
import { lastRunFile, resultsFile } from './places.ts';
import { drawPlots } from './plot.ts';
import { writeReport } from './report.ts';
import { readResults, resultsOf } from './results.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';

// Each open browser listens for the end of the process, to take its profile away, and many are open side by side.
process.setMaxListeners(60);

await runMain(async () => {
  const options = readOptions(
    process.argv.slice(2),
    ROWS.map(({ name }) => name),
  );
  if (options.plot) return plot();
  const begun = performance.now();
  const grown = grow(learn(await seedSamples()));
  await prepare(options, grown);
  const { lines, failed } = await measureAll(options, grown);
  const results = await resultsOf(lines, options.sizes, (performance.now() - begun) / 1_000);
  // The README shows what a whole run gave, and nothing of a part.
  const isWhole = options.only.length === 0 && options.sizes.includes(100_000) && failed === 0;
  const file = isWhole ? resultsFile : lastRunFile;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  process.stdout.write(`${writeReport(lines)}\n`);
  say(`Written to ${file} after ${results.seconds} s.`);
  return failed > 0 ? 1 : 0;
});

function plot(): number {
  const results = readResults(resultsFile);
  if (!results) throw new Stop('There are no results of a whole run yet: npm run bench makes them.');
  for (const path of drawPlots(results)) say(`Drew ${path}.`);
  return 0;
}

/** Makes the extensions, and the grown libraries that are not there yet. */
async function prepare({ sizes }: Options, grown: Grown): Promise<void> {
  await makeExtensions();
  for (const papers of sizes) layBeside(await grownFileOf(grown, papers), grownFile(papers));
}

async function measureAll({ sizes, runs, only }: Options, grown: Grown): Promise<{ lines: Line[]; failed: number }> {
  const bench = openBench({ sizes, runs, grown });
  const rows = ROWS.filter(({ name }) => only.length === 0 || only.includes(name));
  const lines: Line[] = [];
  let failed = 0;
  try {
    for (const row of rows) {
      const measured = await measure(row, bench);
      if (measured) lines.push(...measured);
      else failed += 1;
    }
  } finally {
    await bench.close();
  }
  return { lines, failed };
}

/** A row that breaks must not take the others along. @returns undefined when it broke */
async function measure(row: Row, bench: Bench): Promise<Line[] | undefined> {
  const begun = performance.now();
  try {
    const lines = await row.measure(bench);
    say(`── ${row.name}: ${Math.round((performance.now() - begun) / 1_000)} s`);
    return lines.map((line) => ({ row: row.name, ...line }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    say(`── ${row.name} broke: ${messageOf(error)}\n${error.stack ?? ''}`);
    return undefined;
  }
}
