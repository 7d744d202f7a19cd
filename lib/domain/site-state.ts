import { type HostPattern, matchPatterns } from './host.ts';
import type { Access } from './sites.ts';

/** What is remembered of a site apart from its papers; nothing of most. */
export interface SiteChoice {
  /** Whether the user wants it read; unset while the user has said neither. */
  wanted?: boolean;
  /** The user has sent away the line in the popup that offered it: it is not offered there again. */
  hushed?: true;
  /** The browser has withdrawn access: what still runs in open pages of the site falls silent. */
  withdrawn?: true;
}

/**
 * How a site stands: `on`, `off` by the user, `paused` because the browser has withdrawn access, or `offered` because the
 * user has never been asked or has not answered.
 */
export const SITE_STATES = ['on', 'off', 'paused', 'offered'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/**
 * How a site stands. What the user allows on the browser's own pages counts as wanted, and so does a site that is read
 * from the first day on.
 * @param isPermitted whether the browser lets Gleaner read every host of it now
 */
export function siteState({ access }: { access: Access }, { wanted }: SiteChoice, isPermitted: boolean): SiteState {
  if (wanted === false) return 'off';
  if (isPermitted) return 'on';
  return wanted || access === 'install' ? 'paused' : 'offered';
}

/** Whether the script in a page of a site goes on reading there. */
export function isReadingWanted({ wanted, withdrawn }: SiteChoice): boolean {
  return wanted !== false && !withdrawn;
}

/** Reads a choice as it was stored; what is of another shape was never said. */
export function readChoice(stored: unknown): SiteChoice {
  const property = (name: string): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
  const wanted = property('wanted');
  return {
    ...(typeof wanted === 'boolean' && { wanted }),
    ...(property('hushed') === true && { hushed: true }),
    ...(property('withdrawn') === true && { withdrawn: true }),
  };
}

/** The match patterns by which the browser is asked for a site. */
export function patternsOf({ hosts }: { hosts: readonly HostPattern[] }): string[] {
  return matchPatterns(hosts);
}
