/** A field of a paper that is searched. */
export type Field = 'title' | 'authors' | 'abstract' | 'tags' | 'note';

/** The parts of a paper that are indexed apart, so that putting a tag on it does not index its abstract again. */
export type Part = 'text' | 'said';

interface FieldRule {
  part: Part;
  /** How much a word there counts. */
  weight: number;
  /** Words in a field of usual length; in a longer one, one word says less. */
  usual: number;
  /** Whether its words are found by their first one or two letters. */
  byLetters: boolean;
}

/** Every field, in the order in which the index keeps the entries of one word. */
export const FIELDS: Readonly<Record<Field, FieldRule>> = {
  title: { part: 'text', weight: 5, usual: 11, byLetters: true },
  authors: { part: 'text', weight: 3, usual: 20, byLetters: true },
  abstract: { part: 'text', weight: 1, usual: 190, byLetters: false },
  tags: { part: 'said', weight: 3, usual: 4, byLetters: true },
  note: { part: 'said', weight: 2, usual: 20, byLetters: false },
};

export const FIELD_ORDER = Object.keys(FIELDS) as Field[];

/** What is searched of one paper, as its words; a part that is not known is left out. */
export type FieldTokens = Partial<Record<Field, string[]>>;
