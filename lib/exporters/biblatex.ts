import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue } from '../domain/paper.ts';
import { braced, doiAndUrl, entryText, type Field, keywords, startEntries } from './bibtex-entry.ts';
import { bibtexAuthors } from './bibtex-names.ts';
import { bibtexText, bibtexTitle } from './bibtex-text.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { isoDate, publicationOf } from './publication.ts';

/**
 * BibLaTeX, as biber reads it: `@online` for what has an address, which is what Better BibLaTeX writes for a preprint
 * too (BBT issue 1667), and `@misc` for the rest, since `@online` asks for an address.
 */
export const biblatex: Exporter = {
  id: 'biblatex',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  start: (options) =>
    startEntries(options, (key, listed) => {
      const fields = fieldsOf(key, listed, options);
      const isOnline = fields.some(([name, value]) => ['eprint', 'doi', 'url'].includes(name) && value);
      return entryText(isOnline ? 'online' : 'misc', key, fields);
    }),
};

function fieldsOf(key: string, listed: ListedPaper, { abstracts = true }: ExportOptions): Field[] {
  const { paper, entry } = listed;
  const published = publicationOf(paper);
  const arxiv = identifierValue(paper, 'arxiv');
  const links = doiAndUrl(paper);
  const hasUrl = links.some(([name, value]) => name === 'url' && value);
  return [
    ['title', braced(bibtexTitle(paper.title) || key)],
    ['author', braced(bibtexAuthors(paper.authors ?? []))],
    ['date', braced(published && isoDate(published))],
    ['note', braced(bibtexText(paper.venue ?? ''))],
    ['eprint', braced(arxiv)],
    ['eprinttype', arxiv ? '{arxiv}' : undefined],
    ['pubstate', arxiv && !paper.venue ? '{prepublished}' : undefined],
    ...links,
    // The day on which the paper came into the library: it stays the same from one export to the next.
    ['urldate', hasUrl ? braced(/^\d{4}-\d{2}-\d{2}/.exec(entry.addedAt)?.[0]) : undefined],
    ['keywords', keywords(listed)],
    ['abstract', braced(abstracts ? bibtexText(paper.abstract ?? '') : '')],
  ];
}
