import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopWorker } from '../scripts/browser.ts';
import { waitUntilDrawn } from '../scripts/popup-hand.ts';
import { root } from '../scripts/project.ts';
import { say } from '../scripts/say.ts';
import { waitForPreload } from '../scripts/stored.ts';
import { databaseBytes } from './disk.ts';
import { fingerprint } from './fingerprint.ts';
import { grownFrom } from './grown-file.ts';
import type {} from './page/ours.ts';
import type {} from './page/serve-engine.ts';
import { bareBuild, productBuild, profileFolder } from './places.ts';
import { type Rig, rigIn } from './rig.ts';

export const ENGINES = ['minisearch', 'flexsearch', 'orama', 'dexie-words'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What was found out while a profile was filled, by name: milliseconds, or bytes on the disk. */
export type Facts = Readonly<Record<string, number>>;

/** A kept profile: a browser's folder with a library or an index in it. */
export interface Profile {
  folder: string;
  facts: Facts;
}

const MOST_AS_BACKUP = 200_000;

/** The profile with our library of this size in it, indexed; filled if it is not there as it would be now. */
export async function oursProfile(papers: number): Promise<Profile> {
  const made = fingerprint(root, ['lib/library', 'lib/search', 'lib/backup', 'lib/domain', 'bench/page']);
  return profileNamed(`ours-${papers}`, `${grownFrom()}-${made}`, productBuild, async (rig) => {
    await waitForPreload(rig.gleaner);
    await stopWorker(rig.gleaner);
    const page = await rig.page('ours');
    const fill = papers > MOST_AS_BACKUP ? fillByCapture : fillFromBackup;
    const facts = await page.evaluate(fill, papers);
    await page.close();
    // The popup keeps what it needs to open the next time.
    const popup = await rig.open('popup.html');
    await waitUntilDrawn(popup);
    await popup.waitForTimeout(2_000);
    return facts;
  });
}

/** The profile with the index of another engine in it. */
export async function engineProfile(engine: EngineName, papers: number): Promise<Profile> {
  const made = fingerprint(root, [
    `bench/page/engines/${engine}.ts`,
    'bench/page/saved-text.ts',
    `node_modules/${PACKAGES[engine]}/package.json`,
  ]);
  return profileNamed(`${engine}-${papers}`, `${grownFrom()}-${made}`, bareBuild, async (rig) => {
    const page = await rig.page(engine);
    return { index: await page.evaluate(buildEngine, papers) };
  });
}

const PACKAGES: Record<EngineName, string> = {
  minisearch: 'minisearch',
  flexsearch: 'flexsearch',
  orama: '@orama/orama',
  'dexie-words': 'dexie',
};

async function fillFromBackup(papers: number): Promise<Facts> {
  return { ...(await benchOurs.fill(papers)) };
}

async function fillByCapture(papers: number): Promise<Facts> {
  return { ...(await benchOurs.fillByCapture(papers)) };
}

function buildEngine(papers: number): Promise<number> {
  return benchEngine.buildFrom(papers);
}

async function profileNamed(
  name: string,
  made: string,
  build: string,
  fill: (rig: Rig) => Promise<Facts>,
): Promise<Profile> {
  const folder = join(profileFolder, `${name}-${made}`);
  const note = join(folder, 'facts.json');
  if (!existsSync(note)) {
    dropOlder(name);
    say(`Filling a profile: ${name}.`);
    // Named by the process: two runs at once must not fill one folder, each clearing the other's files away.
    const partial = `${folder}.${process.pid}.part`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const rig = await rigIn(build, partial);
    const facts = await fill(rig).finally(() => rig.close());
    writeFileSync(join(partial, 'facts.json'), JSON.stringify({ ...facts, bytes: databaseBytes(partial) }));
    renameSync(partial, folder);
  }
  return { folder, facts: JSON.parse(readFileSync(note, 'utf8')) };
}

/** A profile made from what is no longer so would never be used again. */
function dropOlder(name: string): void {
  if (!existsSync(profileFolder)) return;
  const older = readdirSync(profileFolder).filter((one) => one.startsWith(`${name}-`));
  for (const one of older) rmSync(join(profileFolder, one), { recursive: true, force: true });
}
