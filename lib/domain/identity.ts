import { abstractStart, type Description, surnames } from './description.ts';
import { byStrength, IDENTIFIER_KINDS, type Identifier, type IdentifierKind, kindOf } from './identifier.ts';
import { isVagueTitle } from './title-key.ts';

/** Two description keys that the user has said are different papers, by undoing a merge. */
export type Apart = readonly [string, string];

/** Descriptions found to mean one work, and why: the key that joined each pair, in the order of joining. */
export interface Cluster {
  descriptions: Description[];
  because: string[];
}

/** A cluster while it grows. Names and abstracts are folded only when a shared title asks for them: few ever are. */
interface Growing extends Cluster {
  identifiers: Map<IdentifierKind, Set<Identifier>>;
  surnames: () => ReadonlySet<string>;
  abstracts: () => ReadonlySet<string>;
}

/**
 * Decides which descriptions are the same paper. The answer depends on the set alone, never on the order of arrival:
 *
 * 1. A shared identifier joins, unless a stronger kind contradicts it (two arXiv identifiers under one DOI: a wrong
 *    DOI on a page, not one paper).
 * 2. A shared title key joins where no identifiers of the same kind contradict each other and, where both know their
 *    authors, a surname is shared. A vague title ("Introduction") also needs authors or abstracts that agree.
 * 3. Nothing joins what the user has set apart.
 *
 * Pairs are tried in the order of their keys, identifiers before titles. Where a bare title fits two papers that
 * contradict each other, it therefore always goes to the one with the smaller identifier.
 *
 * @param descriptions with different keys; all that share a key, directly or through others, must be given together
 */
export function partition(descriptions: readonly Description[], apart: readonly Apart[]): Cluster[] {
  const sorted = [...descriptions].sort((a, b) => (a.key < b.key ? -1 : 1));
  const clusterOf = new Map(sorted.map((description) => [description.key, grow(description)]));
  const joinPairs = (named: readonly Description[], may: typeof mayShareTitle, because: string) => {
    for (const [first, second] of pairs(named)) {
      const [a, b] = [clusterOf.get(first.key), clusterOf.get(second.key)];
      if (!a || !b || a === b || isSetApart(a, b, apart) || !may(a, b, because)) continue;
      absorb(a, b, because);
      for (const description of b.descriptions) clusterOf.set(description.key, a);
    }
  };
  for (const [identifier, named] of byIdentifier(sorted)) joinPairs(named, mayShareIdentifier, identifier);
  for (const [key, named] of byTitle(sorted)) joinPairs(named, mayShareTitle, `title:${key}`);
  return [...new Set(clusterOf.values())].map((cluster) => ({
    descriptions: cluster.descriptions,
    because: cluster.because,
  }));
}

function* pairs<Item>(items: readonly Item[]): Generator<[Item, Item]> {
  for (const [index, first] of items.entries()) {
    for (const second of items.slice(index + 1)) yield [first, second];
  }
}

function grow(description: Description): Growing {
  const identifiers: Growing['identifiers'] = new Map();
  for (const identifier of description.identifiers) {
    const kind = kindOf(identifier);
    identifiers.set(kind, (identifiers.get(kind) ?? new Set()).add(identifier));
  }
  const { authors, abstract } = description.facts;
  return {
    descriptions: [description],
    because: [],
    identifiers,
    surnames: once(() => new Set(surnames(authors))),
    abstracts: once(() => new Set([abstractStart(abstract)].filter(Boolean))),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function absorb(kept: Growing, other: Growing, because: string): void {
  kept.descriptions.push(...other.descriptions);
  kept.because.push(...other.because, because);
  for (const [kind, values] of other.identifiers) {
    kept.identifiers.set(kind, (kept.identifiers.get(kind) ?? new Set()).union(values));
  }
  const { surnames, abstracts } = kept;
  kept.surnames = once(() => surnames().union(other.surnames()));
  kept.abstracts = once(() => abstracts().union(other.abstracts()));
}

function byIdentifier(descriptions: readonly Description[]): [Identifier, Description[]][] {
  const groups = group(descriptions, (description) => description.identifiers);
  return groups.sort(([a], [b]) => byStrength(a, b));
}

function byTitle(descriptions: readonly Description[]): [string, Description[]][] {
  return group(descriptions, (description) => description.titleKeys).sort(([a], [b]) => (a < b ? -1 : 1));
}

function group<Key extends string>(
  descriptions: readonly Description[],
  keysOf: (description: Description) => readonly Key[],
): [Key, Description[]][] {
  const groups = new Map<Key, Description[]>();
  for (const description of descriptions) {
    for (const key of keysOf(description)) {
      const named = groups.get(key);
      if (named) named.push(description);
      else groups.set(key, [description]);
    }
  }
  return [...groups].filter(([, named]) => named.length > 1);
}

function contradict(a: Growing, b: Growing, kind: IdentifierKind): boolean {
  const [own, other] = [a.identifiers.get(kind), b.identifiers.get(kind)];
  return own !== undefined && other !== undefined && own.isDisjointFrom(other);
}

function mayShareIdentifier(a: Growing, b: Growing, identifier: string): boolean {
  const stronger = IDENTIFIER_KINDS.slice(0, IDENTIFIER_KINDS.indexOf(kindOf(identifier as Identifier)));
  return !stronger.some((kind) => contradict(a, b, kind));
}

function mayShareTitle(a: Growing, b: Growing, because: string): boolean {
  if (IDENTIFIER_KINDS.some((kind) => contradict(a, b, kind))) return false;
  const [own, others] = [a.surnames(), b.surnames()];
  const authorsKnown = own.size > 0 && others.size > 0;
  const authorsAgree = authorsKnown && !own.isDisjointFrom(others);
  if (authorsKnown && !authorsAgree) return false;
  return authorsAgree || !isVagueTitle(because.slice('title:'.length)) || !a.abstracts().isDisjointFrom(b.abstracts());
}

function isSetApart(a: Growing, b: Growing, apart: readonly Apart[]): boolean {
  const holds = (cluster: Growing, key: string) => cluster.descriptions.some((description) => description.key === key);
  return apart.some(([x, y]) => (holds(a, x) && holds(b, y)) || (holds(a, y) && holds(b, x)));
}
