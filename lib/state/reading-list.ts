import type { PaperId } from '../domain/paper.ts';
import type { ExportOptions } from '../exporters/exporter.ts';
import { exportFileName } from '../exporters/file-name.ts';
import { freezeKeys } from '../library/citation-keys.ts';
import { readGivenKeys } from './citation-keys.ts';
import { type ExportChoices, type FormatId, hasGroups, hasKeys } from './export-choices.ts';
import { arrange, readsPapers } from './export-order.ts';
import { makeFile } from './make-file.ts';
import { paperPieces, type Watching } from './paper-pieces.ts';
import type { World } from './world.ts';

/** The longest list that is offered for copying: some 3 MB, and few programs take more from a clipboard without a halt. */
export const MOST_COPIED = 2_000;
/** Another window may give keys at the same moment; then the file is made again with those. */
const MOST_TRIES = 3;

export interface ListToWrite extends Partial<Omit<ExportChoices, 'format'>> {
  ids: readonly PaperId[];
  format: FormatId;
  /** The list in a few words, for the heading and the file's name. */
  what: string;
}

export interface WrittenList {
  /** UTF-8, with its media type, or a zip archive. The browser keeps it outside the memory of the page. */
  file: Blob;
  fileName: string;
  /** Papers in it: those of the ids that the library still holds. */
  count: number;
}

/**
 * Writes exactly these papers as a file of one format, and keeps the citation keys that it gives them.
 * @param watching told of the papers that have been written
 * @throws the reason of `signal` (an AbortError, unless it was given another) when it aborts; what the library fails with
 */
export async function writeReadingList(world: World, list: ListToWrite, watching: Watching = {}): Promise<WrittenList> {
  const { order = 'listed', what, format } = list;
  const groupBy = hasGroups(format) ? (list.groupBy ?? 'none') : 'none';
  const { first, second } = inPasses(watching, readsPapers(order));
  const ids = await arrange(world, list.ids, { order, groupBy }, first);
  const exportedAt = new Date(world.nowMs()).toISOString();
  for (let tries = 1; ; tries += 1) {
    try {
      const isLast = tries === MOST_TRIES;
      const { extension, file, count } = await makeOnce(world, { ...list, ids }, { exportedAt, isLast }, second);
      return { file, fileName: exportFileName({ extension, exportedAt, label: what }), count };
    } catch (error) {
      if (!(error instanceof OtherKeys)) throw error;
    }
  }
}

/** Somebody else gave one of the papers another key meanwhile. */
class OtherKeys extends Error {}

async function makeOnce(
  world: World,
  list: ListToWrite,
  { exportedAt, isLast }: { exportedAt: string; isLast: boolean },
  watching: Watching,
) {
  const { db } = world;
  const isScattered = list.order !== undefined && list.order !== 'listed';
  const papers = paperPieces(world, list.ids, isScattered, watching);
  const options = { exportedAt, ...formatOptions(list), ...(await keyOptions(world, list.format, papers, watching)) };
  const keep = async (keys: ReadonlyMap<PaperId, string>) => {
    // A library that is only read gives what keys it has, and keeps none.
    if (db.isReadOnly) return;
    watching.signal?.throwIfAborted();
    if (!(await freezeKeys(db, keys, world.nowMs())) && !isLast) throw new OtherKeys();
  };
  const made = await makeFile({ format: list.format, papers, options, keep });
  return { ...made, count: papers.count() };
}

/** What a writer is told of citation keys, where its format has them. */
async function keyOptions(
  world: World,
  format: FormatId,
  { keyOf }: { keyOf(id: PaperId): string | undefined },
  { signal }: Watching,
): Promise<Pick<ExportOptions, 'keyOf' | 'isKeyTaken'>> {
  if (!hasKeys(format)) return {};
  const given = await readGivenKeys(world, signal);
  return { keyOf: (id) => given.settled(id, keyOf(id)), isKeyTaken: given.isTaken };
}

/** What a writer is told of a list beside its citation keys. */
export function formatOptions({
  what,
  format,
  keyStyle,
  abstracts,
  groupBy,
}: Omit<ListToWrite, 'ids'>): Omit<ExportOptions, 'exportedAt'> {
  return {
    heading: what,
    ...(keyStyle ? { keyStyle } : {}),
    ...(abstracts === undefined ? {} : { abstracts }),
    ...(hasGroups(format) && groupBy && groupBy !== 'none' ? { groupBy } : {}),
  };
}

/** Where the papers are read twice, each time is half of the work. */
function inPasses({ progress, signal }: Watching, isTwice: boolean): { first: Watching; second: Watching } {
  const common = signal ? { signal } : {};
  if (!progress) return { first: common, second: common };
  if (!isTwice) return { first: common, second: { ...common, progress } };
  return {
    first: { ...common, progress: (done, total) => progress(done, 2 * total) },
    second: { ...common, progress: (done, total) => progress(total + done, 2 * total) },
  };
}
