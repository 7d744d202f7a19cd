import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import type { Exporter, ExportOptions } from '../../lib/exporters/exporter.ts';

/** The whole file as one text. @param piece how many papers are written at a time */
export function wholeExport(
  exporter: Exporter,
  papers: readonly ListedPaper[],
  options: ExportOptions,
  piece = Math.max(1, papers.length),
): string {
  const writer = exporter.start(options);
  let text = writer.head;
  for (let at = 0; at < papers.length; at += piece) text += writer.write(papers.slice(at, at + piece));
  return text + writer.end();
}
