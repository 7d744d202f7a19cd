import { readFileSync } from 'node:fs';
import { parse } from '@retorquere/bibtex-parser';
import { bibtexText } from '../../lib/exporters/bibtex-text.ts';
import { type CslName, compareAuthors, cslAuthors, type NameFaults } from './authors.ts';
import { readMods } from './bibutils.ts';
import { asPrinted, type Check, compare, differences, type Fault, type Job, type Outcome, writeAs } from './check.ts';
import { fieldAt, readWithPython } from './python.ts';
import { linesOf, run } from './run.ts';

const OUTSIDE_MATHS =
  'Of titles with maths the words around it are compared: each program shows maths in a way of its own.';
const WRITING = 'Titles are compared by their letters and digits.';

const BACKSLASH: Fault = {
  what: 'bibutils 7.2 writes \\textbackslash out as it stands, with braces behind it or around it. It reads $\\backslash$, which pandoc does not.',
  hits: (title) => title.includes('\\'),
};
// Nothing else was found for it: pandoc drops `{\textbraceleft}`, `\lbrace{}` and `{\char123}` too, shows `$\lbrace$` as
// it stands, and a lone `\{` makes BibTeX drop the entry.
const LONE_BRACE: Fault = {
  what: 'pandoc 2.17 drops \\textbraceleft{} and \\textbraceright{}, by which a brace without a partner is written.',
  hits: (title) => /\\textbrace/.test(bibtexText(title)),
};
// `\textless` is known to it, but neither to Zotero nor to bibutils.
const ANGLE: Fault = {
  what: '@retorquere/bibtex-parser 9.0.29 reads a raw < as ¡ and > as ¿, as TeX prints them in its oldest fonts.',
  hits: (title) => /[<>]/.test(title),
};

const NAMES: Readonly<Record<Bib, NameFaults>> = {
  bibtex: { once: true, isLost: isAnd },
  biblatex: { isLost: isAnd },
};
const SAME_NAME = 'Of two authors of a paper with the same name it keeps one.';
const NAMED_AND = 'It drops an author whose whole name is “and”.';

type Bib = 'bibtex' | 'biblatex';

/** Programs that read .bib, RIS and CSL-JSON files for other purposes than a document. */
export const BIB_CHECKS: readonly Check[] = (['bibtex', 'biblatex'] as const).flatMap((format): Check[] => [
  { format, program: 'bibtool', needs: ['bibtool'], lot: 20_000, read: (job) => runBibtool(job, format) },
  {
    format,
    program: `${mods(format)} | xmllint`,
    needs: ['bib2xml', 'xmllint'],
    lot: 20_000,
    read: (job) => runBibutils(job, format),
    note: `${WRITING} ${OUTSIDE_MATHS} ${BACKSLASH.what} ${NAMED_AND}${format === 'bibtex' ? ` ${SAME_NAME}` : ''}`,
  },
  {
    format,
    program: 'pandoc',
    needs: ['pandoc'],
    lot: 2_000,
    read: (job) => runPandoc(job, format),
    note: `It sets titles in sentence case, as its users want them: only capitals inside words must be kept. ${OUTSIDE_MATHS} TeX’s ligatures (-- and \`\`) count as what they print. ${LONE_BRACE.what}`,
  },
  {
    format,
    program: 'pybtex',
    needs: ['python:pybtex'],
    lot: 20_000,
    read: (job) => runPython(job, format, 'pybtex'),
  },
  {
    format,
    program: 'bibtexparser',
    needs: ['python:bibtexparser'],
    lot: 500,
    read: (job) => runPython(job, format, 'bibtexparser'),
  },
  {
    format,
    program: '@retorquere/bibtex-parser',
    needs: [],
    lot: 2_000,
    read: (job) => runParser(job, format),
    note: `${OUTSIDE_MATHS} ${ANGLE.what}`,
  },
]);

function isAnd(name: string): boolean {
  return /^\s*and\s*$/i.test(name);
}

function mods(format: Bib): string {
  return format === 'bibtex' ? 'bib2xml' : 'biblatex2xml';
}

function runBibtool(job: Job, format: Bib): Outcome {
  const path = writeAs(format, job);
  const { out, err } = run('bibtool', ['-q', '-s', ...(format === 'biblatex' ? ['-r', 'biblatex'] : []), '-i', path]);
  return { records: (out.match(/^@/gm) ?? []).length, warnings: linesOf(err), differences: [] };
}

function runBibutils(job: Job, format: Bib): Outcome {
  const ran = run(mods(format), ['-i', 'unicode', '-o', 'unicode', writeAs(format, job)]);
  return readMods(job, ran, BACKSLASH, NAMES[format]);
}

function runPandoc(job: Job, format: Bib): Outcome {
  const { out, err, code } = run('pandoc', ['-f', format, '-t', 'csljson', writeAs(format, job)]);
  if (code !== 0) return { records: 0, warnings: linesOf(err), differences: [] };
  const items: { title?: string; author?: CslName[] }[] = JSON.parse(out);
  const titles = sentenceCase(
    job,
    items.map(({ title = '' }) => withoutSpans(title)),
  );
  const differences = [...titles.differences, ...compareAuthors(job, items.map(cslAuthors)).differences];
  return { records: items.length, warnings: linesOf(err), ...titles, differences };
}

/** What came back otherwise but for the capitals of ordinary words; those of other words must have been kept. */
function sentenceCase(job: Job, back: readonly string[]): Pick<Outcome, 'differences' | 'aside'> {
  const lost = compare(job, back, { by: (text) => asPrinted(text).toLowerCase(), fault: LONE_BRACE });
  if (lost.differences.length > 0) return lost;
  const capitals = (text: string) =>
    (text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu) ?? []).filter((word) => /.\p{Lu}/u.test(word)).join(' ');
  return compare(job, back, { by: capitals, fault: LONE_BRACE });
}

function runPython(job: Job, format: Bib, library: string): Outcome {
  const path = writeAs(format, job);
  const { records, complaints } = readWithPython(library, path);
  const written = [...readFileSync(path, 'utf8').matchAll(/^ {2}title = \{(.*)\},?$/gm)].map((match) => match[1] ?? '');
  // These keep a field as it stands in the file.
  return { records: records.length, warnings: complaints, differences: differences(written, fieldAt(records, 1)) };
}

function runParser(job: Job, format: Bib): Outcome {
  const library = parse(readFileSync(writeAs(format, job), 'utf8'), { sentenceCase: false });
  // It knows few of the commands of maths, says so once a file, and keeps them as they are.
  const errors = library.errors.filter(({ error }) => !error.startsWith('unhandled macro'));
  const warnings = errors.map((error) => JSON.stringify(error));
  const back = library.entries.map((entry) => withoutSpans(String(entry.fields.title ?? '')));
  return {
    records: library.entries.length,
    warnings,
    expected: library.errors.length - errors.length,
    ...compare(job, back, { by: asPrinted, fault: ANGLE }),
  };
}

/** A text without the elements by which a program marks capitals. */
export function withoutSpans(text: string): string {
  return text.replace(/<\/?span(?: class="nocase")?>/g, '');
}
