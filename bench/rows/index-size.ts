import { type Row, searchSizes } from '../row.ts';
import { sampleOf } from '../sample.ts';

/** What the index takes beside the text that it finds, and what it took to build. */
export const indexSize: Row = {
  name: 'index-size',
  async measure(bench) {
    const lines = [];
    for (const papers of searchSizes(bench.sizes)) {
      const { blocks = 0, text = 0, index = 0 } = await bench.facts('ours', papers);
      lines.push(
        {
          figure: 'search index beside stored text',
          papers,
          unit: 'MB' as const,
          ours: sampleOf([blocks / 1e6]),
          beside: { what: 'title, authors, abstract', sample: sampleOf([text / 1e6]) },
          goal: { kind: 'at most times' as const, times: 0.2 },
        },
        { figure: 'a library indexed', papers, unit: 's' as const, ours: sampleOf([index / 1_000]) },
      );
    }
    return lines;
  },
};
