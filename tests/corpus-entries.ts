import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Entry } from './pages/huggingface-entry.ts';

/** Real pages and data, which lie beside the repository where they are at hand at all. They are no part of it. */
const CORPUS = resolve(import.meta.dirname, '../../shared');

/** Whether the corpus is at hand. */
export const hasCorpus = existsSync(resolve(CORPUS, 'data/hf-daily-api-2024-2025.jsonl.gz'));

/** The text of one page of the corpus, by its path below `pages`. */
export function corpusPage(path: string): string {
  return readFileSync(resolve(CORPUS, 'pages', path), 'utf8');
}

/** The paths below `pages` of every page of the corpus, of whatever site. */
export function corpusPages(): string[] {
  const files = readdirSync(resolve(CORPUS, 'pages'), { recursive: true, encoding: 'utf8' });
  return files.filter((path) => path.endsWith('.html')).sort();
}

/** A paper of the corpus, as it was published. */
export interface PublishedPaper {
  id: string;
  title: string;
  summary: string;
  authors: string[];
}

/** Every paper of the corpus. */
export function corpusPapers(): PublishedPaper[] {
  const file = gunzipSync(readFileSync(resolve(CORPUS, 'data/hf-papers-2024-2025.jsonl.gz'))).toString('utf8');
  return file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every day of the corpus with its papers, in the shape that the site's API gives. */
export function corpusDays(): { date: string; entries: Entry[] }[] {
  const file = gunzipSync(readFileSync(resolve(CORPUS, 'data/hf-daily-api-2024-2025.jsonl.gz'))).toString('utf8');
  const days: { date: string; entries: (Entry | string)[] }[] = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return days.map(({ date, entries }) => ({ date, entries: entries.map(entryFrom) }));
}

/** A few days of the corpus hold their entries as text in Python's notation, which differs from JSON in its words and quotes. */
function entryFrom(entry: Entry | string): Entry {
  if (typeof entry !== 'string') return entry;
  const words: Record<string, string> = { True: 'true', False: 'false', None: 'null' };
  const json = entry.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b(?:True|False|None)\b/gs, (token) => {
    return words[token] ?? JSON.stringify(pythonText(token.slice(1, -1)));
  });
  return JSON.parse(json);
}

function pythonText(source: string): string {
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return source.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gs, (_, x, u, long, letter) => {
    const code = x ?? u ?? long;
    return code ? String.fromCodePoint(Number.parseInt(code, 16)) : (escapes[letter] ?? letter);
  });
}
