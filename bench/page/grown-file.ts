import type { BackupRecord } from '../../lib/domain/backup.ts';
import type { Doc } from './engine.ts';

const SLICE = 500;

/** The address of the library of this size as a file, beside this page. */
export function grownFile(papers: number): string {
  return `grown-${papers}.ndjson.gz`;
}

/** The papers of a grown library as an engine takes them, some at a time; nothing of the file is checked. */
export async function* grownDocs(papers: number): AsyncGenerator<Doc[]> {
  let [slice, id]: [Doc[], number] = [[], 0];
  for await (const line of grownLines(papers)) {
    if (!line.startsWith('{"paper"')) continue;
    const record: BackupRecord = JSON.parse(line);
    if (!('paper' in record)) continue;
    const facts = record.paper.descriptions[0]?.facts;
    id += 1;
    slice.push({
      id,
      title: facts?.title ?? '',
      authors: (facts?.authors ?? []).join(', '),
      abstract: facts?.abstract ?? '',
    });
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  yield slice;
}

/** The lines of a grown library's file. */
export async function* grownLines(papers: number): AsyncGenerator<string> {
  const { body } = await fetch(grownFile(papers));
  if (!body) throw new Error(`${grownFile(papers)} is empty`);
  const texts = body.pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
