import { mainLink } from '../domain/paper.ts';
import { webAddress } from '../domain/web-address.ts';
import { byline } from '../exporters/markdown.ts';
import { markdownAddress, markdownParagraph, markdownText } from '../exporters/markdown-text.ts';
import type { Sheet, SheetGroup, SheetPaper, SheetPart } from './sheet.ts';

/** A week as Markdown: a heading a part and a group, and one item a paper. */
export function writeMarkdown({ title, days, made, facts, parts }: Sheet): string {
  const short = facts.map((fact) => `- ${markdownParagraph(fact)}\n`).join('');
  const head = `# ${markdownText(title)}: ${markdownText(days)}\n\n${markdownParagraph(made)}\n\n${short}`;
  return head + parts.map(partOf).join('');
}

function partOf({ heading, hint, groups }: SheetPart): string {
  const said = hint ? `\n${markdownParagraph(hint)}\n` : '';
  return `\n## ${markdownText(heading)}\n${said}${groups.map(groupOf).join('')}`;
}

function groupOf({ heading, papers, more }: SheetGroup): string {
  const above = heading ? `\n### ${markdownText(heading)}\n` : '';
  return `${above}\n${papers.map(itemOf).join('')}${more ? `- ${markdownParagraph(more)}\n` : ''}`;
}

function itemOf({ listed: { paper }, star, facts, abstract }: SheetPaper): string {
  const address = webAddress(mainLink(paper));
  const shown = address
    ? `[${markdownText(paper.title)}](${markdownAddress(address)})`
    : markdownParagraph(paper.title);
  const line = [`- ${shown}${byline(paper)}`, ...[star, ...facts].filter(Boolean).map(markdownText)].join(' · ');
  return abstract ? `${line}\n  - ${markdownParagraph(abstract)}\n` : `${line}\n`;
}
