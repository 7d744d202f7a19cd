import type { PaperId } from '../domain/paper.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { FIELDS, type Field, type Part } from './fields.ts';
import { type FieldTexts, readPart } from './paper-tokens.ts';
import type { Breather } from './pause.ts';
import type { Condition } from './query.ts';
import { sequenceOf } from './tokens.ts';

/** Papers whose text is read to see whether words stand together, at most. */
const MOST_READ = 2_000;
/** Papers read in one go. */
const SLICE = 64;

/** Phrases that a paper must and must not hold. */
export interface Phrases {
  wanted: readonly Condition[];
  /** Each with the papers that hold all its words, so that their text must tell. */
  unwanted: readonly { condition: Condition; holding: Uint8Array }[];
}

/**
 * Reads papers to see whether they hold phrases, best first.
 * @param papers best first
 * @returns those that pass, in order, and whether more were there than are read; those are left out
 */
export async function verified(
  db: GleanerDatabase,
  papers: readonly PaperId[],
  phrases: Phrases,
  breather: Breather,
): Promise<{ ids: PaperId[]; cut: boolean }> {
  if (phrases.wanted.length + phrases.unwanted.length === 0) return { ids: [...papers], cut: false };
  const ids: PaperId[] = [];
  let read = 0;
  for (let at = 0; at < papers.length; at += SLICE) {
    const slice = papers.slice(at, at + SLICE);
    const doubtful = slice.filter((id) => isDoubtful(phrases, id));
    if (read + doubtful.length > MOST_READ) return { ids, cut: true };
    read += doubtful.length;
    const texts = await readTexts(db, doubtful, phrases);
    ids.push(...slice.filter((id) => !isDoubtful(phrases, id) || passes(phrases, texts.get(id) ?? {})));
    if (breather.due()) await breather.rest();
  }
  return { ids, cut: false };
}

function isDoubtful({ wanted, unwanted }: Phrases, id: PaperId): boolean {
  return wanted.length > 0 || unwanted.some(({ holding }) => holding[id] === 1);
}

async function readTexts(
  db: GleanerDatabase,
  ids: readonly PaperId[],
  { wanted, unwanted }: Phrases,
): Promise<Map<PaperId, FieldTexts>> {
  const fields = [...wanted, ...unwanted.map(({ condition }) => condition)].map(({ field }) => field);
  const needs = (part: Part) => fields.some((field) => field === undefined || FIELDS[field].part === part);
  const [text, said] = await Promise.all([
    needs('text') ? readPart(db, 'text', ids) : undefined,
    needs('said') ? readPart(db, 'said', ids) : undefined,
  ]);
  return new Map(ids.map((id) => [id, { ...text?.get(id), ...said?.get(id) }]));
}

function passes({ wanted, unwanted }: Phrases, texts: FieldTexts): boolean {
  if (!wanted.every((phrase) => holdsPhrase(texts, phrase))) return false;
  return !unwanted.some(({ condition }) => holdsPhrase(texts, condition));
}

/** Whether the words of a phrase follow each other in one of the texts: in one name, one tag, the title. */
export function holdsPhrase(texts: FieldTexts, { runs, field }: Pick<Condition, 'runs' | 'field'>): boolean {
  const sequence = ` ${runs.flatMap(({ units }) => units).join(' ')} `;
  const fields = field ? [field] : (Object.keys(texts) as Field[]);
  return fields.some((name) => (texts[name] ?? []).some((text) => sequenceOf(text).includes(sequence)));
}
