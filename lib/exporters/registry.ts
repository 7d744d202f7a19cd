import { atom } from './atom.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { bookmarks } from './bookmarks.ts';
import { cslJson } from './csl-json.ts';
import { csv, csvImport } from './csv.ts';
import type { Exporter, ExporterId } from './exporter.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { org } from './org.ts';
import { ris } from './ris.ts';
import { instapaper, notion, raindrop, readwise } from './service-csv.ts';

/** Every format of one file by its id. */
export const exporters: ReadonlyMap<ExporterId, Exporter> = new Map(
  [
    markdown,
    bibtex,
    csv,
    json,
    biblatex,
    ris,
    cslJson,
    org,
    html,
    bookmarks,
    atom,
    csvImport,
    notion,
    readwise,
    raindrop,
    instapaper,
  ].map((exporter) => [exporter.id, exporter]),
);
