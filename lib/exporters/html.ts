import type { ListedPaper } from '../domain/listed-paper.ts';
import { linksOf, mainLink, type Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { readableTex } from '../domain/readable-tex.ts';
import type { Entry } from '../domain/shelf.ts';
import { noteLines } from './csv-columns.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { startGroups } from './group.ts';
import { HTML_END, htmlHead } from './html-frame.ts';
import { markupText } from './markup-text.ts';
import { publicationOf } from './publication.ts';
import { strictAddress } from './strict-address.ts';

/**
 * One page that needs nothing else: no script, no picture, nothing loaded, which its own policy forbids besides. Maths
 * whose backslashes were lost on the way is made readable.
 */
export const html: Exporter = { id: 'html', extension: 'html', mediaType: 'text/html', start };

const LINK_NAMES = { arxiv: 'arXiv', pdf: 'PDF', doi: 'DOI', page: 'Page', code: 'Code', project: 'Project' } as const;
const LINK_KINDS = ['arxiv', 'pdf', 'doi', 'page', 'code', 'project'] as const;

function start(options: ExportOptions): Writer {
  const { heading, exportedAt, groupBy } = options;
  const headingOf = startGroups(groupBy);
  const next = (listed: ListedPaper) => {
    const group = headingOf(listed);
    return (group === undefined ? '' : `<h2 dir="auto">${markupText(group)}</h2>\n`) + article(listed, options);
  };
  return {
    head: htmlHead({
      title: markupText(heading ?? '') || 'Reading list',
      line: `Exported by Gleaner on ${markupText(exportedAt.slice(0, 10))}`,
    }),
    write: (papers) => papers.map(next).join(''),
    end: () => HTML_END,
  };
}

function article({ paper, entry }: ListedPaper, { abstracts = true }: ExportOptions): string {
  const address = strictAddress(mainLink(paper));
  const title = readable(paper.title) || 'Untitled';
  const note = noteLines(entry.note).map(markupText).join('\n').trim();
  const abstract = abstracts ? readable(paper.abstract ?? '') : '';
  const lines = [
    `<h3 dir="auto">${address ? link(address, title) : title}</h3>`,
    paragraph('quiet', byline(paper)),
    paragraph('quiet', details(paper, entry)),
    paragraph('note', note),
    abstract && `<details><summary>Abstract</summary><p dir="auto">${abstract}</p></details>`,
  ].filter((line) => line !== '');
  return `<article>\n${lines.join('\n')}\n</article>\n`;
}

function byline(paper: Paper): string {
  const authors = (paper.authors ?? []).map(markupText).filter((name) => name !== '');
  const year = publicationOf(paper)?.year;
  return [authors.join(', '), markupText(paper.venue ?? ''), year ? String(year) : ''].filter(Boolean).join(' · ');
}

/** What the user said of the paper in words, and where it can be opened. */
function details(paper: Paper, entry: Entry): string {
  const words = [
    entry.status,
    entry.starred ? 'starred' : '',
    ...entry.tags.map((tag) => markupText(tag) && `#${markupText(tag)}`),
  ];
  const links = linksOf(paper);
  const shown = LINK_KINDS.flatMap((kind) => {
    const address = strictAddress(links[kind]);
    return address ? link(address, LINK_NAMES[kind]) : [];
  });
  return [...words, ...shown].filter((word) => word !== '').join(' · ');
}

function paragraph(name: string, markup: string): string {
  return markup === '' ? '' : `<p class="${name}" dir="auto">${markup}</p>`;
}

function link(address: string, markup: string): string {
  return `<a href="${markupText(address)}" rel="noreferrer">${markup}</a>`;
}

function readable(text: string): string {
  return markupText(readableTex(foldWhitespace(text)));
}
