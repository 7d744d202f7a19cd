import { abstractWithoutMarkup } from './without-markup.ts';

const EXTRACT = /(?:…|\.\.\.|\[&hellip;\])\s*$/;
const NONE = /^(?:an |no )?abstract\b.{0,30}\bavailable\b.{0,40}$|^(?:n\/?a|none|null)\.?$/i;
const SHORTEST_DESCRIPTION = 250; // shorter ones are lines about a page or a journal

/** What a field named "abstract" holds, without mark-up; undefined for an extract and for words that say there is none. */
export function statedAbstract(text: string | undefined): string | undefined {
  const plain = text && abstractWithoutMarkup(text).trim();
  return !plain || EXTRACT.test(plain.slice(-40)) || NONE.test(plain.slice(0, 100)) ? undefined : plain;
}

/** What a field named "description" holds, if it is long and whole enough to be the abstract. */
export function describedAbstract(text: string | undefined): string | undefined {
  const plain = statedAbstract(text);
  return plain && plain.length >= SHORTEST_DESCRIPTION && /[.!?。]/.test(plain.slice(-40)) ? plain : undefined;
}
