import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, linksOf, mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { startKeys } from './citation-keys.ts';
import { noteLines } from './csv-columns.ts';
import type { ExportOptions, FolderExporter, FolderWriter, NamedText } from './exporter.ts';
import { frontMatter } from './front-matter.ts';
import { startGroups } from './group.ts';
import { byline } from './markdown.ts';
import { markdownParagraph, markdownText } from './markdown-text.ts';
import { startNoteNames } from './note-name.ts';
import { isoDate, publicationOf } from './publication.ts';
import { tagWord } from './tag-word.ts';

const FOLDER = 'Papers';
const LIST = 'Reading list.md';

/** A folder of Obsidian: a note a paper in `Papers/`, its facts as properties, and one list with a link to each note. */
export const obsidian: FolderExporter = { id: 'obsidian', startFiles };

function startFiles(options: ExportOptions): FolderWriter {
  const keys = startKeys(options);
  const nameOf = startNoteNames();
  const headingOf = startGroups(options.groupBy);
  // Of each paper one line is kept, because the list is one file.
  const list: string[] = [`# ${markdownText(options.heading ?? '') || 'Reading list'}\n\n`];
  const next = (listed: ListedPaper): NamedText => {
    const [key, name, group] = [keys.keyFor(listed.paper), nameOf(listed.paper), headingOf(listed)];
    list.push(`${group === undefined ? '' : `\n## ${markdownText(group)}\n\n`}${task(listed, name)}\n`);
    return { name: `${FOLDER}/${name}.md`, text: note(key, listed, options) };
  };
  return {
    write: (papers) => papers.map(next),
    end: () => [{ name: LIST, text: list.join('') }],
    newKeys: keys.newKeys,
  };
}

/** `- [ ] [Title](Papers/…) — authors (year) ^arxiv-2401-12345`; the block can be linked to. */
function task({ paper, entry }: ListedPaper, name: string): string {
  const target = `${FOLDER}/${name}.md`.split('/').map(encodeURIComponent).join('/');
  const safe = target.replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const arxiv = identifierValue(paper, 'arxiv');
  const block = arxiv ? ` ^arxiv-${arxiv.replace(/[^a-z0-9]+/gi, '-')}` : '';
  return `- [${entry.status === 'read' ? 'x' : ' '}] [${markdownText(paper.title) || 'Untitled'}](${safe})${byline(paper)}${block}`;
}

function note(key: string, listed: ListedPaper, { abstracts = true }: ExportOptions): string {
  const { paper, entry } = listed;
  const abstract = abstracts ? markdownParagraph(paper.abstract ?? '') : '';
  const own = noteLines(entry.note).map(markdownParagraph).join('\n\n').trim();
  const parts = [
    `# ${markdownText(paper.title) || 'Untitled'}`,
    abstract && `## Abstract\n\n${abstract}`,
    `## Notes${own ? `\n\n${own}` : ''}`,
  ];
  return `${frontMatter(propertiesOf(key, listed))}\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function propertiesOf(key: string, { paper, entry }: ListedPaper) {
  const published = publicationOf(paper);
  const links = linksOf(paper);
  const arxiv = identifierValue(paper, 'arxiv');
  const title = foldWhitespace(paper.title);
  const iso = published && isoDate(published);
  return {
    title,
    authors: texts(paper.authors),
    year: published?.year,
    // Obsidian takes a whole day for a date and anything else for text.
    published: iso && (published.day ? { date: iso } : iso),
    added: { date: entry.addedAt.slice(0, 10) },
    arxiv,
    doi: identifierValue(paper, 'doi') ?? (arxiv && `10.48550/arXiv.${arxiv}`),
    url: webAddress(mainLink(paper)),
    pdf: webAddress(links.pdf),
    code: webAddress(links.code),
    venue: foldWhitespace(paper.venue ?? ''),
    status: entry.status,
    starred: entry.starred,
    keywords: texts(paper.keywords),
    tags: [...new Set(entry.tags.map(noteTag))].filter((tag) => tag !== ''),
    citekey: key,
    aliases: title ? [title] : [],
  };
}

function texts(all: readonly string[] = []): string[] {
  return all.map(foldWhitespace).filter((text) => text !== '');
}

/** A tag of Obsidian has at least one sign that is no digit. */
function noteTag(text: string): string {
  const word = tagWord(text);
  return /^\d+$/.test(word) ? `_${word}` : word;
}
