import { recall, remember } from '../lib/platform/view-memory.ts';
import type { SavedMemory } from '../lib/state/reminder.ts';

const NAME = 'saved-backup';

/** Where it is remembered when a backup was last saved elsewhere. */
export const savedMemory: SavedMemory = {
  recall: () => recall(NAME),
  remember: (saved) => remember(NAME, saved),
};
