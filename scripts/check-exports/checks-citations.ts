import { readFileSync } from 'node:fs';
import { type CslName, compareAuthors, cslAuthors, type NameFaults } from './authors.ts';
import { readMods } from './bibutils.ts';
import { asPrinted, type Check, compare, type Fault, type Job, type Outcome, writeAs } from './check.ts';
import { withoutSpans } from './checks-bib.ts';
import { linesOf, run } from './run.ts';

const RAISED: Fault = {
  what: 'pandoc writes raised and lowered letters as <sup> and <sub>, and joins two <i> side by side: CSL-JSON has these as mark-up.',
  hits: (title) => /\p{Lm}|<\/?[ib]>/u.test(title) || title.normalize('NFC') !== title.normalize('NFKC'),
};

const NAMES: NameFaults = { once: true, isLost: (name) => /(?:^|[\s,|])and(?:[\s,|]|$)/i.test(name) };

/** Programs that read RIS and CSL-JSON. */
export const CITATION_CHECKS: readonly Check[] = [
  {
    format: 'ris',
    program: 'ris2xml | xmllint',
    needs: ['bib2xml', 'xmllint'],
    lot: 20_000,
    read: runRis,
    note: 'Titles are compared by their letters and digits. Of titles with maths the words around it are. ris2xml 7.2 takes an author with “and” in the name for two (the tag AU holds one), and of two authors of a paper with the same name it keeps one.',
  },
  {
    format: 'csl-json',
    program: 'pandoc, read back',
    needs: ['pandoc'],
    lot: 1_000,
    read: readBack,
    note: RAISED.what,
  },
  { format: 'csl-json', program: 'pandoc --citeproc', needs: ['pandoc'], lot: 250, read: cite },
];

function runRis(job: Job): Outcome {
  return readMods(job, run('ris2xml', ['-i', 'unicode', '-o', 'unicode', writeAs('ris', job)]), undefined, NAMES);
}

function readBack(job: Job): Outcome {
  const { out, err, code } = run('pandoc', ['-f', 'csljson', '-t', 'csljson', writeAs('csl-json', job)]);
  if (code !== 0) return { records: 0, warnings: linesOf(err), differences: [] };
  const items: { title?: string; author?: CslName[] }[] = JSON.parse(out);
  const titles = compare(
    job,
    items.map(({ title = '' }) => withoutSpans(title)),
    { by: (title) => asPrinted(title).normalize('NFKC'), fault: RAISED },
  );
  const differences = [...titles.differences, ...compareAuthors(job, items.map(cslAuthors)).differences];
  return { records: items.length, warnings: linesOf(err), ...titles, differences };
}

/** Lets pandoc write a bibliography of all papers. */
function cite(job: Job): Outcome {
  const path = writeAs('csl-json', job);
  const ids: { id: string }[] = JSON.parse(readFileSync(path, 'utf8'));
  const { out, err, code } = run('pandoc', ['-f', 'csljson', '-t', 'json', '--citeproc', path]);
  const warnings = linesOf(err);
  if (code !== 0) warnings.push(`pandoc ended with ${code}`);
  const cited = new Set([...out.matchAll(/"ref-([^"]+)"/g)].map((match) => match[1]));
  return { records: ids.filter(({ id }) => cited.has(id)).length, warnings, differences: [] };
}
