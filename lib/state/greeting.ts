import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Door } from './door.ts';
import type { Library } from './library.ts';
import type { Preferences } from './preferences.ts';

/** More digests than these are not the examples, and not what someone brings along on the first day. */
const MOST_EXAMPLES = 50;

/**
 * Whether to greet someone who is new here: there are only files, the examples. Once there the greeting stays until it is
 * closed, as a page that is captured meanwhile must not move the list.
 * @param before whether the greeting stood there when the popup was closed
 */
export function followGreeting(door: Door, preferences: Preferences, before: boolean): ReadonlySignal<boolean> {
  const greets = signal(before);
  const tell = (isNewNow: boolean) => {
    greets.value ||= isNewNow;
  };
  effect(() => {
    const library = door.library.value;
    if (preferences.values.value.greeted) greets.value = false;
    else return library?.live(() => isNew(library), tell, warn);
    return undefined;
  });
  return greets;
}

async function isNew({ db, readCounters, listDigests }: Library): Promise<boolean> {
  const { papers, digests } = await readCounters(db);
  if (papers === 0 || digests > MOST_EXAMPLES) return false;
  return (await listDigests(db)).every(({ site }) => site === 'text-file');
}

function warn(error: unknown): void {
  console.warn('Gleaner: whether to greet could not be read', error);
}
