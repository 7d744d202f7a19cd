import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { patternsOf, readChoice, type SiteChoice, type SiteState, siteState } from '../domain/site-state.ts';
import { ALL_SITES, type Site } from '../domain/sites.ts';

/** What sites need of the browser. */
export interface SiteDesk {
  /** What is stored of these sites, in their order. */
  read(ids: readonly string[]): Promise<unknown[]>;
  write(id: string, choice: object): Promise<void>;
  hasAccess(patterns: readonly string[]): Promise<boolean>;
  /** Asks the user; must be called in the turn of a click. */
  askForAccess(patterns: readonly string[]): Promise<boolean>;
  giveBackAccess(patterns: readonly string[]): Promise<void>;
  /** Calls back whenever any of this may have changed. @returns stops it */
  watch(changed: () => void): () => void;
}

/** A site, and how it stands. */
export interface SiteStanding {
  site: Site;
  choice: SiteChoice;
  isPermitted: boolean;
  state: SiteState;
}

/** The sites that Gleaner reads, and switching them on and off. */
export interface Sites {
  /** In the order in which they are shown; undefined until known. */
  all: ReadonlySignal<SiteStanding[] | undefined>;
  /** The site to which the browser gave no access when it was last asked. */
  refused: ReadonlySignal<Site | undefined>;
  /** Turns a site on. Must be called in the turn of a click, because the browser may have to ask the user. */
  turnOn(standing: SiteStanding): Promise<boolean>;
  /** Turns a site off; access that can be given back is. */
  turnOff(standing: SiteStanding): Promise<void>;
  /** Does not offer this site in the popup again. */
  hush(standing: SiteStanding): Promise<void>;
}

export const SitesModel = createModel((desk: SiteDesk): Sites => {
  const all = signal<SiteStanding[] | undefined>(undefined);
  const refused = signal<Site | undefined>(undefined);
  let asked = 0;
  const look = async () => {
    asked += 1;
    const mine = asked;
    const standing = await standingOfAll(desk);
    if (mine === asked) all.value = standing;
  };
  effect(() => {
    void look();
    return desk.watch(() => void look());
  });
  return {
    all,
    refused,
    turnOn: async ({ site, isPermitted }) => {
      const isGiven = isPermitted || (await desk.askForAccess(patternsOf(site)));
      refused.value = isGiven ? undefined : site;
      if (isGiven) await desk.write(site.id, { wanted: true } satisfies SiteChoice);
      await look();
      return isGiven;
    },
    turnOff: async ({ site }) => {
      // Said before access goes: else it would look as if the browser had withdrawn it.
      await desk.write(site.id, { wanted: false } satisfies SiteChoice);
      if (site.access === 'ask') await desk.giveBackAccess(patternsOf(site));
      await look();
    },
    hush: async ({ site, choice }) => {
      await desk.write(site.id, { ...choice, hushed: true } satisfies SiteChoice);
      await look();
    },
  };
});

async function standingOfAll(desk: SiteDesk): Promise<SiteStanding[]> {
  const stored = await desk.read(ALL_SITES.map(({ id }) => id));
  return Promise.all(
    ALL_SITES.map(async (site, index) => {
      const choice = readChoice(stored[index]);
      const isPermitted = await desk.hasAccess(patternsOf(site));
      return { site, choice, isPermitted, state: siteState(site, choice, isPermitted) };
    }),
  );
}
