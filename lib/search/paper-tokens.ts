import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { saidOf, textsOf } from '../library/index-work.ts';
import type { Field, FieldTokens, Part } from './fields.ts';
import { indexTokens } from './tokens.ts';

/** The texts of a part of a paper by field. Texts that must not run into each other (names, tags) are apart. */
export type FieldTexts = Partial<Record<Field, readonly string[]>>;

/** Reads a part of papers; papers that are removed or gone are left out. */
export async function readPart(
  db: GleanerDatabase,
  part: Part,
  ids: readonly PaperId[],
): Promise<Map<PaperId, FieldTexts>> {
  const texts = new Map<PaperId, FieldTexts>();
  if (ids.length === 0) return texts;
  if (part === 'text') {
    for (const [id, { title, authors, abstract }] of await textsOf(db, ids)) {
      texts.set(id, { title: [title], authors, abstract: [abstract] });
    }
  } else {
    for (const [id, { tags, note }] of await saidOf(db, ids)) texts.set(id, { tags, note: [note] });
  }
  return texts;
}

/** The words of texts, by field. */
export function tokensOf(texts: FieldTexts): FieldTokens {
  const tokens: FieldTokens = {};
  for (const field of Object.keys(texts) as Field[]) {
    tokens[field] = (texts[field] ?? []).flatMap(indexTokens);
  }
  return tokens;
}

/** Whether two readings of a paper say the same. */
export function sameTexts(a: FieldTexts | undefined, b: FieldTexts | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The words of papers, one paper at a time, by ascending number. */
export function* tokensByPaper(texts: ReadonlyMap<PaperId, FieldTexts>): Generator<[PaperId, FieldTokens]> {
  for (const id of [...texts.keys()].sort((a, b) => a - b)) yield [id, tokensOf(texts.get(id) ?? {})];
}

/** Whether there is anything to find in a part of a paper. A paper without a word of text counts all the same. */
export function isEmptyHanded(texts: FieldTexts): boolean {
  return !('title' in texts) && Object.values(texts).every((said) => said.every((text) => text === ''));
}
