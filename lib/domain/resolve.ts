import type { Description, PaperRow } from './description.ts';
import { byStrength } from './identifier.ts';
import { FACT_NAMES, type FactName, type Facts, type Paper, SOURCES, type Source } from './paper.ts';

/** Sets one fact; the types of name and value belong together. */
export function setFact<Name extends FactName>(facts: Facts, name: Name, value: Facts[Name]): void {
  facts[name] = value;
}

/**
 * Puts the best of what the candidates say of one fact into `facts`, and its source into `sources`: by rank of the
 * source, then the longer, then the smaller text, so that the order of arrival never matters.
 */
export function chooseFact(
  name: FactName,
  candidates: readonly Pick<Description, 'facts' | 'sources'>[],
  facts: Facts,
  sources: Description['sources'],
): void {
  let best: { value: string | string[]; source: Source } | undefined;
  for (const { facts: offered, sources: from } of candidates) {
    const value = offered[name];
    const source = from[name];
    if (value === undefined || source === undefined) continue;
    if (!best || isBetterFact(value, source, best.value, best.source)) best = { value, source };
  }
  if (!best) return;
  setFact(facts, name, best.value as Facts[typeof name]);
  sources[name] = best.source;
}

function isBetterFact(value: string | string[], source: Source, than: string | string[], thanSource: Source): boolean {
  const rank = SOURCES.indexOf(thanSource) - SOURCES.indexOf(source);
  if (rank !== 0) return rank > 0;
  if (value.length !== than.length) return value.length > than.length;
  return JSON.stringify(value) < JSON.stringify(than);
}

/** The paper that a row's descriptions add up to. */
export function resolvePaper(row: Pick<PaperRow, 'id' | 'descriptions'>): Paper {
  const paper: Paper = {
    id: row.id,
    title: row.descriptions[0]?.facts.title ?? '',
    identifiers: [...new Set(row.descriptions.flatMap((description) => description.identifiers))].sort(byStrength),
    sources: {},
  };
  for (const name of FACT_NAMES) chooseFact(name, row.descriptions, paper, paper.sources);
  return paper;
}
