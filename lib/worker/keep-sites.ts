import { scriptOf } from '../domain/page-script.ts';
import { patternsOf, readChoice, type SiteChoice, type SiteState, siteState } from '../domain/site-state.ts';
import { ALL_SITES, type Site } from '../domain/sites.ts';
import { readOpenTabs } from '../platform/open-tabs.ts';
import { registerScripts } from '../platform/registered-scripts.ts';
import { hasAccess, watchAccess } from '../platform/site-access.ts';
import { readSites, writeSite } from '../platform/site-choices.ts';

/** Keeps what runs in pages in line with what the user wants and the browser allows. */
export interface SiteKeeper {
  /** Brings it in line; at every start of the worker, because an update makes the browser forget. */
  bringInLine(): Promise<void>;
  /** Reads the pages of sites that are on in tabs that were open before the extension was there, or this version of it. */
  enterOpenTabs(): Promise<void>;
}

/**
 * Listens for access that is given or withdrawn, in whatever way; must be called in the worker's first turn. A site that
 * is only switched off or on needs nothing of it: its script in the page follows that by itself.
 * @param report told of work that nobody waits for
 */
export function keepSites(report: (work: Promise<void>) => void): SiteKeeper {
  let last: Promise<void> = Promise.resolve();
  // One after the other: two at once would both register a script, and the second would fail.
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work, work);
    return last;
  };
  watchAccess((patterns, isGiven) => {
    const meant = ALL_SITES.filter((site) => patternsOf(site).some((pattern) => patterns.includes(pattern)));
    report(inTurn(() => (isGiven ? welcome(meant) : bringInLine())));
  });
  return { bringInLine: () => inTurn(bringInLine), enterOpenTabs: () => inTurn(() => enter(ALL_SITES)) };
}

interface Standing {
  site: Site;
  choice: SiteChoice;
  isPermitted: boolean;
  state: SiteState;
}

async function standingOf(sites: readonly Site[]): Promise<Standing[]> {
  const stored = await readSites(sites.map(({ id }) => id));
  return Promise.all(
    sites.map(async (site, index) => {
      const choice = readChoice(stored[index]);
      const isPermitted = await hasAccess(patternsOf(site));
      return { site, choice, isPermitted, state: siteState(site, choice, isPermitted) };
    }),
  );
}

/** A site for which access came in is wanted: the popup that asked for it may be closed by now. */
async function welcome(sites: readonly Site[]): Promise<void> {
  for (const { site, isPermitted } of await standingOf(sites)) {
    if (isPermitted) await writeSite(site.id, { wanted: true } satisfies SiteChoice);
  }
  await bringInLine();
  await enter(sites);
}

async function enter(sites: readonly Site[]): Promise<void> {
  for (const { site, state } of await standingOf(sites)) {
    if (state === 'on') await readOpenTabs([scriptOf(site)], patternsOf(site));
  }
}

async function bringInLine(): Promise<void> {
  const standing = await standingOf(ALL_SITES);
  const wanted = standing.filter(({ site, state }) => site.access === 'ask' && state === 'on');
  await registerScripts(wanted.map(({ site }) => ({ id: site.id, file: scriptOf(site), patterns: patternsOf(site) })));
  for (const { site, choice, isPermitted, state } of standing) {
    const isWithdrawn = !isPermitted && (state === 'paused' || choice.withdrawn === true);
    if (isWithdrawn !== (choice.withdrawn === true)) await note(site, choice, isWithdrawn);
  }
}

/** Open pages of the site follow this: their script goes on running when access is withdrawn. */
function note(site: Site, { withdrawn: _, ...choice }: SiteChoice, isWithdrawn: boolean): Promise<void> {
  return writeSite(site.id, isWithdrawn ? { ...choice, withdrawn: true } : choice);
}
