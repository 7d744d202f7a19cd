import type { Field } from './fields.ts';
import { lookUpTokens, type Run, runsOf } from './tokens.ts';

/** One word to look up in the index. */
export interface QueryWord {
  text: string;
  /** Words that only begin with it count too. */
  prefix: boolean;
  /** Only this field counts. */
  field?: Field;
}

/** Something that a paper must, or must not, hold. */
export interface Condition {
  /** All of them must be found. */
  words: QueryWord[];
  /** What was asked for, as highlighting looks for it. */
  runs: Run[];
  /** The runs must follow each other. */
  phrase: boolean;
  /** The last run may go on: it is still being typed. */
  open: boolean;
  field?: Field;
}

export interface Query {
  /** Conditions that must hold. */
  wanted: Condition[];
  /** Conditions none of which may hold. */
  unwanted: Condition[];
}

/** A whole abstract pasted as a query finds its paper by the first of its words. */
const MOST_WORDS = 48;

const FIELD_NAMES: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'authors',
  authors: 'authors',
  abstract: 'abstract',
  tag: 'tags',
  tags: 'tags',
  note: 'note',
  notes: 'note',
};

const PIECE = /(?<!\S)(?<not>-?)(?:(?<field>\p{L}+):)?(?:"(?<quoted>[^"]*)"(?!\S)|(?<bare>\S+))/gu;
const QUOTES = /[“”„‟]/g;

/**
 * Reads a query: words, `"exact phrase"`, `-word`, and words or phrases of one field (`author:"de la cruz"`). What looks
 * like a sign but is none (an unpaired quote, an unknown field, a lone hyphen) is text.
 */
export function parseQuery(text: string): Query {
  const query: Query = { wanted: [], unwanted: [] };
  let left = MOST_WORDS;
  for (const piece of text.replace(QUOTES, '"').matchAll(PIECE)) {
    const { not = '', field: name = '', quoted, bare } = piece.groups ?? {};
    const field = FIELD_NAMES[name.toLowerCase()];
    const isText = name !== '' && !field;
    const isLast = piece.index + piece[0].length === text.length;
    const condition = conditionOf(isText ? piece[0].slice(not.length) : (quoted ?? bare ?? ''), {
      // A hyphenated word that is not wanted is one thing: "-self-supervised" says nothing against "self".
      phrase: (quoted !== undefined && !isText) || not !== '',
      open: isLast && not === '' && (quoted === undefined || isText),
      ...(field && { field }),
    });
    left -= condition.words.length;
    if (left < 0) break;
    if (condition.words.length > 0) query[not ? 'unwanted' : 'wanted'].push(condition);
  }
  return query;
}

function conditionOf(text: string, options: Pick<Condition, 'phrase' | 'open' | 'field'>): Condition {
  const runs = runsOf(text);
  const { field, open } = options;
  const words = runs.flatMap((run, index) =>
    lookUpTokens(run).map((token): QueryWord => {
      const isLone = run.unspaced && run.units.length === 1;
      const isOpen = open && !run.unspaced && index === runs.length - 1;
      return { text: token, prefix: isLone || isOpen, ...(field && { field }) };
    }),
  );
  return { words, runs, ...options };
}

/** Whether the words alone do not decide: they must also follow each other. */
export function needsReading({ phrase, words }: Condition): boolean {
  return phrase && words.length > 1;
}

/** The words that must all be found, each once. */
export function wantedWords({ wanted }: Query): QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const word of wanted.flatMap((condition) => condition.words)) {
    words.set(`${word.text} ${word.prefix} ${word.field ?? ''}`, word);
  }
  return [...words.values()];
}
