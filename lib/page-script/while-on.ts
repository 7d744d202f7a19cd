import { isReadingWanted, readChoice } from '../domain/site-state.ts';
import { readSite, watchSites } from '../platform/site-choices.ts';

/** The user has asked for this very page ("Read this page"): then it is read, however its site stands. */
function isAskedFor(): boolean {
  return 'gleanerAsked' in globalThis;
}

/**
 * Does something in a page for as long as its site is on: asks at the start how the site stands, and follows that.
 * @param site the site of the page; a page of none is only ever read because the user asked
 * @param begin begins, and returns what ends it
 * @returns ends it for good
 */
export function whileOn(site: string | undefined, begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  let isOver = false;
  const follow = (stored: unknown) => {
    if (isOver) return;
    if (site === undefined || isAskedFor() || isReadingWanted(readChoice(stored))) {
      end ??= begin();
    } else {
      end?.();
      end = undefined;
    }
  };
  const unwatch = watchSites((changed, stored) => {
    if (changed === site) follow(stored);
  });
  if (site === undefined || isAskedFor()) follow(undefined);
  else readSite(site).then(follow, () => follow(undefined)); // what cannot be asked stands as it does for most: on
  return () => {
    isOver = true;
    unwatch();
    end?.();
  };
}
