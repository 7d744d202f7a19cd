import type { Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { asciiWords, foldToAscii } from './ascii-words.ts';
import { ARXIV_STOP_WORDS, BETTER_BIBTEX_SKIP_WORDS, STOP_WORDS } from './citation-stop-words.ts';
import type { KeyStyle } from './exporter.ts';
import { familyOf, nameFrom } from './person-name.ts';
import { publicationOf } from './publication.ts';

const WORDS_WITHOUT_AUTHOR = 3;
const WORDS_OF_BETTER_BIBTEX = 3;
const WORDS_OF_ARXIV = 4;
const MOST_CHARACTERS = 60;

/** What a citation key is made of. */
export type Cited = Pick<Paper, 'title' | 'authors' | 'published' | 'identifiers'>;

const STYLES: Readonly<Record<KeyStyle, (paper: Cited) => string>> = {
  scholar,
  'better-bibtex': betterBibtex,
  arxiv,
};

/** The key of a paper in a style, as if it were the only one: letters and digits of ASCII, at least one letter. */
export function plainKey(style: KeyStyle, paper: Cited): string {
  const key = STYLES[style](paper).slice(0, MOST_CHARACTERS);
  return /[a-z]/i.test(key) ? key : `paper${key}`;
}

/** As Google Scholar: `smith2024attention`. Without an author it is three words of the title. */
function scholar(paper: Cited): string {
  const words = asciiWords(paper.title);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const chosen = telling.length > 0 ? telling : words;
  const author = familyWord(paper, false);
  if (author) return author + yearOf(paper) + (chosen[0] ?? '');
  return chosen.slice(0, WORDS_WITHOUT_AUTHOR).join('') + yearOf(paper);
}

/** As Better BibTeX by its default formula, `auth.lower + shorttitle(3,3) + year`: `vaswaniAttentionAllYou2017`. */
function betterBibtex(paper: Cited): string {
  const words = spacedWords(paper.title).filter((word) => !BETTER_BIBTEX_SKIP_WORDS.has(word.toLowerCase()));
  const title = words.slice(0, WORDS_OF_BETTER_BIBTEX).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return familyWord(paper, true) + title.join('') + yearOf(paper);
}

/**
 * As arXiv (arXiv/arxiv-browse, browse/formatting/cite.py): `vaswani2017attentionneed`. arXiv takes the year of the
 * latest version, which is not known here.
 */
function arxiv(paper: Cited): string {
  const words = foldWhitespace(paper.title)
    .split(' ')
    .filter((word) => !ARXIV_STOP_WORDS.has(word.toLowerCase()));
  const title = words.slice(0, WORDS_OF_ARXIV).flatMap(asciiWords).join('');
  return (familyWord(paper, false) || 'unknown') + (yearOf(paper) || 'unknown') + title;
}

function yearOf(paper: Cited): string {
  return String(publicationOf(paper)?.year ?? '');
}

function familyWord({ authors }: Cited, withParticle: boolean): string {
  const name = nameFrom(authors?.[0] ?? '');
  if ('group' in name) return asciiWords(name.group)[0] ?? '';
  return asciiWords(withParticle ? familyOf(name) : name.family).join('');
}

/** The words between spaces, without what is no letter or digit in them: `Pre-training` is one word. */
function spacedWords(title: string): string[] {
  const words = foldToAscii(foldWhitespace(title)).split(' ');
  return words.map((word) => word.replace(/[^A-Za-z0-9]/g, '')).filter((word) => word !== '');
}
