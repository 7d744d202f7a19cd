import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExporterId } from '../../lib/exporters/exporter.ts';
import { type Check, differences, type Job, type Outcome, shownTitles, writeAs } from './check.ts';
import { fieldAt, readWithPython } from './python.ts';
import { linesOf, run } from './run.ts';

/** Programs that read pages: the readable one, and bookmarks. */
export const PAGE_CHECKS: readonly Check[] = [
  { format: 'html', program: 'tidy -e', needs: ['tidy'], lot: 5_000, read: (job) => tidy(job, 'html') },
  {
    format: 'html',
    program: 'xmllint --html',
    needs: ['xmllint'],
    lot: 5_000,
    read: lintHtml,
    note: 'libxml2 knows HTML 4: that it does not know the elements of HTML 5 is left out.',
  },
  { format: 'html', program: 'html-validate', needs: ['npm:html-validate@10.17.0'], lot: 5_000, read: validateHtml },
  { format: 'bookmarks', program: 'html.parser of Python', needs: ['python:yaml'], lot: 20_000, read: readBookmarks },
];

function tidy(job: Job, format: ExporterId): Outcome {
  const path = writeAs(format, job);
  const { err } = run('tidy', [
    '-e',
    '-q',
    '-utf8',
    '--show-warnings',
    'yes',
    '--warn-proprietary-attributes',
    'yes',
    path,
  ]);
  return {
    records: (readFileSync(path, 'utf8').match(/<article>/g) ?? []).length,
    warnings: linesOf(err),
    differences: [],
  };
}

function lintHtml(job: Job): Outcome {
  const { out, err } = run('xmllint', ['--html', '--noout', '--huge', '--nonet', writeAs('html', job)]);
  const said = (out + err).split('\n').filter((line) => /: (?:HTML parser )?(?:error|warning)/i.test(line));
  const warnings = said.filter((line) => !/Tag (?:main|article|details|summary) invalid/.test(line));
  const found = run('xmllint', [
    '--html',
    '--huge',
    '--nonet',
    '--xpath',
    'count(//article/h3)',
    `${job.folder}/list.html`,
  ]);
  return { records: Number(found.out.trim()), warnings, differences: [] };
}

function validateHtml(job: Job): Outcome {
  const path = writeAs('html', job);
  const config = join(job.folder, 'rules.json');
  writeFileSync(config, JSON.stringify({ root: true, extends: ['html-validate:recommended'] }));
  const { out, err, code } = run('npx', ['--yes', 'html-validate@10.17.0', '-c', config, '-f', 'text', path]);
  const warnings = linesOf(out);
  if (code !== 0 && warnings.length === 0) warnings.push(...linesOf(err));
  return { records: (readFileSync(path, 'utf8').match(/<article>/g) ?? []).length, warnings, differences: [] };
}

function readBookmarks(job: Job): Outcome {
  const { records, complaints } = readWithPython('bookmarks', writeAs('bookmarks', job));
  return {
    records: records.length,
    warnings: complaints,
    differences: differences(shownTitles(job), fieldAt(records, 1)),
  };
}
