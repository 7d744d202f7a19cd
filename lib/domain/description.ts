import { byStrength, type Identifier } from './identifier.ts';
import { FACT_NAMES, type FactName, type Facts, type PaperId, type ScrapedPaper, type Source } from './paper.ts';
import { chooseFact, setFact } from './resolve.ts';
import { foldLetters, isVagueTitle, titleKey } from './title-key.ts';

/**
 * All that was ever said of a paper under one and the same naming: the same identifiers, or the same bare title.
 * A stored paper is one or more descriptions found to mean one work. They are kept apart, not blended, so that a paper
 * can be taken to pieces again when a later page shows that two of them never belonged together.
 */
export interface Description {
  /** The naming: its identifiers, sorted; without any, the title key (and what else tells two such apart). */
  key: string;
  identifiers: Identifier[];
  /** Keys of every title it was given, sorted: a title that is corrected later must not lose its old matches. */
  titleKeys: string[];
  facts: Facts;
  sources: Partial<Record<FactName, Source>>;
}

/** What the database holds of a paper. */
export interface PaperRow {
  id: PaperId;
  /** Every identifier and, as `title:…`, every title key of its descriptions: what a capture is looked up by. */
  keys: string[];
  descriptions: Description[];
}

const TITLE_KEYS_KEPT = 8;

/** The surname in a name as a page spells it ("First Last", "Last, First", "Last JF"), folded for comparison. */
export function surname(name: string): string {
  const [beforeComma, afterComma] = name.split(',');
  const words = (afterComma === undefined ? name : (beforeComma ?? '')).trim().split(/\s+/);
  const named = words.filter((word) => !/^(?:jr|sr|ii|iii|iv|\p{Lu}{1,3})\.?$/u.test(word) || words.length === 1);
  return foldLetters(named.at(-1) ?? name).replace(/[^\p{L}\p{M}]/gu, '');
}

/** Folded surnames of a list of names, without repeats, sorted. */
export function surnames(authors: readonly string[] | undefined): string[] {
  return [...new Set((authors ?? []).map(surname).filter(Boolean))].sort();
}

/** The start of an abstract as letters only: equal for the same abstract however it was wrapped or cut. */
export function abstractStart(abstract: string | undefined): string {
  return foldLetters((abstract ?? '').slice(0, 240))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 100);
}

/** The description that one scraped paper gives. */
export function describe(scraped: ScrapedPaper): Description {
  const identifiers = [...new Set(scraped.identifiers)].sort(byStrength);
  const title = titleKey(scraped.title);
  const facts: Facts = { title: scraped.title };
  const sources: Description['sources'] = {};
  for (const name of FACT_NAMES) {
    const value = scraped[name];
    if (value === undefined || value.length === 0) continue;
    setFact(facts, name, value);
    sources[name] = scraped.source;
  }
  return { key: identifiers.join(' ') || bareKey(title, scraped), identifiers, titleKeys: [title], facts, sources };
}

/** Without identifiers, two papers of one title are told apart by their authors, and under a vague title by the abstract. */
function bareKey(title: string, scraped: ScrapedPaper): string {
  const who = surnames(scraped.authors).join(' ');
  const what = isVagueTitle(title) ? abstractStart(scraped.abstract) : '';
  return ['title:', title, who && `|${who}`, what && `|${what}`].join('');
}

/** Joins two descriptions of the same key. Repeats and order make no difference. */
export function joinDescriptions(a: Description, b: Description): Description {
  const facts: Facts = { title: a.facts.title };
  const sources: Description['sources'] = {};
  for (const name of FACT_NAMES) chooseFact(name, [a, b], facts, sources);
  return {
    key: a.key,
    identifiers: a.identifiers,
    titleKeys: [...new Set([...a.titleKeys, ...b.titleKeys])].sort().slice(0, TITLE_KEYS_KEPT),
    facts,
    sources,
  };
}

/** Every key under which a description can be found. */
export function lookupKeys(description: Description): string[] {
  return [...description.identifiers, ...description.titleKeys.map((key) => `title:${key}`)];
}

/** One of the keys of the description that goes by this name: what its paper can be looked up by. */
export function lookupKeyOf(name: string): string {
  const [key = name] = name.split(name.startsWith('title:') ? '|' : ' ', 1);
  return key;
}

/** A row from its descriptions, in their canonical order. */
export function paperRow(id: PaperId, descriptions: readonly Description[]): PaperRow {
  const sorted = [...descriptions].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { id, keys: [...new Set(sorted.flatMap(lookupKeys))].sort(), descriptions: sorted };
}
