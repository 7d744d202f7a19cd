import type { ListedPaper } from '../domain/listed-paper.ts';

export type ExporterId = 'markdown' | 'bibtex' | 'csv' | 'json';

export interface ExportOptions {
  /** ISO instant of the export. */
  exportedAt: string;
  /** A line above the list, where the format has a place for one. */
  heading?: string;
}

/**
 * One file on its way: the head, then the papers in the order of the list, any number at a time, then the end. Joined,
 * the pieces are the file, and however the papers are cut into pieces it is the same file. A writer keeps what it must
 * between two pieces (citation keys, digests) and no paper.
 */
export interface Writer {
  /** What stands before the first paper. */
  head: string;
  /** The next papers as text. */
  write(papers: readonly ListedPaper[]): string;
  /** What stands behind the last paper; to be asked for once. */
  end(): string;
}

/** One format. Same papers, same options, same text; nothing of the browser is at hand and nothing is thrown. */
export interface Exporter {
  id: ExporterId;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  start(options: ExportOptions): Writer;
}
