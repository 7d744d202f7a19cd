import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import type { Status } from '../domain/shelf.ts';
import { webAddress } from '../domain/web-address.ts';
import { startKeys } from './citation-keys.ts';
import { noteLines } from './csv-columns.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { startGroups } from './group.ts';
import { orgHeadline, orgParagraph, orgTag } from './org-text.ts';
import { isoDate, publicationOf } from './publication.ts';

const KEYWORDS: Readonly<Record<Status, string>> = {
  unread: 'TODO',
  reading: 'READING',
  read: 'DONE',
  skipped: 'SKIPPED',
};

/**
 * An Org file, one headline a paper with its facts in a property drawer. Groups are headlines of the first level, with
 * the papers one level below. Without `^:{}` Org and pandoc read `Open_Source` with a
 * subscript, and without `-:nil` two hyphens as a dash.
 */
export const org: Exporter = { id: 'org', extension: 'org', mediaType: 'text/x-org', start };

function start(options: ExportOptions): Writer {
  const { heading, groupBy } = options;
  const keys = startKeys(options);
  const headingOf = startGroups(groupBy);
  const next = (listed: ListedPaper) => {
    const group = headingOf(listed);
    const above = group === undefined ? '' : `* ${orgHeadline(group)}\n`;
    return above + headline(keys.keyFor(listed.paper), listed, options);
  };
  const title = heading ? `#+TITLE: ${orgParagraph(heading)}\n` : '';
  return {
    head: `#+OPTIONS: ^:{} -:nil\n${title}#+TODO: TODO READING | DONE SKIPPED\n\n`,
    write: (papers) => papers.map(next).join(''),
    end: () => '',
    newKeys: keys.newKeys,
  };
}

function headline(key: string, listed: ListedPaper, { groupBy, abstracts = true }: ExportOptions): string {
  const { paper, entry } = listed;
  const tags = [...(entry.starred ? ['starred'] : []), ...entry.tags.map(orgTag)].filter((tag) => tag !== '');
  const shown = tags.length > 0 ? ` :${[...new Set(tags)].join(':')}:` : '';
  const body = [...noteLines(entry.note), abstracts ? (paper.abstract ?? '') : ''].map(orgParagraph);
  return [
    `${groupBy ? '**' : '*'} ${KEYWORDS[entry.status]} ${orgHeadline(paper.title)}${shown}`,
    ...drawer(key, listed),
    ...body.filter((text) => text !== '').flatMap((text) => [text, '']),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function drawer(key: string, { paper, entry }: ListedPaper): string[] {
  const arxiv = identifierValue(paper, 'arxiv');
  const published = publicationOf(paper);
  const properties: [string, string | undefined][] = [
    ['CUSTOM_ID', key],
    ['AUTHORS', (paper.authors ?? []).map(foldWhitespace).filter(Boolean).join('; ')],
    ['PUBLISHED', published && isoDate(published)],
    ['VENUE', foldWhitespace(paper.venue ?? '')],
    ['ARXIV', arxiv],
    ['DOI', identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`)],
    ['URL', webAddress(mainLink(paper))],
    ['ADDED', entry.addedAt.slice(0, 10)],
  ];
  const lines = properties.flatMap(([name, value]) => (value ? [`:${name}: ${value}`] : []));
  return [':PROPERTIES:', ...lines, ':END:'];
}
