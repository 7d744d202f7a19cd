import { foldWhitespace } from '../../lib/domain/plain-text.ts';
import { namesOf } from '../../lib/exporters/person-name.ts';
import { hasMaths, type Job, type Outcome, writing } from './check.ts';

/** A name as CSL-JSON has it. */
export type CslName = Readonly<Record<string, string>>;

/** Faults of a program with names. */
export interface NameFaults {
  /** Names whose letters it gets wrong. */
  isAside?(name: string): boolean;
  /** Names that it drops or takes for two, so that papers with one of them cannot be compared. */
  isLost?(name: string): boolean;
  /** Whether it drops a name that an earlier author of the paper has too. */
  once?: boolean;
}

/**
 * Papers whose authors came back as others, in another number or in another order. A name is compared by its letters and
 * digits, whatever parts a program takes it for and in whatever order it gives these.
 * @param back the authors of each paper, all parts of a name in one text
 */
export function compareAuthors(
  { papers }: Pick<Job, 'papers'>,
  back: readonly (readonly string[])[],
  { isAside = () => false, isLost = () => false, once = false }: NameFaults = {},
): Required<Pick<Outcome, 'differences' | 'aside'>> {
  if (papers.length !== back.length) return { differences: [], aside: 0 };
  const lost = papers.filter(({ paper }) => paper.authors?.some(isLost));
  const differences = papers.flatMap((listed, place) => {
    if (lost.includes(listed)) return [];
    const sent = authorsOf(listed, once);
    const got = back[place] ?? [];
    const isSame = (name: string, at: number) => isAside(name) || hasMaths(name) || letters(name) === letters(got[at]);
    if (sent.length === got.length && sent.every(isSame)) return [];
    return [`the authors ${JSON.stringify(sent)} came back as ${JSON.stringify(got)}`];
  });
  return { differences, aside: lost.length };
}

/** The names of an item of CSL-JSON, all parts in one text. */
export function cslAuthors({ author = [] }: { author?: readonly CslName[] }): string[] {
  return author.map((parts) => Object.values(parts).join(' '));
}

function authorsOf({ paper }: Job['papers'][number], once: boolean): string[] {
  // As in the files: braces and dollar signs in a name are damage.
  const named = (paper.authors ?? []).filter((author) => namesOf([author.replace(/[{}$]/g, ' ')]).length > 0);
  return once ? [...new Set(named.map(foldWhitespace))] : named;
}

function letters(name = ''): string {
  return [...writing(name)].sort().join('');
}
