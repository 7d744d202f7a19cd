import type { ListedPaper } from '../domain/listed-paper.ts';
import { mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { readableTex } from '../domain/readable-tex.ts';
import { titleKey } from '../domain/title-key.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { markupText } from './markup-text.ts';
import { isoDate, publicationOf } from './publication.ts';
import { strictAddress } from './strict-address.ts';
import { startUnique } from './unique.ts';

/** An Atom feed (RFC 4287) of the list, for feed readers. Every text is plain (`type="text"`). */
export const atom: Exporter = { id: 'atom', extension: 'atom', mediaType: 'application/atom+xml', start };

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n';

function start(options: ExportOptions): Writer {
  const { heading = 'Reading list', exportedAt } = options;
  const unique = startUnique({ mark: (plain, count) => `${plain}#${count + 2}` });
  const head = [
    element('id', urn('list', heading)),
    element('title', `Gleaner: ${heading}`),
    element('updated', exportedAt),
    '<author><name>Gleaner</name></author>',
  ];
  return {
    head: `${HEAD}${head.map((line) => `  ${line}\n`).join('')}`,
    write: (papers) => papers.map((listed) => entryText(listed, unique, options)).join(''),
    end: () => '</feed>\n',
  };
}

function entryText(listed: ListedPaper, unique: (id: string) => string, { abstracts = true }: ExportOptions): string {
  const { paper, entry } = listed;
  const address = strictAddress(mainLink(paper));
  const published = publicationOf(paper);
  const abstract = abstracts ? readable(paper.abstract ?? '') : '';
  const lines = [
    element('id', unique(address ?? urn('paper', titleKey(paper.title)))),
    element('title', readable(paper.title)),
    element('updated', entry.addedAt),
    ...(published?.day ? [element('published', `${isoDate(published)}T00:00:00Z`)] : []),
    ...people(paper.authors),
    ...(address ? [`<link rel="alternate" type="text/html" href="${markupText(address)}"/>`] : []),
    ...entry.tags.map(markupText).flatMap((tag) => (tag ? [`<category term="${tag}"/>`] : [])),
    // An entry without an address must have content, be it empty (RFC 4287 section 4.1.2).
    ...(abstract || !address ? [`<content type="text">${markupText(abstract)}</content>`] : []),
  ];
  return `  <entry>\n${lines.map((line) => `    ${line}\n`).join('')}  </entry>\n`;
}

function people(authors: readonly string[] = []): string[] {
  const names = authors.map(markupText).filter((name) => name !== '');
  return names.map((name) => `<author><name>${name}</name></author>`);
}

function element(name: string, text: string): string {
  const type = name === 'title' ? ' type="text"' : '';
  return `<${name}${type}>${markupText(text)}</${name}>`;
}

function readable(text: string): string {
  return readableTex(foldWhitespace(text));
}

/** A name that stays the same for the same text, for what has no address. */
function urn(kind: string, text: string): string {
  const safe = encodeURIComponent(foldWhitespace(text)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `urn:x-gleaner:${kind}:${safe}`;
}
