// npm run test:faults: kills, floods and breaks Gleaner in every way that we could think of, and counts what is lost.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { CASES } from './faults/cases.ts';
import type { FaultCase, FaultResult } from './faults/fault-case.ts';
import { GUARDS } from './faults/guard.ts';
import { type CaseReport, judge, writeReport } from './faults/report.ts';
import { artifacts } from './project.ts';
import { messageOf, runMain, Stop, say } from './say.ts';

/** Each case has a browser of its own and mostly waits for it, so two at once take little longer than one. */
const LANES = 2;

await runMain(async () => {
  const { cases, names, long, seed, report } = readOptions(process.argv.slice(2));
  // Every random choice of every case follows from this one number.
  fc.configureGlobal({ seed });
  say(`Seed ${seed}; the same choices again with --seed ${seed}.`);
  const reports = await inLanes(names, (name) => runCase(cases, name, long));
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(artifacts, report), `${JSON.stringify({ seed, long, cases: reports }, null, 1)}\n`);
  console.log(writeReport(reports));
  return reports.every(({ passed }) => passed) ? 0 : 1;
});

type Cases = typeof CASES;

interface Options {
  cases: Cases;
  names: string[];
  long: boolean;
  seed: number;
  /** The file's name among the artifacts. */
  report: string;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { long: { type: 'boolean' }, guard: { type: 'boolean' }, seed: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  if (!Number.isInteger(seed)) throw new Stop(`A seed is a whole number, not "${values.seed}".`);
  const cases = values.guard ? GUARDS : CASES;
  const unknown = positionals.filter((name) => !cases.has(name));
  if (unknown.length > 0) {
    throw new Stop(`There is no case ${unknown.join(', ')}: choose of ${[...cases.keys()].join(', ')}.`);
  }
  const names = positionals.length > 0 ? positionals : [...cases.keys()];
  return { cases, names, long: values.long ?? false, seed, report: values.guard ? 'guards.json' : 'faults.json' };
}

/** Runs the cases, some at once. @returns their reports in the order of the names */
async function inLanes(names: readonly string[], run: (name: string) => Promise<CaseReport>): Promise<CaseReport[]> {
  const waiting = [...names];
  const reports = new Map<string, CaseReport>();
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) reports.set(name, await run(name));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return names.flatMap((name) => reports.get(name) ?? []);
}

async function runCase(cases: Cases, name: string, long: boolean): Promise<CaseReport> {
  say(`── ${name}`);
  const begun = performance.now();
  const result = await resultOf(cases.get(name), (found) =>
    found.run({ long, say: (line) => say(`   ${name}: ${line}`) }),
  );
  return judge(name, result, (performance.now() - begun) / 1_000);
}

/** A case that does not load, or throws, has failed; the others still run. */
async function resultOf(
  load: (() => Promise<FaultCase>) | undefined,
  run: (found: FaultCase) => Promise<FaultResult>,
): Promise<FaultResult> {
  try {
    if (!load) throw new Error('There is no such case.');
    return await run(await load());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    say(error.stack ?? error.message);
    return { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [`It broke: ${messageOf(error)}`] };
  }
}
