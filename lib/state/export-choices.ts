import type { ExporterId, GroupBy, KeyStyle } from '../exporters/exporter.ts';

/** A format on offer: one file, or the folder of notes for Obsidian. */
export type FormatId = ExporterId | 'obsidian';

/** The formats by what they are for, both in the order in which they are offered. */
export const FORMAT_GROUPS = {
  references: ['bibtex', 'biblatex', 'ris', 'csl-json'],
  notes: ['markdown', 'obsidian', 'org'],
  tables: ['csv', 'csv-import', 'json', 'notion', 'readwise', 'raindrop', 'instapaper'],
  pages: ['html', 'bookmarks', 'atom'],
} as const satisfies Record<string, readonly FormatId[]>;
export type FormatGroup = keyof typeof FORMAT_GROUPS;

export const FORMATS: readonly FormatId[] = Object.values(FORMAT_GROUPS).flat();
export const KEY_STYLES = ['scholar', 'better-bibtex', 'arxiv'] as const satisfies readonly KeyStyle[];

/** How a file is ordered: as the list stands, by the day of publication from the newest on, by title, or by first author. */
export const ORDERS = ['listed', 'published', 'title', 'author'] as const;
export type ExportOrder = (typeof ORDERS)[number];

export const GROUPINGS = ['none', 'digest', 'tag', 'status'] as const satisfies readonly (GroupBy | 'none')[];

/** How someone likes their files. What a format has no place for is left out there and remembered. */
export interface ExportChoices {
  format: FormatId;
  keyStyle: KeyStyle;
  abstracts: boolean;
  order: ExportOrder;
  groupBy: (typeof GROUPINGS)[number];
}

const KEYED: readonly FormatId[] = [...FORMAT_GROUPS.references, 'obsidian', 'org'];
const WITHOUT_ABSTRACTS: readonly FormatId[] = ['markdown', 'json', 'readwise', 'raindrop', 'instapaper'];
const GROUPED: readonly FormatId[] = [...FORMAT_GROUPS.notes, 'html', 'bookmarks'];

/** Whether the papers of a format have citation keys. */
export function hasKeys(format: FormatId): boolean {
  return KEYED.includes(format);
}

/** Whether a format can be had with abstracts and without. */
export function hasAbstracts(format: FormatId): boolean {
  return !WITHOUT_ABSTRACTS.includes(format);
}

/** Whether a format has headings above groups of papers. */
export function hasGroups(format: FormatId): boolean {
  return GROUPED.includes(format);
}

/** Reads what was remembered; what is missing or of another shape takes its default. */
export function readExportChoices(stored: unknown): ExportChoices {
  const property = (name: keyof ExportChoices): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
  const oneOf = <Value>(values: readonly Value[], name: keyof ExportChoices, fallback: Value): Value =>
    values.find((value) => value === property(name)) ?? fallback;
  return {
    format: oneOf(FORMATS, 'format', 'markdown'),
    keyStyle: oneOf(KEY_STYLES, 'keyStyle', 'scholar'),
    abstracts: property('abstracts') !== false,
    order: oneOf(ORDERS, 'order', 'listed'),
    groupBy: oneOf(GROUPINGS, 'groupBy', 'none'),
  };
}
