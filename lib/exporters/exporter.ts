import type { ListedPaper } from '../domain/listed-paper.ts';

export type ExporterId = 'markdown' | 'bibtex' | 'csv' | 'json';

export interface ExportOptions {
  /** ISO instant of the export. */
  exportedAt: string;
  /** A line above the list, where the format has a place for one. */
  heading?: string;
}

/** One format. Same papers, same options, same text; nothing of the browser is at hand and nothing is thrown. */
export interface Exporter {
  id: ExporterId;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  /** The whole file as text, papers in the order given. */
  write(papers: readonly ListedPaper[], options: ExportOptions): string;
}
