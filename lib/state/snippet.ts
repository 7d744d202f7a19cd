import type { Field as Searched } from '../search/fields.ts';

/** A part of a paper that can be searched on its own. */
export type Field = Searched;

export interface Part {
  text: string;
  hit: boolean;
}

/**
 * Cuts a text into parts and marks those that a query hit.
 * @param field what the text is: a word that was asked for in one field is marked in that field alone
 */
export type Mark = (text: string, field?: Field) => Part[];

const BEFORE = 40;
const AFTER = 110;

/**
 * The stretch of a text around its first hit, short enough for one line.
 * @param parts the whole text in parts, in order
 * @returns parts with an ellipsis where text was left out; empty when nothing was hit
 */
export function snippet(parts: readonly Part[]): Part[] {
  const first = parts.findIndex(({ hit }) => hit);
  if (first < 0) return [];
  const lead = parts
    .slice(0, first)
    .map(({ text }) => text)
    .join('');
  const tail: Part[] = [];
  let room = AFTER;
  for (const part of parts.slice(first)) {
    if (room <= 0) break;
    tail.push({ text: part.text.slice(0, room), hit: part.hit });
    room -= part.text.length;
  }
  return [{ text: lead.length > BEFORE ? `…${fromWord(lead.slice(-BEFORE))}` : lead, hit: false }, ...tail].filter(
    ({ text }) => text !== '',
  );
}

function fromWord(text: string): string {
  const space = text.indexOf(' ');
  return space < 0 ? text : text.slice(space + 1);
}
