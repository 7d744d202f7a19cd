import type { ExporterId, ExportOptions } from '../../lib/exporters/exporter.ts';
import { exporters } from '../../lib/exporters/registry.ts';
import { listedPaper, seenIn } from './listed-paper.ts';
import { wholeExport } from './whole-export.ts';

/** A paper of which everything is known that formats have a place for. */
export const known = listedPaper({
  paper: {
    title: 'Patient SEEDs & {Roots}',
    authors: ['Ludwig van Beethoven', 'J. R. R. Tolkien Jr.', 'Garden Team, Kew'],
    published: '2024-01-23',
    abstract: 'We grow mathcal O(sqrt K) seeds.',
    identifiers: ['arxiv:2401.12340'],
    keywords: ['growth'],
  },
  entry: {
    status: 'read',
    starred: true,
    tags: ['to cite', 'a, b'],
    note: 'First\nsecond',
    addedAt: '2026-11-20T08:00:00.000Z',
  },
  seen: [seenIn({ date: { unit: 'day', month: 3, day: 11 } })],
});
/** A paper known by its title alone. */
export const bare = listedPaper({ paper: { id: 2, title: 'Bare' }, entry: { addedAt: '2026-11-21T08:00:00.000Z' } });
export const base = { exportedAt: '2026-11-22T08:00:00.000Z' };

/** Papers in a format, as one text. */
export function writeAs(id: ExporterId, options: Partial<ExportOptions> = {}, papers = [known]): string {
  const exporter = exporters.get(id);
  if (!exporter) throw new Error(`no exporter ${id}`);
  return wholeExport(exporter, papers, { ...base, ...options });
}
