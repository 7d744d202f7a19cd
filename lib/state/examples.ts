import { clearExamples, countExamples } from '../library/examples.ts';
import { isMassChange } from './mass-change.ts';
import type { Act } from './triage.ts';
import type { World } from './world.ts';

/** How many papers clearing the examples takes out, and whether that is so much of all that it asks before. */
export async function askAboutExamples(
  { db }: Pick<World, 'db'>,
  all: number,
): Promise<{ going: number; asks: boolean }> {
  const going = await countExamples(db);
  return { going, asks: isMassChange(going, all) };
}

/** Takes the examples out. */
export const clearAllExamples: Act = async (db, nowMs) => (await clearExamples(db, nowMs)).step;
