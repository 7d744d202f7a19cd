import { startBreathing } from '../backup/breath.ts';
import type { PaperId } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { resolvePaper } from '../domain/resolve.ts';
import { familyOf, nameFrom } from '../exporters/person-name.ts';
import { readColumn } from '../library/columns.ts';
import type { GleanerDatabase } from '../library/database.ts';
import type { ExportChoices, ExportOrder } from './export-choices.ts';
import { groupRanks } from './export-groups.ts';
import type { Watching } from './paper-pieces.ts';
import type { World } from './world.ts';

/** Papers read at once for what they are ordered by. */
const SLICE = 512;
/** Signs of a title or a name by which papers are told apart; two that agree so far stand as they are listed. */
const SIGNS = 40;

export type Arrangement = Pick<ExportChoices, 'order' | 'groupBy'>;

/** Whether putting papers in order reads every one of them. */
export function readsPapers(order: ExportOrder): boolean {
  return order === 'title' || order === 'author';
}

/**
 * Puts papers in the order of a file, group by group where they are grouped. Day, status and tags are read of columns and
 * entries, digests mostly of their members; titles and authors of the papers, slice by slice, of which a few signs stay.
 * @returns the same ids; papers that nothing tells apart stand as they are listed
 * @throws the reason of `signal` when it aborts
 */
export async function arrange(
  { db }: World,
  ids: readonly PaperId[],
  { order, groupBy }: Arrangement,
  watching: Watching = {},
): Promise<readonly PaperId[]> {
  if (order === 'listed' && groupBy === 'none') return ids;
  const groups = groupBy === 'none' ? undefined : await groupRanks(db, ids, groupBy, watching.signal);
  const compare = await comparing(db, ids, order, watching);
  watching.signal?.throwIfAborted();
  const places = Uint32Array.from(ids, (_, place) => place);
  places.sort((a, b) => (groups?.[a] ?? 0) - (groups?.[b] ?? 0) || compare(a, b) || a - b);
  return Array.from(places, (place) => ids[place] ?? 0);
}

/** Compares papers by their places in the list. */
async function comparing(
  db: GleanerDatabase,
  ids: readonly PaperId[],
  order: ExportOrder,
  watching: Watching,
): Promise<(a: number, b: number) => number> {
  if (order === 'listed') return () => 0;
  if (order === 'published') {
    const days = await readColumn(db, 'published');
    return (a, b) => (days[ids[b] ?? 0] ?? 0) - (days[ids[a] ?? 0] ?? 0);
  }
  const texts = await readTexts(db, ids, order, watching);
  return (a, b) => {
    const [one, other] = [texts[a] ?? '', texts[b] ?? ''];
    if (one === other) return 0;
    // Papers without a title or an author come last.
    return one === '' || (other !== '' && one > other) ? 1 : -1;
  };
}

async function readTexts(
  db: GleanerDatabase,
  ids: readonly PaperId[],
  order: 'title' | 'author',
  { progress, signal }: Watching,
): Promise<string[]> {
  const texts: string[] = [];
  const breathe = startBreathing();
  for (let start = 0; start < ids.length; start += SLICE) {
    signal?.throwIfAborted();
    progress?.(start, ids.length);
    const slice = ids.slice(start, start + SLICE);
    const papers = await db.papers.get(slice);
    for (const id of slice) {
      const held = papers.get(id);
      const { title, authors } = held ? resolvePaper({ id, ...held }) : { title: '', authors: [] };
      texts.push(sortText(order === 'title' ? title : surname(authors?.[0] ?? '')));
      await breathe();
    }
  }
  return texts;
}

function surname(author: string): string {
  const name = nameFrom(author);
  return 'group' in name ? name.group : `${familyOf(name)} ${name.given}`;
}

/** A text as dictionaries order it: without accents, capitals and what stands before the first letter or digit. */
function sortText(text: string): string {
  const letters = foldWhitespace(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // Put together anew, so that what is kept does not keep the long text that it was cut from.
  return Array.from(letters.replace(/^[^\p{L}\p{N}]+/u, ''))
    .slice(0, SIGNS)
    .join('');
}
