import { identifierValue, mainLink, type Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { readableTex } from '../domain/readable-tex.ts';
import { webAddress } from '../domain/web-address.ts';
import { markdownAddress, markdownText } from './markdown-text.ts';
import { publicationOf } from './publication.ts';

const MOST_AUTHORS = 6;
const AUTHORS_OF_MANY = 3;

/**
 * A paper as one line to put into a text: `Ann Lee, Bo Ek (2024). Title. Venue. https://…`, without what is not known.
 * Where no venue is known the arXiv identifier stands in its place.
 */
export function citationLine(paper: Paper): string {
  const names = (paper.authors ?? []).map(foldWhitespace).filter((name) => name !== '');
  const shown = names.length > MOST_AUTHORS ? [...names.slice(0, AUTHORS_OF_MANY), 'et al.'] : names;
  const year = publicationOf(paper)?.year;
  const arxiv = identifierValue(paper, 'arxiv');
  const place = foldWhitespace(paper.venue ?? '') || (arxiv && `arXiv:${arxiv}`);
  const parts = [
    sentence([shown.join(', '), year ? `(${year})` : ''].filter((part) => part !== '').join(' ')),
    sentence(readableTex(foldWhitespace(paper.title)) || 'Untitled'),
    sentence(place ?? ''),
    webAddress(mainLink(paper)) ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** A paper's title as a link of Markdown; as text where no address is known. */
export function markdownLink(paper: Paper): string {
  const title = markdownText(paper.title) || 'Untitled';
  const address = webAddress(mainLink(paper));
  return address ? `[${title}](${markdownAddress(address)})` : title;
}

function sentence(text: string): string {
  return text === '' || /[.?!…]$/.test(text) ? text : `${text}.`;
}
