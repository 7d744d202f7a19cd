import { readBackup } from '../../lib/backup/read.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup, type BackupPaper } from '../../lib/domain/backup.ts';
import type { Capture } from '../../lib/domain/capture.ts';
import type { Digest } from '../../lib/domain/digest.ts';
import { GleanerDatabase } from '../../lib/library/database.ts';
import { footprint } from '../../lib/library/footprint.ts';
import { isAnyDue } from '../../lib/library/index-work.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { listPaperIds } from '../../lib/library/list-papers.ts';
import { loadListed } from '../../lib/library/queries.ts';
import { restoreBackup } from '../../lib/library/restore.ts';
import { changeEntries } from '../../lib/library/shelf.ts';
import { undoLast } from '../../lib/library/undo.ts';
import { indexAll, indexSome } from '../../lib/search/index-papers.ts';
import { relatedPapers } from '../../lib/search/related.ts';
import { searchPapers } from '../../lib/search/search.ts';
import { grownFile, grownLines } from './grown-file.ts';

/** The library as the product opens it, in a page without anything else of the product. */
async function openLibrary(name = 'gleaner'): Promise<GleanerDatabase> {
  const db = new GleanerDatabase(name);
  await db.open();
  return db;
}

/** Reads the grown library's file as the product reads a backup. */
async function readGrown(papers: number) {
  const { body } = await fetch(grownFile(papers));
  if (!body) throw new Error('The grown library is empty.');
  const read = await readBackup(body);
  if (!read.ok) throw new Error(`The grown library is refused: ${read.reason} ${read.detail ?? ''}`);
  return read.value;
}

/** How long each step of filling took, in ms, and the bytes of the text that is searched and of its index. */
interface Filled {
  read: number;
  restore: number;
  index: number;
  text: number;
  blocks: number;
}

/** Fills the library with a grown one and indexes it. */
async function fill(papers: number): Promise<Filled> {
  const db = await openLibrary();
  const begun = performance.now();
  const backup = await readGrown(papers);
  const read = performance.now();
  await restoreBackup(db, backup, { mode: 'replace', nowMs: Date.now() });
  const restored = performance.now();
  await indexAll(db, {});
  const indexed = performance.now();
  const { indexBytes } = await footprint(db);
  db.close();
  const text = textBytes(backup.papers);
  return { read: read - begun, restore: restored - read, index: indexed - restored, text, blocks: indexBytes };
}

const NOTHING: Backup = {
  header: {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    app: 'bench',
    exportedAt: '2026-01-01T00:00:00.000Z',
    counts: { papers: 0, digests: 0, sightings: 0 },
  },
  papers: [],
  digests: [],
  apart: [],
  merges: [],
};

/** The same for more papers than a page could hold as one backup: digest by digest, as captures. */
async function fillByCapture(papers: number): Promise<Filled> {
  const db = await openLibrary();
  // The examples that came with the product are no grown papers.
  await restoreBackup(db, NOTHING, { mode: 'replace', nowMs: Date.now() });
  const begun = performance.now();
  let [waiting, text]: [BackupPaper[], number] = [[], 0];
  for await (const line of grownLines(papers)) {
    if (!line.startsWith('{"paper"')) continue;
    const { paper }: { paper: BackupPaper } = JSON.parse(line);
    const isOfNext = waiting[0] && waiting[0].sightings[0]?.digestKey !== paper.sightings[0]?.digestKey;
    if (isOfNext) {
      await ingest(db, captureOf(waiting));
      waiting = [];
    }
    waiting.push(paper);
    text += textBytes([paper]);
  }
  if (waiting.length > 0) await ingest(db, captureOf(waiting));
  const taken = performance.now();
  await indexAll(db, {});
  const indexed = performance.now();
  const { indexBytes } = await footprint(db);
  db.close();
  return { read: 0, restore: taken - begun, index: indexed - taken, text, blocks: indexBytes };
}

function textBytes(papers: readonly BackupPaper[]): number {
  const encoder = new TextEncoder();
  return papers.reduce((sum, { descriptions }) => {
    const { title = '', authors = [], abstract = '' } = descriptions[0]?.facts ?? {};
    return sum + encoder.encode(`${title}${authors.join(', ')}${abstract}`).length;
  }, 0);
}

function captureOf(papers: readonly BackupPaper[]): Capture {
  const first = papers[0]?.sightings[0];
  if (!first) throw new Error('A grown paper was seen nowhere.');
  const digest: Pick<Digest, 'key' | 'site' | 'kind'> = { key: first.digestKey, site: 'huggingface', kind: 'listing' };
  const scraped = papers.map(({ descriptions, sightings }, at) => {
    const { identifiers = [], facts = { title: '' } } = descriptions[0] ?? {};
    const { upvotes = 0, comments = 0 } = sightings[0] ?? {};
    return { ...facts, identifiers, source: 'huggingface-data' as const, rank: at + 1, upvotes, comments };
  });
  return { digest, adapter: 'huggingface', seenAt: first.seenAt, papers: scraped, problems: [] };
}

/** What rows may ask of the product; they run inside a page that has this. */
const ours = {
  changeEntries,
  fill,
  fillByCapture,
  indexAll,
  indexSome,
  ingest,
  isAnyDue,
  listPaperIds,
  loadListed,
  openLibrary,
  readGrown,
  relatedPapers,
  restoreBackup,
  searchPapers,
  undoLast,
};

declare global {
  var benchOurs: typeof ours;
}
globalThis.benchOurs = ours;
