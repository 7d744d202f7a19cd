import type { ListedPaper } from '../domain/listed-paper.ts';
import { mainLink, titleSearchLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { readableTex } from '../domain/readable-tex.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { startGroups } from './group.ts';
import { markupText } from './markup-text.ts';
import { strictAddress } from './strict-address.ts';

// Browsers know the file by its first lines, so they stand as Netscape wrote them
// (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)).
const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`;

/**
 * Netscape's bookmark file, which browsers, Raindrop, linkding, Karakeep and Zotero read: one folder, with a folder for
 * each group in it. Times are in seconds; `TOREAD` marks what is not read yet.
 */
export const bookmarks: Exporter = { id: 'bookmarks', extension: 'html', mediaType: 'text/html', start };

function start(options: ExportOptions): Writer {
  const { heading = '', exportedAt, groupBy } = options;
  const headingOf = startGroups(groupBy);
  let isInGroup = false;
  const next = (listed: ListedPaper) => {
    const group = headingOf(listed);
    const closing = group !== undefined && isInGroup ? '        </DL><p>\n' : '';
    if (group !== undefined) isInGroup = true;
    const opening = group === undefined ? '' : folder(group, exportedAt, '        ');
    return closing + opening + item(listed, options, isInGroup ? '            ' : '        ');
  };
  return {
    head: HEAD + folder(heading ? `Gleaner: ${heading}` : 'Gleaner', exportedAt, '    '),
    write: (papers) => papers.map(next).join(''),
    end: () => `${isInGroup ? '        </DL><p>\n' : ''}    </DL><p>\n</DL><p>\n`,
  };
}

function folder(name: string, at: string, indent: string): string {
  return `${indent}<DT><H3 ADD_DATE="${seconds(at)}">${markupText(name)}</H3>\n${indent}<DL><p>\n`;
}

function item({ paper, entry }: ListedPaper, { abstracts = true }: ExportOptions, indent: string): string {
  const address = strictAddress(mainLink(paper)) ?? titleSearchLink(paper.title);
  const tags = entry.tags.map((tag) => markupText(tag.replaceAll(',', ' '))).filter((tag) => tag !== '');
  const toRead = entry.status === 'unread' || entry.status === 'reading' ? '1' : '0';
  const attributes = `HREF="${markupText(address)}" ADD_DATE="${seconds(entry.addedAt)}" TOREAD="${toRead}" TAGS="${tags.join(',')}"`;
  const title = markupText(readableTex(foldWhitespace(paper.title)));
  const abstract = abstracts ? markupText(readableTex(foldWhitespace(paper.abstract ?? ''))) : '';
  return `${indent}<DT><A ${attributes}>${title}</A>\n${abstract ? `${indent}<DD>${abstract}\n` : ''}`;
}

function seconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
