import type { BarView } from './bar.ts';
import type { MarkView } from './pill.ts';
import { kindOf, type Listed, type Visit } from './visit.ts';
import type { MarkSettings } from './world.ts';

const FEWEST_FOR_BAR = 2;

/** The mark beside a paper; none while the library does not know it. */
export function viewOf(visit: Visit, { name, title, anchor }: Listed): MarkView[] {
  const [kind, paper] = [kindOf(visit, name), visit.known.get(name)];
  return kind && paper ? [{ name, title, anchor, kind, paper }] : [];
}

/**
 * What the bar of a list says.
 * @param more how many papers are left out, or would be; whether it is still to be said that marks were switched off, or
 *   that the last word could not be stored
 * @returns undefined for a page of one paper, and where there is nothing to say yet or any more
 */
export function barOf(
  { list, known, fresh }: Visit,
  { hideSeen, folded, on }: MarkSettings,
  { seen, saysOff, hasFailed }: { seen: number; saysOff: boolean; hasFailed: boolean },
): BarView | undefined {
  const isShown = on ? known.size > 0 : saysOff;
  if (!isShown || list.length < FEWEST_FOR_BAR) return undefined;
  const news = list.filter(({ name }) => fresh.has(name)).length;
  return { fresh: news, all: list.length, seen, hideSeen, folded, isOff: !on, hasFailed };
}
