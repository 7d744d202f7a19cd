import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Counts, countStep, sum } from './counts.ts';
import { bringChromium } from './install-chromium.ts';
import { artifacts, exportsReport, firefoxBuild, root } from './project.ts';
import { runMain, Stop, say } from './say.ts';
import { runNode, runTool } from './tools.ts';

/** A command takes the words after its name and returns its exit code. */
type Command = (args: readonly string[]) => number | Promise<number>;

const unitReport = join(artifacts, 'unit.json');
const e2eReport = join(artifacts, 'e2e.json');
const faultsReport = join(artifacts, 'faults.json');
const unitReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];

const COMMANDS: Readonly<Record<string, Command>> = {
  start: (args) => runScript('start.ts', args),
  test: testAll,
  build: (args) =>
    inTurn(
      () => runTool('wxt', ['build', ...args]),
      () => runTool('wxt', ['build', '-b', 'firefox', ...args]),
    ),
  dev: (args) => runTool('wxt', args),
  lint: (args) => runTool('biome', ['check', ...(args.length > 0 ? args : ['.'])]),
  format: (args) => runTool('biome', ['check', '--write', ...(args.length > 0 ? args : ['.'])]),
  types: (args) =>
    inTurn(
      () => runTool('wxt', ['prepare']),
      () => runTool('tsc', ['--noEmit', ...args]),
    ),
  'test:unit': (args) => runTool('vitest', ['run', ...unitReporters, ...args]),
  'test:e2e': endToEnd,
  'test:faults': (args) => runScript('faults.ts', args),
  bench,
  'check:exports': (args) => runScript('check-exports.ts', args),
  'freeze-database': (args) => runScript('freeze-database.ts', args),
  'lint:addon': (args) => runTool('addons-linter', [firefoxBuild, ...args]),
  'new-page': (args) => runScript('new-page.ts', args),
  'read-page': (args) => runScript('read-page.ts', args),
  screenshots: (args) => runScript('screenshots.ts', args),
  zip: (args) =>
    inTurn(
      () => runTool('wxt', ['zip', ...args]),
      () => runTool('wxt', ['zip', '-b', 'firefox', ...args]),
    ),
};

interface Step {
  command: string;
  args?: readonly string[];
  /** With it the tests in it count, without it the step counts as one. */
  report?: string;
  /** Why it runs in CI alone. */
  ciOnly?: string;
}

/** The steps of `test`, in order. */
const TEST_STEPS: readonly Step[] = [
  { command: 'lint' },
  { command: 'types' },
  { command: 'test:unit', report: unitReport },
  {
    command: 'check:exports',
    args: ['--quick', '--skip-missing'],
    report: exportsReport,
    ciOnly:
      'TeX, biber, pandoc, Emacs and the others have not read the exports; tests/exports.test.ts did without them',
  },
  { command: 'build' },
  { command: 'lint:addon' },
  { command: 'test:e2e', report: e2eReport },
  { command: 'test:faults', report: faultsReport },
];

await runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  return commandNamed(name)(args);
});

function commandNamed(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Stop(`There is no command "${name}": choose one of ${Object.keys(COMMANDS).join(', ')}.`);
  return command;
}

/** Runs every test step until one fails; its last line says how many checks passed and failed. */
async function testAll(): Promise<number> {
  const counts: Counts[] = [];
  for (const { command, args = [], report, ciOnly } of TEST_STEPS) {
    say(`\n── ${command}`);
    if (ciOnly && !process.env.CI) {
      say(`Left out: ${ciOnly}. To run it: npm run ${command}`);
      counts.push({ passed: 0, failed: 0, skipped: 1 });
      continue;
    }
    if (report) rmSync(report, { force: true });
    const code = await commandNamed(command)(args);
    const count = countStep(code, report);
    counts.push(count);
    if (count.failed > 0) say(`\nnpm test stops here: ${command} failed. To run it alone: npm run ${command}`);
    if (count.failed > 0) break;
  }
  const { passed, failed, skipped } = sum(counts);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function endToEnd(args: readonly string[]): Promise<number> {
  await bringChromium();
  return runTool('playwright', ['test', ...args]);
}

/** Not a part of `test`: what it says depends on the machine. */
async function bench(args: readonly string[]): Promise<number> {
  await bringChromium();
  return runNode([join(root, 'bench', 'bench.ts'), ...args]);
}

function runScript(file: string, args: readonly string[]): number {
  return runNode([join(root, 'scripts', file), ...args]);
}

function inTurn(...steps: (() => number)[]): number {
  for (const step of steps) {
    const code = step();
    if (code !== 0) return code;
  }
  return 0;
}
