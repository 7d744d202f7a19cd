import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeBackup } from '../lib/backup/write.ts';
import type { BackupRecord } from '../lib/domain/backup.ts';
import { root } from '../scripts/project.ts';
import { say } from '../scripts/say.ts';
import { fingerprint } from './fingerprint.ts';
import type { Grown } from './grown/library.ts';
import { grownFolder } from './places.ts';

/** What a grown library's file is made from. */
const MADE_FROM = ['bench/grown', 'seeds', 'lib/domain', 'lib/backup/write.ts'];
const EXPORTED_AT = '2026-01-01T00:00:00.000Z';

/** The name of what grown libraries are made from now. */
export function grownFrom(): string {
  return fingerprint(root, MADE_FROM);
}

/** The backup file of a grown library; written if it is not there. @returns its path */
export async function grownFileOf(grown: Grown, papers: number): Promise<string> {
  mkdirSync(grownFolder, { recursive: true });
  const path = join(grownFolder, `${papers}-${grownFrom()}.ndjson.gz`);
  if (existsSync(path)) return path;
  const older = readdirSync(grownFolder).filter((name) => name.startsWith(`${papers}-`));
  for (const name of older) rmSync(join(grownFolder, name));
  say(`Growing ${papers.toLocaleString('en')} papers.`);
  const header = { app: 'bench', exportedAt: EXPORTED_AT, counts: grown.counts(papers) };
  const bytes = writeBackup(asynchronous(grown.records(papers)), header);
  await pipeline(bytes, createWriteStream(`${path}.part`));
  renameSync(`${path}.part`, path);
  return path;
}

async function* asynchronous(records: Iterable<BackupRecord>): AsyncGenerator<BackupRecord> {
  yield* records;
}
