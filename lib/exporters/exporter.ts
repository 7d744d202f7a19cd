import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';

export type ExporterId =
  | 'markdown'
  | 'bibtex'
  | 'csv'
  | 'json'
  | 'biblatex'
  | 'ris'
  | 'csl-json'
  | 'org'
  | 'html'
  | 'bookmarks'
  | 'atom'
  | 'csv-import'
  | 'notion'
  | 'readwise'
  | 'raindrop'
  | 'instapaper';

/** How citation keys are made: `smith2024attention`, `smithAttentionAllYou2024`, or as arXiv makes its own. */
export type KeyStyle = 'scholar' | 'better-bibtex' | 'arxiv';

/** What a list may be grouped by; `groupOf` says in which group a paper stands. */
export type GroupBy = 'digest' | 'tag' | 'status';

export interface ExportOptions {
  /** ISO instant of the export. */
  exportedAt: string;
  /** A line above the list, where the format has a place for one. */
  heading?: string;
  /** `scholar` unless said otherwise. */
  keyStyle?: KeyStyle;
  /** The citation key that a paper was given by an earlier export. It is used as it is, whatever the paper is called now. */
  keyOf?: (paperId: PaperId) => string | undefined;
  /** Whether a paper that has no place in this file, or a later one, was given this key, so that no other may get it. */
  isKeyTaken?: (key: string) => boolean;
  /** Whether abstracts are written, where the format has a place for them; they are unless this is false. */
  abstracts?: boolean;
  /**
   * Markdown, Org, HTML and bookmarks put a heading above each group. The caller gives the papers group by group, in the
   * order of `groupOf`; a heading is written whenever the group is another than that of the paper before.
   */
  groupBy?: GroupBy;
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
  /**
   * The citation keys that were made for papers without one since it was asked last, for the caller to keep. Only a
   * format with keys has this, and it is empty unless the options hold `keyOf`.
   */
  newKeys?(): ReadonlyMap<PaperId, string>;
}

/** One format. Same papers, same options, same text; nothing of the browser is at hand and nothing is thrown. */
export interface Exporter {
  id: ExporterId;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  start(options: ExportOptions): Writer;
}

/** A file of a folder. */
export interface NamedText {
  /** A name that every file system takes, with `/` between folder and file. */
  name: string;
  text: string;
}

/** Several files on their way, by the rules of `Writer`. The caller packs them, in a zip archive for instance. */
export interface FolderWriter {
  write(papers: readonly ListedPaper[]): NamedText[];
  /** The files that are known only when all papers are. */
  end(): NamedText[];
  newKeys(): ReadonlyMap<PaperId, string>;
}

/** A format of many files. */
export interface FolderExporter {
  id: 'obsidian';
  startFiles(options: ExportOptions): FolderWriter;
}
