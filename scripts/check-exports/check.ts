import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import { foldWhitespace } from '../../lib/domain/plain-text.ts';
import { readableTex } from '../../lib/domain/readable-tex.ts';
import { splitMaths } from '../../lib/exporters/bibtex-maths.ts';
import type { ExporterId, ExportOptions } from '../../lib/exporters/exporter.ts';
import { exporters } from '../../lib/exporters/registry.ts';

export const OPTIONS: ExportOptions = { exportedAt: '2026-11-22T08:00:00.000Z', heading: 'Unread' };

/** Papers written in one format, for one program to read. */
export interface Job {
  papers: readonly ListedPaper[];
  /** An empty folder. */
  folder: string;
}

/** What a program made of a file. */
export interface Outcome {
  records: number;
  /** Every line in which the program complains. */
  warnings: string[];
  /** Every record that came back as something else. */
  differences: string[];
  /** How often the program said of a paper what is true of it, such as that its year is not known. */
  expected?: number;
  /** Titles that were not compared because of a fault of the program that the check names. */
  aside?: number;
}

/** A fault of a program, shown by hand, for which no spelling was found that all programs read. */
export interface Fault {
  /** The fault in a sentence. */
  what: string;
  /** What a title has that the program gets wrong. */
  hits(title: string): boolean;
}

/** One program that reads one format. */
export interface Check {
  format: ExporterId | 'obsidian';
  program: string;
  /** What must be there: programs, or modules of Python as `python:yaml`. */
  needs: readonly string[];
  /** The most papers in one file; more come in several, because the program takes no more or would take very long. */
  lot: number;
  read(job: Job): Outcome;
  /** What to know of the comparison, below the table. */
  note?: string;
}

/** Writes the papers in a format and returns the file's path. */
export function writeAs(format: ExporterId, { papers, folder }: Job, options: Partial<ExportOptions> = {}): string {
  const exporter = exporters.get(format);
  if (!exporter) throw new TypeError(`No exporter is registered for ${format}`);
  const writer = exporter.start({ ...OPTIONS, ...options });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `list.${exporter.extension}`);
  writeFileSync(path, writer.head + writer.write(papers) + writer.end());
  return path;
}

/** The titles as they should come back. */
export function titlesOf({ papers }: Pick<Job, 'papers'>): string[] {
  return papers.map(({ paper }) => foldWhitespace(paper.title));
}

/** The titles as people read them. */
export function shownTitles(job: Pick<Job, 'papers'>): string[] {
  return titlesOf(job).map((title) => foldWhitespace(readableTex(title)));
}

/**
 * What came back otherwise than it went out.
 * @param by what of a title a program promises to keep; a title of which it gives `undefined` is not compared
 */
export function differences(
  sent: readonly string[],
  back: readonly string[],
  by: (text: string) => string | undefined = (text) => text,
): string[] {
  if (sent.length !== back.length) return [`${sent.length} titles went out, ${back.length} came back`];
  return sent.flatMap((title, place) => {
    const expected = by(title);
    const actual = by(back[place] ?? '');
    if (expected === undefined || expected === actual) return [];
    return [`${JSON.stringify(title)} came back as ${JSON.stringify(back[place])}`];
  });
}

/**
 * What came back otherwise. Of a title with maths, which programs show in ways of their own, the words around the maths are
 * compared; a title that a fault of the program is known to hit is set aside.
 */
export function compare(
  { papers }: Pick<Job, 'papers'>,
  back: readonly string[],
  { by, fault }: { by?: (text: string) => string; fault?: Fault | undefined } = {},
): Pick<Outcome, 'differences' | 'aside'> {
  const sent = titlesOf({ papers });
  if (sent.length !== back.length) return { differences: differences(sent, back), aside: 0 };
  const isAside = (title: string) => fault?.hits(title) === true;
  const kept = sent.map((title, place) => {
    const read = back[place] ?? '';
    return isAside(title) || (hasMaths(title) && keepsWords(title, read)) ? title : read;
  });
  return { differences: differences(sent, kept, by), aside: sent.filter(isAside).length };
}

/** Whether all letters and digits that stand outside maths came back, in order. */
function keepsWords(title: string, back: string): boolean {
  const words = splitMaths(title).flatMap(({ text, maths }) => (maths ? [] : writing(text).toLowerCase()));
  const read = writing(back).toLowerCase();
  let end = 0;
  return words.every((word) => {
    const at = read.indexOf(word, end);
    end = at + word.length;
    return at >= 0;
  });
}

/** Whether a title holds maths, which programs show in ways of their own. */
export function hasMaths(title: string): boolean {
  return splitMaths(title).some((piece) => piece.maths);
}

/** Letters, digits and marks alone: what is left when every program has its own way with signs and spaces. */
export function writing(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** A title as TeX prints it: ligatures make dashes, quotation marks and dots of several signs. */
export function asPrinted(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[-‐‑–—]+/g, '-')
    .replace(/['"`‘’“”„‚]+/g, '"')
    .replace(/…/g, '...')
    .replace(/[\s~\u00a0\u202f\u2009]+/g, ' ')
    .replace(/[?!]`/g, (sign) => (sign.startsWith('?') ? '¿' : '¡'))
    .trim();
}
