import type { SiteAdapter } from '../adapters/adapter.ts';
import { readPage } from '../adapters/read-page.ts';

const SECOND_LOOK_MS = 800;

/** What a look at the page finds, for whoever asked for it: the key of the list that it is, and how many papers. */
export interface FirstLook {
  digestKey?: string;
  papers: number;
}

/**
 * Looks at the page once, and a second time where it may still be drawing itself. Nothing is handed over here: that is
 * done by whoever watches the page.
 * @param adapter the one that reads pages of this host
 */
export async function firstLook(adapter: SiteAdapter): Promise<FirstLook> {
  const first = look(adapter);
  if (first.papers > 0) return first;
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
  return look(adapter);
}

function look(adapter: SiteAdapter): FirstLook {
  const seen = readPage(adapter, { url: new URL(location.href), document });
  return seen ? { digestKey: seen.digest.key, papers: seen.reading.papers.length } : { papers: 0 };
}
