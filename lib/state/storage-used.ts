import { type Footprint, footprint } from '../library/footprint.ts';
import type { World } from './world.ts';

/** What the library and its search index take up, measured now; it takes a moment where there are many papers. */
export function readFootprint({ db }: World): Promise<Footprint> {
  return footprint(db);
}
