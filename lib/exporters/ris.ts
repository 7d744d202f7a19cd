import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { startKeys } from './citation-keys.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { familyOf, type Name, namesOf } from './person-name.ts';
import { publicationOf } from './publication.ts';
import { readStatus } from './read-status.ts';

/**
 * RIS, one line a tag. `JOUR` with `M3  - Preprint` is what bioRxiv writes, and the one type of a preprint that Zotero
 * and bibutils both know. There is no `M1`, which becomes the number of an issue, and no `L1`, by which some programs
 * fetch every PDF.
 */
export const ris: Exporter = { id: 'ris', extension: 'ris', mediaType: 'application/x-research-info-systems', start };

type Line = [tag: string, value: string | undefined];

function start(options: ExportOptions): Writer {
  const keys = startKeys(options);
  const record = (listed: ListedPaper) => recordText(linesOf(keys.keyFor(listed.paper), listed, options));
  return { head: '', write: (papers) => papers.map(record).join(''), end: () => '', newKeys: keys.newKeys };
}

/** Every line ends with CRLF, and a blank line follows the record. */
function recordText(lines: readonly Line[]): string {
  const written = lines.flatMap(([tag, value]) => {
    const text = foldWhitespace(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `TY  - JOUR\r\n${written.join('')}ER  - \r\n\r\n`;
}

function linesOf(key: string, { paper, entry }: ListedPaper, { abstracts = true }: ExportOptions): Line[] {
  const arxiv = identifierValue(paper, 'arxiv');
  const status = readStatus(entry.status);
  const many = (tag: string, texts: readonly string[]) => texts.map((text): Line => [tag, text]);
  return [
    ['ID', key],
    ['TI', paper.title],
    ...many('AU', namesOf(paper.authors).map(risName)),
    ...published(paper),
    ['JO', paper.venue || (arxiv && 'arXiv')],
    ['M3', arxiv && 'Preprint'],
    ['DO', identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`)],
    ['UR', webAddress(mainLink(paper))],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ...many('KW', [...new Set([...(paper.keywords ?? []), ...entry.tags])]),
    ['N1', status && `Read_Status: ${status}`],
    ['N1', entry.note],
    ['AB', abstracts ? paper.abstract : ''],
  ];
}

function published(paper: ListedPaper['paper']): Line[] {
  const date = publicationOf(paper);
  if (!date) return [];
  const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '');
  const year = String(date.year).padStart(4, '0');
  return [
    ['PY', year],
    ['DA', `${year}/${two(date.month)}/${two(date.day)}/`],
  ];
}

/** `van Beethoven, Ludwig` or `Tolkien, J. R. R., Jr.`; a comma would part the name of a group in two, and to bibutils a bar does. */
function risName(name: Name): string {
  const parts = 'group' in name ? [name.group.replaceAll(',', ' ')] : [familyOf(name), name.given, name.suffix];
  return parts
    .map((part) => foldWhitespace(part.replaceAll('|', ' ')))
    .filter((part) => part !== '')
    .join(', ');
}
