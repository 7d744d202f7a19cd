import { bundled } from '../../tests/e2e/bundled.ts';
import type { GleanerBrowser } from '../browser.ts';
import { inspector } from '../stored.ts';
import type {} from './census-in-browser.ts';
import type { Census } from './count-stores.ts';

let script: Promise<string> | undefined;

/** Counts the library. @param digestKey the digest of which `seen` is to tell */
export async function takeCensus(gleaner: GleanerBrowser, digestKey = ''): Promise<Census> {
  const page = await inspector(gleaner);
  script ??= bundled('../../scripts/faults/census-in-browser.ts');
  if (!(await page.evaluate(() => 'gleanerCensus' in globalThis))) await page.evaluate(await script);
  return page.evaluate((key) => gleanerCensus(key), digestKey);
}

/** Whether a digest is in the library: sooner told than a whole census. */
export async function holdsDigest(gleaner: GleanerBrowser, digestKey: string): Promise<boolean> {
  const page = await inspector(gleaner);
  return page.evaluate(findDigest, digestKey);
}

/** Runs inside the extension's origin. */
async function findDigest(digestKey: string): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('gleaner'));
  try {
    const digests = database.transaction('digests', 'readonly').objectStore('digests');
    return (await done(digests.getKey(digestKey))) !== undefined;
  } finally {
    database.close();
  }
}

/** What a capture adds to a library that does not hold its digest yet. */
export interface Added {
  papers: number;
  sightings: number;
}

/** Whether a capture was taken in whole, not at all, or in part. @param before the library without it */
export function extentOf(before: Census, after: Census, added: Added): 'whole' | 'absent' | 'partial' {
  if (after.unfit.length > before.unfit.length || after.miscounted.length > before.miscounted.length) return 'partial';
  const papers = after.papers - before.papers;
  const sightings = after.sightings - before.sightings;
  if (papers === 0 && sightings === 0 && after.seen === 0 && after.digests === before.digests) return 'absent';
  const isWhole = papers === added.papers && sightings === added.sightings && after.seen === added.sightings;
  return isWhole && after.digests === before.digests + 1 ? 'whole' : 'partial';
}

/** What is missing and what is there twice, once a capture was answered. @param before the library without it */
export function deviation(before: Census, after: Census, added: Added): { lost: number; duplicated: number } {
  const over = [
    after.papers - before.papers - added.papers,
    after.entries - before.entries - added.papers,
    after.sightings - before.sightings - added.sightings,
  ];
  return {
    lost: over.reduce((sum, each) => sum + Math.max(0, -each), 0),
    duplicated: over.reduce((sum, each) => sum + Math.max(0, each), 0) + Math.max(0, after.twice - before.twice),
  };
}
