import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink, type Paper } from '../domain/paper.ts';
import { webAddress } from '../domain/web-address.ts';
import { bibtexText, bibtexVerbatim } from './bibtex-text.ts';
import { type CitationKeys, startKeys } from './citation-keys.ts';
import type { ExportOptions, Writer } from './exporter.ts';

/** A field with its value as it is written; one without a value is left out. */
export type Field = [name: string, value: string | undefined];

/** Starts a file of entries with a blank line between two. */
export function startEntries(options: ExportOptions, entry: (key: string, listed: ListedPaper) => string): Writer {
  const keys: CitationKeys = startKeys(options);
  let between = '';
  const next = (listed: ListedPaper) => {
    const text = between + entry(keys.keyFor(listed.paper), listed);
    between = '\n';
    return text;
  };
  return { head: '', write: (papers) => papers.map(next).join(''), end: () => '', newKeys: keys.newKeys };
}

/** An entry with those of its fields that have a value. */
export function entryText(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A value in braces; undefined when there is none. */
export function braced(value: string | undefined): string | undefined {
  return value ? `{${value}}` : undefined;
}

/** The DOI of the publisher or else that of arXiv, bare, and the address; what braces would break is left out. */
export function doiAndUrl(paper: Paper): Field[] {
  const arxiv = identifierValue(paper, 'arxiv');
  const doi = identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`);
  return [
    ['doi', braced(doi && bibtexVerbatim(doi))],
    ['url', braced(bibtexVerbatim(addressOf(paper)))],
  ];
}

/** Keywords of the paper and tags of the user, each once; a comma would part one in two. */
export function keywords({ paper, entry }: ListedPaper): string | undefined {
  const all = [...(paper.keywords ?? []), ...entry.tags].map((text) => bibtexText(text.replaceAll(',', ' ')));
  return braced([...new Set(all)].filter((text) => text !== '').join(', '));
}

function addressOf(paper: Paper): string {
  const address = webAddress(mainLink(paper)) ?? '';
  return address.replace(/[{}\\]/g, encodeURIComponent);
}
