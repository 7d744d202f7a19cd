import type { Backup, Progress } from '../domain/backup.ts';
import type { Capture } from '../domain/capture.ts';
import { boundText } from '../domain/plain-text.ts';
import type { Said } from '../domain/words.ts';
import type { ImportedPaper, ImportFormat, Refused } from '../importers/imported.ts';
import type { ImportContents } from '../importers/read-import.ts';
import { type ImportPlan, importPlan, type PaperToImport } from '../library/import-plan.ts';
import { type ImportPreview, previewImport } from '../library/import-plan-preview.ts';
import { previewRestore } from '../library/preview-restore.ts';
import type { World } from './world.ts';

/** How many papers have something of a kind in the file. */
export interface OfferedWords {
  tags: number;
  notes: number;
  statuses: number;
  stars: number;
}

/** What a file would bring, to be decided on. Nothing has changed yet. */
export interface ImportOffer extends ImportPreview {
  /** The file's name, empty for pasted text. */
  name: string;
  format: ImportFormat;
  words: OfferedWords;
  /** The first titles. */
  titles: string[];
  refused: Refused[];
  /** What to take in. */
  what: ImportPlan | Backup;
}

const TITLES_SHOWN = 10;
const NAME_LENGTH = 200;

export interface ReadFile {
  name: string;
  /** ISO instant of the reading. */
  seenAt: string;
}

/** What the papers of a file, or its digest, would bring. */
export async function offerOfContents(
  { db }: World,
  contents: ImportContents,
  { name, seenAt }: ReadFile,
): Promise<ImportOffer> {
  const isDigest = contents.format === 'text-digest';
  const papers = isDigest ? contents.capture.papers.map((paper) => ({ ...paper, said: {} })) : ranked(contents.papers);
  const capture = isDigest ? contents.capture : captureOf(papers, { name, seenAt });
  const plan = importPlan(capture, papers);
  return {
    name,
    format: contents.format,
    ...(await previewImport(db, plan)),
    words: countWords(plan.words.map(({ said }) => [said])),
    titles: papers.slice(0, TITLES_SHOWN).map(({ title }) => title),
    refused: isDigest ? [] : contents.refused,
    what: plan,
  };
}

/** What joining a backup would bring. */
export async function offerOfBackup({ db }: World, backup: Backup, name: string): Promise<ImportOffer> {
  const { papers, new: fresh, known, wordsChanged } = await previewRestore(db, backup);
  return {
    name,
    format: 'backup',
    papers,
    new: fresh,
    known,
    merged: 0,
    wordsChanged,
    removed: 0,
    words: countWords(backup.papers.map(({ words }) => words.map(({ said }) => said))),
    titles: backup.papers.slice(0, TITLES_SHOWN).map(({ descriptions }) => descriptions[0]?.facts.title ?? ''),
    refused: [],
    what: backup,
  };
}

function ranked(papers: readonly ImportedPaper[]): PaperToImport[] {
  return papers.map((paper, index) => ({ ...paper, rank: index + 1 }));
}

/** The list that a file is: where a paper came from stays visible. */
function captureOf(papers: readonly PaperToImport[], { name, seenAt }: ReadFile): Capture {
  const title = boundText(name, NAME_LENGTH).text;
  return {
    digest: { key: `import:${title}`, site: 'import-file', kind: 'listing', ...(title ? { title } : {}) },
    adapter: 'import-file',
    seenAt,
    papers: papers.map(({ said: _said, addedAt: _addedAt, ...scraped }) => scraped),
    problems: [],
  };
}

/** @param papers what was said of each, under each of its names */
function countWords(papers: readonly (readonly Said[])[]): OfferedWords {
  const count = (says: (said: Said) => boolean) => papers.filter((names) => names.some(says)).length;
  return {
    tags: count(({ tags }) => (tags?.value.length ?? 0) > 0),
    notes: count(({ note }) => (note?.value ?? '') !== ''),
    statuses: count(({ status }) => status !== undefined && status.value !== 'unread'),
    stars: count(({ starred }) => starred?.value === true),
  };
}

/** Told no more often than somebody can see. */
export function startTelling(tell: Progress, least = 0.01): Progress {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const part = total > 0 ? done / total : 0;
    if (part - last < least && done < total) return;
    last = part;
    tell(done, total);
  };
}
