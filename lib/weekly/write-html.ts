import { mainLink } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { readableTex } from '../domain/readable-tex.ts';
import { HTML_END, htmlHead } from '../exporters/html-frame.ts';
import { markupText } from '../exporters/markup-text.ts';
import { strictAddress } from '../exporters/strict-address.ts';
import type { Sheet, SheetGroup, SheetPaper, SheetPart } from './sheet.ts';

const STYLE = `
h3 { margin: 1.5rem 0 0; }
h4 { margin: 0; font-size: 1rem; line-height: 1.35; }
h4 a { color: inherit; text-decoration: none; }
h4 a:hover, h4 a:focus { text-decoration: underline; }
article { margin: 1rem 0 0; }
`;

/** A week as one page that needs nothing else: no script, no picture, nothing loaded. */
export function writeHtml(sheet: Sheet): string {
  const head = htmlHead({
    title: `${markupText(sheet.title)}: ${markupText(sheet.days)}`,
    line: markupText(sheet.made),
    language: markupText(sheet.language),
    style: STYLE,
  });
  const facts = `<p>${sheet.facts.map(markupText).join(' · ')}</p>\n`;
  return head + facts + sheet.parts.map(partOf).join('') + HTML_END;
}

function partOf({ heading, hint, groups }: SheetPart): string {
  return `<section>\n<h2>${markupText(heading)}</h2>\n${quiet(hint)}${groups.map(groupOf).join('')}</section>\n`;
}

function groupOf({ heading, papers, more }: SheetGroup): string {
  const above = heading ? `<h3 dir="auto">${markupText(heading)}</h3>\n` : '';
  return above + papers.map(articleOf).join('') + quiet(more);
}

function articleOf({ listed: { paper }, star, facts, abstract }: SheetPaper): string {
  const title = markupText(readableTex(foldWhitespace(paper.title))) || 'Untitled';
  const address = strictAddress(mainLink(paper));
  const linked = address ? `<a href="${markupText(address)}" rel="noreferrer">${title}</a>` : title;
  const text = abstract ? `<p dir="auto">${markupText(abstract)}</p>\n` : '';
  return `<article>\n<h4 dir="auto">${linked}</h4>\n${quiet(authorsOf(paper.authors))}${quiet([star, ...facts].filter(Boolean).join(' · '))}${text}</article>\n`;
}

const MOST_AUTHORS = 6;

function authorsOf(authors: readonly string[] = []): string {
  return authors.length > MOST_AUTHORS ? `${authors.slice(0, 3).join(', ')} et al.` : authors.join(', ');
}

/** A paragraph said quietly; nothing where there is nothing to say. */
function quiet(text: string): string {
  const markup = markupText(text);
  return markup === '' ? '' : `<p class="quiet" dir="auto">${markup}</p>\n`;
}
