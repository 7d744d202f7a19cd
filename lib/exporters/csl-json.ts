import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { startKeys } from './citation-keys.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { familyOf, type Name, namesOf } from './person-name.ts';
import { dateParts, publicationOf } from './publication.ts';
import { readStatus } from './read-status.ts';

/**
 * CSL-JSON 1.0.2 (citation-style-language/schema), of all files the one that Zotero reads best: an `article` with
 * `number` comes in as a preprint with its archive.
 */
export const cslJson: Exporter = {
  id: 'csl-json',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  start,
};

function start(options: ExportOptions): Writer {
  const keys = startKeys(options);
  let between = '\n';
  const next = (listed: ListedPaper) => {
    const text = between + JSON.stringify(itemOf(keys.keyFor(listed.paper), listed, options), undefined, 2);
    between = ',\n';
    return text;
  };
  return { head: '[', write: (papers) => papers.map(next).join(''), end: () => '\n]\n', newKeys: keys.newKeys };
}

// JSON leaves out what is undefined.
function itemOf(key: string, { paper, entry }: ListedPaper, { abstracts = true }: ExportOptions) {
  const arxiv = identifierValue(paper, 'arxiv');
  const venue = text(paper.venue);
  const published = publicationOf(paper);
  const status = readStatus(entry.status);
  return {
    id: key,
    'citation-key': key,
    type: 'article',
    title: text(paper.title) ?? key,
    author: someOf(namesOf(paper.authors).map(cslName)),
    issued: published && { 'date-parts': [dateParts(published)] },
    publisher: arxiv ? 'arXiv' : undefined,
    number: arxiv && `arXiv:${arxiv}`,
    genre: arxiv ? 'preprint' : undefined,
    'container-title': venue,
    DOI: text(identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`)),
    URL: webAddress(mainLink(paper)),
    keyword: text([...new Set([...(paper.keywords ?? []), ...entry.tags])].map(withoutComma).join(', ')),
    // Zotero puts it into Extra, where the plug-in zotero-reading-list finds the status.
    note: [status && `Read_Status: ${status}`, text(entry.note)].filter(Boolean).join('\n') || undefined,
    abstract: abstracts ? text(paper.abstract) : undefined,
  };
}

/** The particle stands in the family name, because Zotero drops a `non-dropping-particle`. */
function cslName(name: Name) {
  if ('group' in name) return { literal: name.group };
  return { family: familyOf(name), given: name.given || undefined, suffix: name.suffix || undefined };
}

function text(value: string | undefined): string | undefined {
  return foldWhitespace(value ?? '') || undefined;
}

function withoutComma(value: string): string {
  return value.replaceAll(',', ' ');
}

function someOf<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
