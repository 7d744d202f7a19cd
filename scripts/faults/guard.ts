import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, root } from '../project.ts';
import { Stop } from '../say.ts';
import { toolFile } from '../tools.ts';
import type { FaultCase } from './fault-case.ts';
import { judge } from './report.ts';

/** What is taken out of the sources, and what stands in its place. */
interface Removal {
  file: string;
  from: string;
  to: string;
}

const WITHOUT_TRANSACTION: Removal = {
  file: 'lib/library/ingest.ts',
  from: "return db.transaction('rw', [...tables], async () => takeIn(db, capture));",
  to: 'return takeIn(db, tables.length > 0 ? capture : capture);',
};
const folder = join(artifacts, 'faults', 'without-transaction');
/** Not part of what is built, and large. */
const LEFT_OUT = new Set(['.git', '.output', '.artifacts', '.tools', 'node_modules', 'test-results', 'docs']);

/**
 * The cases that must fail on an extension whose ingest is not one transaction. One that passes on it would pass on
 * anything, and so proves nothing of the real one.
 */
export const GUARDS: ReadonlyMap<string, () => Promise<FaultCase>> = new Map([
  ['kill-ingest', async () => guardOf((await import('./kill-ingest.case.ts')).killIngestOn)],
  ['tabs', async () => guardOf((await import('./tabs.case.ts')).tabsOn)],
]);

function guardOf(caseOn: (options: { build: string }) => FaultCase): FaultCase {
  return {
    name: 'guard',
    async run(options) {
      const broken = caseOn({ build: brokenBuild() });
      const report = judge(broken.name, await broken.run(options), 0);
      const { passed, tried, lost, duplicated, partial, note } = report;
      for (const failure of report.failures) options.say(failure);
      const failures = passed ? [`${broken.name} passes without the transaction: it would not notice that.`] : [];
      const figures = `without the transaction: ${partial} partial, ${duplicated} duplicated, ${lost} lost; ${note ?? ''}`;
      return { tried, lost: 0, duplicated: 0, partial: 0, failures, note: figures };
    },
  };
}

/** Builds the extension from a copy of the sources in which ingest is not one transaction. @returns its folder */
function brokenBuild(): string {
  rmSync(folder, { recursive: true, force: true });
  const sources = readdirSync(root).filter((name) => !LEFT_OUT.has(name));
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  takeOut(WITHOUT_TRANSACTION);
  const built = spawnSync(process.execPath, [toolFile('wxt'), 'build'], { cwd: folder, stdio: 'ignore' });
  if (built.status !== 0)
    throw new Stop(`The extension without its transaction did not build: try wxt build in ${folder}`);
  return join(folder, '.output', 'chrome-mv3');
}

function takeOut({ file, from, to }: Removal): void {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  const places = whole.split(from).length - 1;
  if (places !== 1) throw new Stop(`${file} holds "${from}" ${places} times, not once: the guard must follow it.`);
  writeFileSync(path, whole.replace(from, to));
}
