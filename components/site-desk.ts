import { askForAccess, giveBackAccess, hasAccess, watchAccess } from '../lib/platform/site-access.ts';
import { readSites, watchSites, writeSite } from '../lib/platform/site-choices.ts';
import type { SiteDesk } from '../lib/state/sites.ts';

/** What sites need of the browser, as this browser has it. */
export const siteDesk: SiteDesk = {
  read: readSites,
  write: writeSite,
  hasAccess,
  askForAccess,
  giveBackAccess,
  watch: (changed) => {
    const stops = [watchSites(changed), watchAccess(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
