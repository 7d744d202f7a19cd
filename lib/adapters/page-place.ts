import { boundText } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';

const PLACE_LIMIT = 300;
// What says which page it is where the path does not; everything else says how one came there.
const NAMING = new Set([
  'id',
  'p',
  'pid',
  'paper',
  'paperid',
  'article',
  'articleid',
  'aid',
  'arnumber',
  'doi',
  'name',
  'page_id',
]);

/** Where a page stands: its host and path as a name, and its address without what only says how one came there. */
export function placeOf(url: URL): { place: string; address: string | undefined } {
  const kept = [...url.searchParams].filter(([name]) => NAMING.has(name.toLowerCase()));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  const place = boundText(`${url.host}${url.pathname.replace(/\/+$/, '')}${query}`, PLACE_LIMIT).text;
  return { place, address: webAddress(`${url.origin}${url.pathname}${query}`) };
}
