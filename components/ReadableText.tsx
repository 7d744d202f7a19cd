import { readableTex } from '../lib/domain/readable-tex.ts';
import type { Field, Mark, Part } from '../lib/state/snippet.ts';
import { Parts } from './Highlighted.tsx';

/** A title or an abstract, its TeX made readable and the search's hits marked. */
export function ReadableText({ text, field, mark }: { text: string; field: Field; mark: Mark | undefined }) {
  return mark ? <Parts parts={readableParts(text, field, mark)} /> : readableTex(text);
}

/**
 * The parts of a text as it reads best. What was searched for may be a word that reading it took away (`mathcal`); the
 * text is then shown as it is stored, so that it can be seen why it was found.
 */
export function readableParts(text: string, field: Field, mark: Mark): Part[] {
  const read = readableTex(text);
  const parts = mark(read, field);
  if (read === text || parts.some(({ hit }) => hit)) return parts;
  const stored = mark(text, field);
  return stored.some(({ hit }) => hit) ? stored : parts;
}
