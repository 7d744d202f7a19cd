import { tick } from '../../lib/domain/clock.ts';
import type { Status } from '../../lib/domain/shelf.ts';
import type { Said } from '../../lib/domain/words.ts';
import { coinedWord } from './coined.ts';
import type { Random } from './random.ts';

const TAGS = 30;

/**
 * What a reader said of a paper: of three in five nothing.
 * @param at milliseconds since 1970 at which the paper was seen
 */
export function saidOf(random: Random, at: number): Said | undefined {
  if (random.chance(0.6)) return undefined;
  const clock = tick(undefined, at + random.below(86_400_000), 'reader');
  const said: Said = {};
  const status = random.fraction();
  if (status < 0.9) said.status = { value: statusAt(status / 0.9), clock };
  if (random.chance(0.12)) said.starred = { value: true, clock };
  if (random.chance(0.1)) said.tags = { value: someTags(random), clock };
  if (random.chance(0.05)) said.note = { value: someNote(random), clock };
  if (random.chance(0.01)) said.removed = { value: true, clock };
  return Object.keys(said).length > 0 ? said : undefined;
}

function statusAt(share: number): Status {
  if (share < 0.65) return 'read';
  return share < 0.9 ? 'skipped' : 'reading';
}

function someTags(random: Random): string[] {
  const tags = Array.from({ length: 1 + random.below(3) }, () => coinedWord(random.below(TAGS)));
  return [...new Set(tags)].sort();
}

function someNote(random: Random): string {
  return Array.from({ length: 3 + random.below(30) }, () => coinedWord(random.tail(100))).join(' ');
}
