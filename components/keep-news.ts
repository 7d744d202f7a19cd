import { tellNews } from '../lib/platform/library-news.ts';
import type { Library } from '../lib/state/library.ts';

/** Tells pages that show marks of whatever the user changes here; the worker, which tells the rest, may be asleep. */
export function keepNews({ db }: Library): void {
  db.onChanged('entryPacks', () => void tellNews());
}
