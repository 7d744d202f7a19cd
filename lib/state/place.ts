/** The places of the library page, in the order of its navigation. */
export const PLACES = ['papers', 'backup', 'storage', 'history', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** The place that the part of an address behind `#` names; the papers for anything else. */
export function placeIn(hash: string): Place {
  return PLACES.find((place) => `#${place}` === hash) ?? 'papers';
}
