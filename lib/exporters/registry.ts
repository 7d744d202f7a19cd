import { bibtex } from './bibtex.ts';
import { csv } from './csv.ts';
import type { Exporter, ExporterId } from './exporter.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** Every format by its id, in the order in which they are offered. */
export const exporters: ReadonlyMap<ExporterId, Exporter> = new Map(
  [markdown, bibtex, csv, json].map((exporter) => [exporter.id, exporter]),
);
