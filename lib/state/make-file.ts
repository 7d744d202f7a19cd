import { makeZip } from 'client-zip';
import type { PaperId } from '../domain/paper.ts';
import type { Exporter, ExportOptions } from '../exporters/exporter.ts';
import { obsidian } from '../exporters/obsidian.ts';
import { exporters } from '../exporters/registry.ts';
import type { FormatId } from './export-choices.ts';
import type { PaperPieces } from './paper-pieces.ts';

/** What leaves the page's memory at once: letters of a text, or bytes of an archive. */
const PART = 1_000_000;
/** New citation keys that are kept at once. */
const KEYS_AT_ONCE = 1_000;

/** A file that was written. */
export interface Made {
  file: Blob;
  /** Without the dot. */
  extension: string;
}

export interface FileToMake {
  format: FormatId;
  papers: PaperPieces;
  options: ExportOptions;
  /** Takes the citation keys that papers without one were given, as they are given. */
  keep(keys: ReadonlyMap<PaperId, string>): Promise<void>;
}

/**
 * Writes papers as a file of one format. Neither the papers nor the file are ever in memory whole.
 * @throws what the papers and `keep` fail with
 */
export async function makeFile(file: FileToMake): Promise<Made> {
  return file.format === 'obsidian' ? makeFolder(file) : makeText(file, exporterOf(file.format));
}

/** The writer of a format of one file. */
export function exporterOf(format: Exclude<FormatId, 'obsidian'>): Exporter {
  const exporter = exporters.get(format);
  if (!exporter) throw new TypeError(`No exporter is registered for ${format}`);
  return exporter;
}

async function makeText({ papers, options, keep }: FileToMake, exporter: Exporter): Promise<Made> {
  const writer = exporter.start(options);
  const parts = startParts();
  const add = (text: string) => parts.add(text, text.length);
  const keepSome = startKeeping(() => writer.newKeys?.(), keep);
  add(writer.head);
  for await (const piece of papers) {
    add(writer.write(piece));
    await keepSome(piece.length);
  }
  add(writer.end());
  await keepSome();
  return { file: parts.whole(`${exporter.mediaType};charset=utf-8`), extension: exporter.extension };
}

/** A folder as one zip archive, each note packed as soon as it is written. */
async function makeFolder({ papers, options, keep }: FileToMake): Promise<Made> {
  const writer = obsidian.startFiles(options);
  const lastModified = new Date(options.exportedAt);
  const keepSome = startKeeping(writer.newKeys, keep);
  async function* notes() {
    for await (const piece of papers) {
      for (const { name, text } of writer.write(piece)) yield { name, input: text, lastModified };
      await keepSome(piece.length);
    }
    for (const { name, text } of writer.end()) yield { name, input: text, lastModified };
    await keepSome();
  }
  const parts = startParts();
  const reader = makeZip(notes()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.add(Uint8Array.from(next.value), next.value.length);
  }
  return { file: parts.whole('application/zip'), extension: 'zip' };
}

/** @returns a function to call after so many papers, or without a number at the end */
function startKeeping(newKeys: () => ReadonlyMap<PaperId, string> | undefined, keep: FileToMake['keep']) {
  let waiting = 0;
  return async (papers = KEYS_AT_ONCE) => {
    waiting += papers;
    if (waiting < KEYS_AT_ONCE) return;
    waiting = 0;
    const keys = newKeys();
    if (keys && keys.size > 0) await keep(keys);
  };
}

/** Gathers a file. A part of its own leaves the page's memory at once, which one put together at the end would not. */
function startParts() {
  const parts: Blob[] = [];
  let waiting: BlobPart[] = [];
  let size = 0;
  return {
    add(part: BlobPart, length: number) {
      waiting.push(part);
      size += length;
      if (size < PART) return;
      parts.push(new Blob(waiting));
      [waiting, size] = [[], 0];
    },
    whole: (type: string) => new Blob([...parts, ...waiting], { type }),
  };
}
