/** The places of the library page, in the order of its navigation. */
export const PLACES = ['papers', 'weekly', 'sites', 'backup', 'storage', 'history', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** The place that the part of an address behind `#` names; the papers for anything else. */
export function placeIn(hash: string): Place {
  return PLACES.find((place) => `#${place}` === hash) ?? 'papers';
}

/** What an address ending in `#papers?q=…` searches for; undefined for any other. */
export function queryIn(hash: string): string | undefined {
  if (!hash.startsWith('#papers?')) return undefined;
  return new URLSearchParams(hash.slice('#papers?'.length)).get('q') ?? undefined;
}
