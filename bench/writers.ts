import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bibtex } from '../lib/exporters/bibtex.ts';
import { cslJson } from '../lib/exporters/csl-json.ts';
import { listedPaper } from '../tests/samples/listed-paper.ts';
import type { Grown } from './grown/library.ts';

/** Writes BibTeX of papers that are in memory already, and gives papers a second. */
export type BibtexWriter = () => number;

/** Our own writer and citation-js, over the same papers. */
export function bibtexWriters(grown: Grown, count: number, folder: string): Record<'ours' | 'theirs', BibtexWriter> {
  const papers = Array.from({ length: count }, (_, index) => {
    const { source: _source, rank: _rank, ...facts } = grown.paper(index);
    return listedPaper({ paper: { id: index + 1, ...facts } });
  });
  const options = { exportedAt: '2026-01-01T00:00:00.000Z' };
  const whole = (exporter: typeof bibtex) => {
    const writer = exporter.start(options);
    return writer.head + writer.write(papers) + writer.end();
  };
  const items: unknown = JSON.parse(whole(cslJson));
  const cite = citeFrom(folder);
  return {
    ours: () => perSecond(count, () => whole(bibtex)),
    theirs: () => perSecond(count, () => cite(items)),
  };
}

function perSecond(count: number, write: () => string): number {
  const began = performance.now();
  const text = write();
  const seconds = (performance.now() - began) / 1_000;
  const entries = text.match(/^@\w+\{/gm)?.length ?? 0;
  if (entries !== count) throw new Error(`${count} papers were to be written, and ${entries} entries are there.`);
  return count / seconds;
}

function citeFrom(folder: string): (items: unknown) => string {
  const home = join(folder, 'index.cjs');
  writeFileSync(home, '');
  const require = createRequire(home);
  const { Cite }: { Cite: new (items: unknown) => { format(as: string): string } } = require('@citation-js/core');
  require('@citation-js/plugin-bibtex');
  return (items) => new Cite(items).format('bibtex');
}
