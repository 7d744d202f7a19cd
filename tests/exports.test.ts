import { parse } from '@retorquere/bibtex-parser';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { foldWhitespace } from '../lib/domain/plain-text.ts';
import { readableTex } from '../lib/domain/readable-tex.ts';
import type { ExporterId } from '../lib/exporters/exporter.ts';
import { obsidian } from '../lib/exporters/obsidian.ts';
import { exporters } from '../lib/exporters/registry.ts';
import { hostilePapers } from '../scripts/check-exports/hostile-papers.ts';
import { readBibtex } from './samples/bibtex-reader.ts';
import { seedPapers } from './samples/seed-papers.ts';
import { wholeExport } from './samples/whole-export.ts';

// The programs of the field (TeX, biber, pandoc, Emacs and the rest) are not here: `npm run check:exports` runs them.
console.info('Left out: the real programs that read these files. npm run check:exports runs them.');

const options = { exportedAt: '2026-11-22T08:00:00.000Z', heading: 'Unread' };
const corpora = [
  { name: 'the packaged digests', papers: await seedPapers() },
  { name: 'hostile papers', papers: hostilePapers(200) },
];

describe.each(corpora)('$name', ({ papers }) => {
  const written = (id: ExporterId) => {
    const exporter = exporters.get(id);
    if (!exporter) throw new Error(`no exporter ${id}`);
    return wholeExport(exporter, papers, options);
  };
  const titles = papers.map(({ paper }) => foldWhitespace(paper.title));
  const readable = titles.map((title) => foldWhitespace(readableTex(title)));

  test.each(['bibtex', 'biblatex'] as const)('%s has an entry a paper, each with a key of its own', (id) => {
    const entries = readBibtex(written(id));
    expect(entries).toHaveLength(papers.length);
    expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(papers.length);
    expect(parse(written(id), { sentenceCase: false }).entries).toHaveLength(papers.length);
  });

  test('ris has a record a paper, one tag a line', () => {
    const lines = written('ris').split('\r\n');
    expect(lines.filter((line) => line === 'TY  - JOUR')).toHaveLength(papers.length);
    expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(papers.length);
    expect(lines.filter((line) => !/^(?:[A-Z][A-Z0-9] {2}- .*)?$/u.test(line))).toEqual([]);
    expect(lines.flatMap((line) => /^TI {2}- (.*)$/u.exec(line)?.[1] ?? [])).toEqual(titles);
  });

  test('csl-json is JSON with every title', () => {
    const items: { title: string; id: string; type: string }[] = JSON.parse(written('csl-json'));
    expect(items.map(({ title }) => title)).toEqual(titles);
    expect(new Set(items.map(({ id }) => id)).size).toBe(papers.length);
  });

  test.each([
    ['csv-import', 0],
    ['notion', 0],
    ['readwise', 0],
    ['raindrop', 2],
    ['instapaper', 1],
  ] as const)('%s has a row a paper with its title', (id, column) => {
    const { data, errors } = Papa.parse<string[]>(written(id).trimEnd());
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(data.slice(1).map((row) => row[column])).toEqual(titles);
  });

  test('atom is well-formed XML with an id of its own for every entry', () => {
    const { document } = new JSDOM(written('atom'), { contentType: 'application/xml' }).window;
    const entries = [...document.getElementsByTagName('entry')];
    expect(entries.map((entry) => entry.getElementsByTagName('title')[0]?.textContent)).toEqual(readable);
    expect(new Set(entries.map((entry) => entry.getElementsByTagName('id')[0]?.textContent)).size).toBe(papers.length);
  });

  test('html holds every title, no script, and nothing that is loaded', () => {
    const { document } = new JSDOM(written('html')).window;
    expect([...document.querySelectorAll('h3')].map((title) => title.textContent)).toEqual(readable);
    expect(document.querySelectorAll('script, img, link, iframe, object, base, form, [src], [onload]')).toHaveLength(0);
    const addresses = [...document.querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(addresses.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
  });

  test('bookmarks hold every title, in lists that close', () => {
    const text = written('bookmarks');
    const { document } = new JSDOM(text).window;
    expect([...document.querySelectorAll('a')].map((link) => link.textContent)).toEqual(readable);
    expect(text.match(/<DL>/g)).toHaveLength(text.match(/<\/DL>/g)?.length ?? 0);
  });

  test('org has a headline a paper, each with a drawer that closes', () => {
    const lines = written('org').split('\n');
    expect(lines.filter((line) => /^\* (?:TODO|READING|DONE|SKIPPED) /.test(line))).toHaveLength(papers.length);
    expect(lines.filter((line) => line.startsWith('* '))).toHaveLength(papers.length);
    expect(lines.filter((line) => line === ':END:')).toHaveLength(papers.length);
  });

  test('obsidian has a note a paper with a name that every system takes, and a list of them', () => {
    const writer = obsidian.startFiles(options);
    const notes = writer.write(papers);
    const list = writer.end()[0]?.text ?? '';
    expect(new Set(notes.map(({ name }) => name.toLowerCase())).size).toBe(papers.length);
    expect(notes.filter(({ name }) => !/^Papers\/[^#|^[\]<>:"/\\?*\p{Cc}]{1,240}\.md$/u.test(name))).toEqual([]);
    expect(notes.filter(({ text }) => !/^---\ntitle: ".+"\n[\s\S]*?\n---\n\n# /.test(text))).toEqual([]);
    expect(list.match(/^- \[[ x]\] \[/gm)).toHaveLength(papers.length);
  });
});
