import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldWhitespace } from '../../lib/domain/plain-text.ts';
import { obsidian } from '../../lib/exporters/obsidian.ts';
import { type Check, differences, type Job, OPTIONS, type Outcome, titlesOf, writeAs } from './check.ts';
import { type Block, headings, listItems } from './pandoc-text.ts';
import { readWithPython } from './python.ts';
import { linesOf, run } from './run.ts';

const YAML_RULES = '{extends: default, rules: {line-length: disable}}';

/** Programs that read what is written for notes: Markdown, Obsidian and Org. */
export const NOTE_CHECKS: readonly Check[] = [
  { format: 'markdown', program: 'pandoc -f gfm', needs: ['pandoc'], lot: 1_000, read: readMarkdown },
  { format: 'obsidian', program: 'yamllint', needs: ['yamllint'], lot: 2_000, read: lintYaml },
  { format: 'obsidian', program: 'PyYAML', needs: ['python:yaml'], lot: 2_000, read: readYaml },
  { format: 'obsidian', program: 'pandoc -f gfm, notes', needs: ['pandoc'], lot: 1_000, read: readNotes },
  { format: 'obsidian', program: 'pandoc -f gfm, list', needs: ['pandoc'], lot: 1_000, read: readList },
  { format: 'org', program: 'org-lint of Emacs', needs: ['emacs'], lot: 500, read: lintOrg },
  { format: 'org', program: 'pandoc -f org', needs: ['pandoc'], lot: 1_000, read: readOrg },
];

function readMarkdown(job: Job): Outcome {
  const { blocks, warnings } = pandoc('gfm-smart', writeAs('markdown', job));
  const items = listItems(blocks);
  const sent = titlesOf(job);
  // A title with an address is the text of a link; another one stands behind the box.
  const back = items.map(
    ({ link, text }, place) => link ?? text.replace(/^[☐☒] /, '').slice(0, composed(sent[place] ?? '').length),
  );
  return { records: items.length, warnings, differences: differences(sent, back, composed) };
}

/** The notes as they are, in one text for each kind of reader. */
function writeNotes(job: Job): { matter: string; bodies: string; list: string } {
  const writer = obsidian.startFiles(OPTIONS);
  const notes = writer.write(job.papers);
  const list = writer.end()[0]?.text ?? '';
  const names = new Set(notes.map(({ name }) => name.toLowerCase()));
  if (names.size !== notes.length) throw new Error('Two notes have the same name');
  for (const { name, text } of notes.slice(0, 200)) {
    // The file system is asked whether it takes the names.
    const path = join(job.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const parts = notes.map(({ text }) => /^(---\n[\s\S]*?)---\n([\s\S]*)$/.exec(text));
  return {
    matter: parts.map((part) => part?.[1] ?? '').join(''),
    bodies: parts.map((part) => part?.[2] ?? '').join('\n'),
    list,
  };
}

function lintYaml(job: Job): Outcome {
  const path = join(job.folder, 'notes.yaml');
  const { matter } = writeNotes(job);
  writeFileSync(path, matter);
  const { out, err } = run('yamllint', ['-f', 'parsable', '-d', YAML_RULES, path]);
  return { records: (matter.match(/^---$/gm) ?? []).length, warnings: linesOf(out + err), differences: [] };
}

function readYaml(job: Job): Outcome {
  const path = join(job.folder, 'notes.yaml');
  const { matter } = writeNotes(job);
  writeFileSync(path, matter);
  const { records, complaints } = readWithPython('yaml', path);
  const facts = records.map((record) => new Map(Object.entries(Object(record))));
  const back = facts.map((fact) => JSON.stringify([fact.get('title'), fact.get('authors') ?? [], fact.get('status')]));
  const sent = job.papers.map(({ paper, entry }) =>
    JSON.stringify([
      foldWhitespace(paper.title),
      (paper.authors ?? []).map(foldWhitespace).filter(Boolean),
      entry.status,
    ]),
  );
  const written = matter.split(/^---$/m).slice(1).map(propertiesIn);
  const read = records.map((record) => JSON.stringify(record));
  const others = [...differences(sent, back), ...differences(written, read)];
  return { records: records.length, warnings: complaints, differences: others };
}

/** The properties of a note as they stand there, each value as JSON reads it: YAML must read the same. */
function propertiesIn(matter: string): string {
  const properties: Record<string, unknown> = {};
  let list: unknown[] = [];
  for (const line of linesOf(matter)) {
    const [, item, name = '', value = ''] = /^(?: {2}- (.*)|(\w+):(?: (.*))?)$/.exec(line) ?? [];
    if (item !== undefined) list.push(JSON.parse(item));
    else if (value === '') properties[name] = list = [];
    else properties[name] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.parse(value);
  }
  return JSON.stringify(properties);
}

function readNotes(job: Job): Outcome {
  const path = join(job.folder, 'notes.md');
  writeFileSync(path, writeNotes(job).bodies);
  const { blocks, warnings } = pandoc('gfm-smart', path);
  const titles = headings(blocks, 1);
  return { records: titles.length, warnings, differences: differences(titlesOf(job), titles, composed) };
}

function readList(job: Job): Outcome {
  const path = join(job.folder, 'list.md');
  writeFileSync(path, writeNotes(job).list);
  const { blocks, warnings } = pandoc('gfm-smart', path);
  const items = listItems(blocks);
  return {
    records: items.length,
    warnings,
    differences: differences(
      titlesOf(job),
      items.map(({ link = '' }) => link),
      composed,
    ),
  };
}

/** A text as pandoc gives it back, with letters and their accents as one sign where there is one. */
function composed(text: string): string {
  return text.normalize('NFC');
}

const LINT = `(progn (require 'org) (require 'org-lint) (setq org-todo-keywords '((sequence "TODO" "|" "DONE")))
  (find-file (car command-line-args-left)) (org-mode)
  (let ((count 0)) (org-map-entries (lambda () (setq count (1+ count)))) (princ (format "%d\\n" count)))
  (dolist (report (org-lint)) (princ (format "%s\\n" (append (cadr report) nil)))))`;

function lintOrg(job: Job): Outcome {
  const { out, err } = run('emacs', ['-Q', '--batch', '--eval', LINT, writeAs('org', job)]);
  const [records = '0', ...reports] = linesOf(out);
  const said = linesOf(err).filter((line) => /error|warning/i.test(line));
  return { records: Number(records), warnings: [...reports, ...said], differences: [] };
}

function readOrg(job: Job): Outcome {
  const { blocks, warnings } = pandoc('org-smart', writeAs('org', job));
  const back = headings(blocks, 1).map((title) => foldWhitespace(title.replaceAll('\u2060', '')));
  // pandoc 2.17 knows the letters of an older Unicode, and shows a tag with a later one as text.
  const untagged = (title: string) => composed(title.replace(/ :\S+.*$/, ''));
  return { records: back.length, warnings, differences: differences(titlesOf(job), back, untagged) };
}

function pandoc(from: string, path: string): { blocks: Block[]; warnings: string[] } {
  const { out, err, code } = run('pandoc', ['-f', from, '-t', 'json', path]);
  if (code !== 0) return { blocks: [], warnings: [...linesOf(err), `pandoc ended with ${code}`] };
  const document: { blocks: Block[] } = JSON.parse(out);
  return { blocks: document.blocks, warnings: linesOf(err) };
}
