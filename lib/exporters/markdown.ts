import type { DigestDate } from '../domain/digest.ts';
import type { ListedPaper, Seen } from '../domain/listed-paper.ts';
import { mainLink, type Paper } from '../domain/paper.ts';
import type { Entry } from '../domain/shelf.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';
import { startGroups } from './group.ts';
import { markdownAddress, markdownParagraph, markdownText } from './markdown-text.ts';
import { publicationOf } from './publication.ts';
import { tagWord } from './tag-word.ts';

const MOST_AUTHORS = 6;
const AUTHORS_OF_MANY = 3;
const MOST_DATES = 4;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A task list (GitHub Flavored Markdown 5.3), one paper an item. The box is ticked when the paper is read. The other
 * states have no box that every program knows, so they are words in bold: **reading**, **skipped**, **starred**.
 * Nothing else in the file is bold, because every `*` of a paper is escaped: so the four states can be told apart again.
 */
export const markdown: Exporter = { id: 'markdown', extension: 'md', mediaType: 'text/markdown', start };

function start({ heading, groupBy }: ExportOptions): Writer {
  const headingOf = startGroups(groupBy);
  let before = '';
  const next = (listed: ListedPaper) => {
    const group = headingOf(listed);
    const above = group === undefined ? '' : `${before}## ${markdownText(group)}\n\n`;
    before = '\n';
    return `${above}${item(listed)}\n`;
  };
  return {
    head: heading ? `# ${markdownText(heading)}\n\n` : '',
    write: (papers) => papers.map(next).join(''),
    end: () => '',
  };
}

function item({ paper, entry, seen }: ListedPaper): string {
  const title = markdownText(paper.title);
  const address = webAddress(mainLink(paper));
  const shown = address ? `[${title}](${markdownAddress(address)})` : markdownParagraph(paper.title);
  const details = [...states(entry), ...digests(seen), ...entry.tags.map(tag).filter((text) => text !== '')];
  const line = `- [${entry.status === 'read' ? 'x' : ' '}] ${shown}${byline(paper)}`;
  const note = entry.note.trim() ? `\n  - Note: ${markdownText(entry.note)}` : '';
  return [line, ...details].join(' · ') + note;
}

/** ` — Ann Lee, Bo Ek (2023)`, or nothing where neither authors nor year are known. */
export function byline(paper: Paper): string {
  const year = publicationOf(paper)?.year;
  const named = (paper.authors ?? []).map(markdownText).filter((name) => name !== '');
  const shown = named.length > MOST_AUTHORS ? [...named.slice(0, AUTHORS_OF_MANY), 'et al.'] : named;
  const parts = [shown.join(', '), year ? `(${year})` : ''].filter((part) => part !== '');
  return parts.length > 0 ? ` — ${parts.join(' ')}` : '';
}

function states(entry: Entry): string[] {
  const words = entry.status === 'reading' || entry.status === 'skipped' ? [entry.status as string] : [];
  if (entry.starred) words.push('starred');
  return words.map((word) => `**${word}**`);
}

function digests(seen: readonly Seen[]): string[] {
  if (seen.length === 0) return [];
  const dates = [...new Set(seen.flatMap(({ digest }) => (digest.date ? [shortDate(digest.date)] : [])))];
  const shown = dates.length > MOST_DATES ? [...dates.slice(0, MOST_DATES), '…'] : dates;
  const count = seen.length === 1 ? '1 digest' : `${seen.length} digests`;
  return [shown.length > 0 ? `${count} (${shown.join(', ')})` : count];
}

/** A date as readers of the list know it: `Mar 11`, `Mar 11 2026`, `2026-W20`, `May 2026`. */
function shortDate(date: DigestDate): string {
  if (date.unit === 'week') return `${date.year}-W${String(date.week).padStart(2, '0')}`;
  const month = MONTHS[date.month - 1] ?? String(date.month);
  if (date.unit === 'month') return `${month} ${date.year}`;
  return date.year ? `${month} ${date.day} ${date.year}` : `${month} ${date.day}`;
}

function tag(text: string): string {
  const word = tagWord(text);
  return word ? `#${word}` : '';
}
