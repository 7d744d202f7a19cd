import { startBreathing } from '../backup/breath.ts';
import type { Progress } from '../domain/backup.ts';
import type { PaperId } from '../domain/paper.ts';
import type { ExporterId } from '../exporters/exporter.ts';
import { exportFileName } from '../exporters/file-name.ts';
import { exporters } from '../exporters/registry.ts';
import { loadListed } from '../library/queries.ts';
import type { World } from './world.ts';

/** Papers are read this many at a time, and that is all of a long list that is ever in memory. */
const SLICE = 500;
/** Papers written in a row: some milliseconds of work. */
const PIECE = 25;

/** The longest list that is offered for copying: some 3 MB, and few programs take more from a clipboard without a halt. */
export const MOST_COPIED = 2_000;

/** The formats on offer, in their order. */
export const FORMATS: readonly ExporterId[] = [...exporters.keys()];

export interface ListToWrite {
  ids: readonly PaperId[];
  format: ExporterId;
  /** The list in a few words, for the heading and the file's name. */
  what: string;
}

export interface WriteListOptions {
  /** Told of the papers that have been written. */
  progress?: Progress;
  /** Aborting it gives the file up. */
  signal?: AbortSignal;
}

export interface WrittenList {
  /** UTF-8, with its media type. The browser keeps it outside the memory of the page. */
  file: Blob;
  fileName: string;
  /** Papers in it: those of the ids that the library still holds. */
  count: number;
}

/**
 * Writes exactly these papers, in this order, as a file of one format.
 * @throws the reason of `signal` (an AbortError, unless it was given another) when it aborts; what the library fails with
 */
export async function writeReadingList(
  world: World,
  { ids, format, what }: ListToWrite,
  { progress, signal }: WriteListOptions = {},
): Promise<WrittenList> {
  const exporter = exporters.get(format);
  if (!exporter) throw new TypeError(`No exporter is registered for ${format}`);
  const exportedAt = new Date(world.nowMs()).toISOString();
  const writer = exporter.start({ exportedAt, heading: what });
  const breathe = startBreathing();
  const parts: BlobPart[] = [writer.head];
  let count = 0;
  for (let start = 0; start < ids.length; start += SLICE) {
    signal?.throwIfAborted();
    progress?.(start, ids.length);
    const slice = ids.slice(start, start + SLICE);
    const loaded = await loadListed(world.db, slice);
    const papers = slice.flatMap((id) => loaded.get(id) ?? []);
    const pieces: string[] = [];
    for (let at = 0; at < papers.length; at += PIECE) {
      pieces.push(writer.write(papers.slice(at, at + PIECE)));
      await breathe();
    }
    // A part of its own leaves the page's memory at once, which a text put together would not.
    parts.push(new Blob(pieces));
    count += papers.length;
  }
  signal?.throwIfAborted();
  progress?.(ids.length, ids.length);
  parts.push(writer.end());
  return {
    file: new Blob(parts, { type: `${exporter.mediaType};charset=utf-8` }),
    fileName: exportFileName({ extension: exporter.extension, exportedAt, label: what }),
    count,
  };
}
