import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { Stop } from './say.ts';

/** What the machine offers: a Chromium to drive, or only Google's own build, or nothing. */
export type Found =
  | { kind: 'chromium'; path: string; from: 'CHROMIUM_PATH' | 'Playwright' | 'this machine' }
  | { kind: 'branded-only'; path: string }
  | { kind: 'none' };

/** Where to look; `environment` and `managed` can be given by a test. */
export interface Places {
  environment: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would keep the Chromium that it downloads. */
  managed: string;
  chromiums: readonly string[];
  branded: readonly string[];
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'chromium.exe'];
const BRANDED_NAMES = ['google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe', 'msedge.exe'];

/** The places of this machine. */
export function placesHere(): Places {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return {
    environment: process.env,
    managed: chromium.executablePath(),
    chromiums: [
      ...onPath(CHROMIUM_NAMES),
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...programs.flatMap((folder) => (folder ? [join(folder, 'Chromium', 'Application', 'chrome.exe')] : [])),
    ],
    branded: [
      ...onPath(BRANDED_NAMES),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...programs.flatMap((folder) => (folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [])),
    ],
  };
}

/**
 * Looks for a Chromium: the one that CHROMIUM_PATH names, Playwright's, then the machine's. Google Chrome and Edge are
 * not taken: since version 137 they ignore `--load-extension`
 * (https://developer.chrome.com/docs/extensions/how-to/test/end-to-end-testing).
 * @throws {Stop} when CHROMIUM_PATH is set and is no program
 */
export function findChromium(places: Places = placesHere()): Found {
  const named = places.environment.CHROMIUM_PATH;
  if (named && !isProgram(named)) throw new Stop(`CHROMIUM_PATH is set to ${named}, which is not a program.`);
  if (named) return { kind: 'chromium', path: named, from: 'CHROMIUM_PATH' };
  if (isProgram(places.managed)) return { kind: 'chromium', path: places.managed, from: 'Playwright' };
  const own = places.chromiums.find(isProgram);
  if (own) return { kind: 'chromium', path: own, from: 'this machine' };
  const branded = places.branded.find(isProgram);
  return branded ? { kind: 'branded-only', path: branded } : { kind: 'none' };
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
