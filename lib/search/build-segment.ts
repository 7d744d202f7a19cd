import type { PaperId } from '../domain/paper.ts';
import { addTerm, endBlock, newBlockWriter } from './block-writer.ts';
import { FIELD_ORDER, FIELDS, type Field, type FieldTokens } from './fields.ts';
import { impactOf, LETTERS_IMPACT } from './formula.ts';
import { lettersKey, type TermKey, termKey } from './keys.ts';
import type { Breather } from './pause.ts';
import { posting } from './postings.ts';
import { isUnspaced } from './tokens.ts';

/** A part of some papers, indexed: what a segment is made of. */
export interface BuiltSegment {
  blocks: Uint8Array<ArrayBuffer>[];
  /** The first key of every block. */
  firstKeys: TermKey[];
  /** Ascending. */
  papers: PaperId[];
  bytes: number;
}

/** The postings of a term in a field, with how often the paper at hand holds it. */
interface Term {
  postings: number[];
  paper: PaperId;
  times: number;
}

/** The terms of a field, and the first letters of its words where they are kept. */
interface FieldTerms {
  field: Field;
  terms: Map<string, Term>;
  letters: Map<string, Term>;
}

/**
 * Indexes papers in memory.
 * @param papers their words by field, by ascending number
 * @param breather lets input through between papers
 */
export async function buildSegment(
  papers: Iterable<readonly [PaperId, FieldTokens]>,
  breather: Breather,
): Promise<BuiltSegment> {
  const fields = FIELD_ORDER.map((field): FieldTerms => ({ field, terms: new Map(), letters: new Map() }));
  const ids: PaperId[] = [];
  for (const [id, tokens] of papers) {
    ids.push(id);
    for (const each of fields) addField(each, id, tokens[each.field] ?? []);
    if (breather.due()) await breather.rest();
  }
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const writer = newBlockWriter((block) => blocks.push(block));
  for (const { key, postings } of sortedTerms(fields)) {
    addTerm(writer, key, postings);
    if (breather.due()) await breather.rest();
  }
  endBlock(writer);
  return { blocks, firstKeys: writer.firstKeys, papers: ids, bytes: writer.bytes };
}

function addField({ field, terms, letters }: FieldTerms, id: PaperId, words: readonly string[]): void {
  const { usual, byLetters } = FIELDS[field];
  const found: Term[] = [];
  for (const word of words) {
    const term = termOf(terms, word);
    if (term.paper !== id) {
      term.paper = id;
      term.times = 0;
      found.push(term);
    }
    term.times += 1;
    if (byLetters) addLetters(letters, id, word);
  }
  for (const { postings, times } of found) postings.push(posting(id, impactOf(times, words.length, usual)));
}

/** Notes the first one and two letters of a word, by which it is found before more is typed. */
function addLetters(letters: Map<string, Term>, id: PaperId, word: string): void {
  if (isUnspaced(word)) return;
  const [first = '', second = ''] = word;
  for (const few of second ? [first, first + second] : [first]) {
    const term = termOf(letters, few);
    if (term.paper !== id) term.postings.push(posting(id, LETTERS_IMPACT));
    term.paper = id;
  }
}

function termOf(terms: Map<string, Term>, word: string): Term {
  const known = terms.get(word);
  if (known) return known;
  const term = { postings: [], paper: 0, times: 0 };
  terms.set(word, term);
  return term;
}

/** All terms in the order of their keys. Keys are made only here: once a term, and not each time it is met. */
function sortedTerms(fields: readonly FieldTerms[]): { key: TermKey; postings: number[] }[] {
  const sorted = fields.flatMap(({ field, terms, letters }) => [
    ...[...terms].map(([term, { postings }]) => ({ key: termKey(term, field), postings })),
    ...[...letters].map(([few, { postings }]) => ({ key: lettersKey(few, field), postings })),
  ]);
  return sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
}
