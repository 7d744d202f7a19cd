import { doiIdentifier, type Identifier } from '../domain/identifier.ts';
import { boundText } from '../domain/plain-text.ts';
import { dateIn } from './shown-date.ts';

/** What the line below a title says, as in `Psychol Bull. 2010 Jul;136(4):495-525. doi: 10.1037/x0019486.` */
export interface Citation {
  venue?: string;
  published?: string;
  doi?: Identifier;
}

const LONGEST = 2_000;
const JOURNAL = /^(.{1,300}?)\. (?=(?:1[89]|20|21)\d\d\b)/;
// Chapters are cited the other way round: "2025 Jan 3. In: StatPearls [Internet]. Treasure Island (FL): …"
const BOOK = /\bIn: ([^.]{1,300})\./;
const DOI = /\bdoi: ?(10\.\S+)/i;

/** Reads a citation in the form of the National Library of Medicine; what it does not hold stays undefined. */
export function citationIn(text: string): Citation {
  const line = boundText(text, LONGEST).text;
  const journal = JOURNAL.exec(line);
  const venue = journal?.[1] ?? BOOK.exec(line)?.[1];
  const published = dateIn(line.slice(journal?.[0].length ?? 0));
  const doi = doiIdentifier(DOI.exec(line)?.[1]?.replace(/[.,;]$/, '') ?? '');
  return { ...(venue && { venue }), ...(published && { published }), ...(doi && { doi }) };
}

/**
 * The names in a line such as `Ode MS, Åkervik J; Slow Rivers Study Group.`, as they are spelled.
 * @returns the names; whether the line says that there are more
 */
export function namesIn(text: string): { names: string[]; areAll: boolean } {
  const line = text.trim().replace(/\.$/, '');
  if (line === '' || /^\[?no authors listed\]?$/i.test(line)) return { names: [], areAll: true };
  const names = line.split(/[,;]\s+/);
  const shown = names.filter((name) => !/^(?:et al\.?|…|\.{3})$/.test(name.trim()));
  return { names: shown, areAll: shown.length === names.length };
}

/** PubMed closes every title with a full stop, which is not part of it; an ellipsis is. */
export function withoutFinalDot(title: string): string {
  return title.trimEnd().replace(/(?<!\.\.|…)\.$/, '');
}
