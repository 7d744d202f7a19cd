import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicationOf } from '../../lib/exporters/publication.ts';
import { type Check, type Job, type Outcome, writeAs } from './check.ts';
import { linesOf, run } from './run.ts';

const DATED = 'It asks for the year of every paper, and says of which there is none: that is expected.';
const STYLES = ['plain', 'unsrt', 'alpha', 'abbrv', 'plainnat'];

// TeX Live gives BibTeX 500 characters for a label. Two hostile names may be longer than that, two real ones are not.
const ROOM_FOR_LABELS = { ent_str_size: '20000' };

/** The programs of TeX itself, which read a .bib file for a document that cites all of it. */
export const TEX_CHECKS: readonly Check[] = [
  ...STYLES.map(
    (style): Check => ({
      format: 'bibtex',
      program: `bibtex, ${style}`,
      needs: ['pdflatex', 'bibtex'],
      lot: 2_000,
      read: (job) => runBibtex(job, style),
      ...(style === 'plainnat' ? { note: DATED } : {}),
    }),
  ),
  {
    format: 'bibtex',
    program: 'pdflatex, plainnat',
    needs: ['pdflatex', 'bibtex'],
    lot: 250,
    read: typesetBibtex,
    note: 'What is not ASCII is an x in this run, as the fonts of a small TeX have no CJK or emoji. In lots of 250: after 26 papers of one name and year plainnat goes on from z to a brace.',
  },
  {
    format: 'biblatex',
    program: 'biber --validate-datamodel, pdflatex',
    needs: ['pdflatex', 'biber', 'tex:biblatex.sty'],
    lot: 250,
    read: runBiber,
    note: DATED,
  },
];

/** Lets LaTeX write which papers are cited, and BibTeX the list of them. */
function runBibtex(job: Job, style: string): Outcome {
  writeAs('bibtex', job);
  const packages = style === 'plainnat' ? '\\usepackage{natbib}' : '';
  writeDocument(job, `${packages}\\usepackage{url}`, `\\nocite{*}\\bibliographystyle{${style}}\\bibliography{list}`);
  latex(job);
  const ran = run('bibtex', ['-terse', 'doc'], { cwd: job.folder, env: ROOM_FOR_LABELS });
  const complaints = linesOf(ran.out + ran.err + read(job, 'doc.blg')).filter((line) =>
    /Warning--|error message|^I |---line|You're missing|Sorry/.test(line),
  );
  const all = [...new Set(complaints)];
  if (ran.code !== 0 && all.length === 0) all.push(`bibtex ended with ${ran.code}`);
  // plainnat alone asks for a year, and none is invented for a paper of which none is known.
  const undated = style === 'plainnat' ? undatedKeys(job) : new Set();
  const warnings = all.filter((line) => !undated.has(/^Warning--empty year in (\S+)$/.exec(line)?.[1]));
  const records = count(read(job, 'doc.bbl'), /\\bibitem[[{]/g);
  return { records, warnings, differences: [], expected: all.length - warnings.length };
}

/** The keys of the papers whose year is not known. */
function undatedKeys(job: Job): Set<string | undefined> {
  const keys = [...read(job, 'list.bib').matchAll(/^@(?:misc|online)\{(\w+),$/gm)].map((match) => match[1]);
  return new Set(keys.filter((_, place) => !publicationOf(job.papers[place]?.paper ?? { identifiers: [] })));
}

function typesetBibtex(job: Job): Outcome {
  const made = runBibtex(job, 'plainnat');
  return { ...made, warnings: [...made.warnings, ...typeset(job)] };
}

function runBiber(job: Job): Outcome {
  writeAs('biblatex', job);
  const packages = '\\usepackage[backend=biber]{biblatex}\\addbibresource{list.bib}';
  writeDocument(job, packages, '\\nocite{*}\\printbibliography');
  latex(job);
  const ran = run('biber', ['--validate-datamodel', '--nolog', 'doc'], { cwd: job.folder });
  const all = linesOf(ran.out + ran.err).filter((line) => /WARN|ERROR|error/.test(line));
  if (ran.code !== 0 && all.length === 0) all.push(`biber ended with ${ran.code}: ${ran.err.slice(-200)}`);
  const undated = undatedKeys(job);
  const told = all.filter((line) =>
    undated.has(/Entry '(\w+)'.*: Missing mandatory field - one of 'date, year'/.exec(line)?.[1]),
  );
  // The last line counts the lines above.
  const isCount = (line: string) => line === `INFO - WARNINGS: ${told.length}`;
  const warnings = all.filter((line) => !told.includes(line) && !isCount(line));
  const records = count(read(job, 'doc.bbl'), /\\entry\{/g);
  warnings.push(...typeset(job));
  return { records, warnings, differences: [], expected: told.length };
}

/** Sets the list that was made, and gives the errors of TeX. */
function typeset(job: Job): string[] {
  const path = join(job.folder, 'doc.bbl');
  if (!existsSync(path)) return ['there is no list to set'];
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\p{ASCII}]/gu, 'x'));
  latex(job);
  const lines = read(job, 'doc.log').split('\n');
  return lines.flatMap((line, place) =>
    line.startsWith('!') ? `${line} ${lines.slice(place + 1, place + 4).join(' ')}` : [],
  );
}

function writeDocument({ folder }: Job, packages: string, body: string): void {
  const head = '\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}';
  writeFileSync(join(folder, 'doc.tex'), `${head}${packages}\n\\begin{document}\nx ${body}\n\\end{document}\n`);
}

function latex({ folder }: Job): void {
  run('pdflatex', ['-interaction=nonstopmode', '-no-shell-escape', 'doc.tex'], { cwd: folder });
}

function read({ folder }: Job, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path).toString('utf8') : '';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
