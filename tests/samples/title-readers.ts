import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import type messages from '../../public/_locales/en/messages.json';
import { readBibtex } from './bibtex-reader.ts';
import { readZip } from './zip-reader.ts';

export interface TitleReader {
  /** The text that names the format. */
  name: keyof typeof messages;
  extension: string;
  /** The titles in a file, in its order. */
  read(bytes: Buffer): string[];
}

/** Every format of the export, with a way to read its papers back that owes nothing to what wrote them. */
export const TITLE_READERS: readonly TitleReader[] = [
  { name: 'formatBibtex', extension: 'bib', read: bibtexTitles },
  { name: 'formatBiblatex', extension: 'bib', read: bibtexTitles },
  { name: 'formatRis', extension: 'ris', read: matching(/^TI {2}- (.*)$/gm) },
  { name: 'formatCslJson', extension: 'json', read: (bytes) => titlesOf(JSON.parse(bytes.toString())) },
  { name: 'formatMarkdown', extension: 'md', read: matching(/^- \[[ x]\] (.*)$/gm) },
  { name: 'formatObsidian', extension: 'zip', read: noteTitles },
  { name: 'formatOrg', extension: 'org', read: matching(/^\* [A-Z]+ (.*)$/gm) },
  { name: 'formatCsv', extension: 'csv', read: column('Title') },
  { name: 'formatCsvImport', extension: 'csv', read: column('Title') },
  { name: 'formatJson', extension: 'json', read: (bytes) => titlesOf(JSON.parse(bytes.toString()).papers) },
  { name: 'formatNotion', extension: 'csv', read: column('Name') },
  { name: 'formatReadwise', extension: 'csv', read: column('Title') },
  { name: 'formatRaindrop', extension: 'csv', read: column('title') },
  { name: 'formatInstapaper', extension: 'csv', read: column('Title') },
  { name: 'formatHtml', extension: 'html', read: elements('article h3', 'text/html') },
  { name: 'formatBookmarks', extension: 'html', read: elements('dt > a', 'text/html') },
  { name: 'formatAtom', extension: 'atom', read: elements('entry > title', 'application/xml') },
];

function titlesOf(papers: { title: string }[]): string[] {
  return papers.map(({ title }) => title);
}

function bibtexTitles(bytes: Buffer): string[] {
  return readBibtex(bytes.toString()).map(({ fields }) => fields.get('title') ?? '');
}

/** One note a paper; the list of them has as many. */
function noteTitles(bytes: Buffer): string[] {
  const files = readZip(bytes);
  const notes = [...files].filter(([name]) => name.startsWith('Papers/'));
  const listed = matching(/^- \[[ x]\] (.*)$/gm)(Buffer.from(files.get('Reading list.md') ?? ''));
  if (notes.length !== files.size - 1 || listed.length !== notes.length) throw new Error('Notes and list differ');
  return notes.map(([, text]) => /^# (.*)$/m.exec(text)?.[1] ?? '');
}

function matching(line: RegExp): TitleReader['read'] {
  return (bytes) => [...bytes.toString().replaceAll('\r', '').matchAll(line)].map(([, title = '']) => title);
}

function column(name: string): TitleReader['read'] {
  return (bytes) => {
    const text = bytes.toString().replace(/^\ufeff/, '');
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    if (errors[0]) throw new Error(errors[0].message);
    return data.map((row) => row[name] ?? '');
  };
}

function elements(selector: string, contentType: 'text/html' | 'application/xml'): TitleReader['read'] {
  return (bytes) => {
    const { document } = new JSDOM(bytes.toString(), { contentType }).window;
    return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  };
}
