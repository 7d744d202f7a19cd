import { type Identifier, identifierFrom } from '../domain/identifier.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { linkedIdentifier } from './linked-identifier.ts';
import { attributeOf, find, findAll, mathTextOf } from './page.ts';
import type { Row } from './read-rows.ts';

/** A link of a page that leads to a paper and bears its title. */
export interface PaperLink extends Row {
  identifier: Identifier;
  title: string;
}

const ACL_PAPER = /^\/([A-Z]\d{2}-\d{4}|\d{4}\.[a-z][\w-]*\.\d+)(?:\.pdf)?\/?$/;
const LONGEST_TITLE = 300;
const FEWEST_WORDS = 3;
const FEWEST_OWN = 2; // "PubMed (opens in a new tab)"
const CITATION = /\bet al\b|^[^:?]{1,60}[,(]\s*\(?(?:19|20)\d{2}[a-z]?\)?$/;
const ADDRESS = /^(?:https?:|www\.|doi:|arxiv:|10\.\d{4,9}\/)|\w\.(?:org|com|net)\//i;
// Words of which links to papers are made that say where they lead and not what is there.
const POINTING = new Set(
  `a abs abstract access all and archive article arxiv as at available by check click code conference copy details doi
  download for free from full get go has here html i in is it journal latest link more my new of on online open
  opens openreview original our out page paper papers pdf post preprint proceedings publication published publisher
  read reading see source submission tab text that the this to us v1 v2 version via view we web website window with you
  your`.split(/\s+/),
);

/**
 * The links of a page to papers on arXiv, doi.org, OpenReview, PubMed and the ACL Anthology whose text is a title, as a blog
 * or a newsletter has them. "Smith et al. (2023)", "read the full paper" and bare ids are no titles. Each paper once.
 */
export function paperLinksOf(document: Document): PaperLink[] {
  const byIdentifier = new Map<Identifier, PaperLink>();
  for (const anchor of findAll(document, 'a[href]')) {
    const href = attributeOf(anchor, 'href');
    const identifier = linkedIdentifier(href) ?? aclIdentifier(href);
    if (!identifier || byIdentifier.has(identifier)) continue;
    const title = foldWhitespace(
      mathTextOf(find(anchor, 'h1, h2, h3, h4, h5, h6') ?? anchor).slice(0, LONGEST_TITLE * 8),
    );
    if (isTitle(title)) byIdentifier.set(identifier, { anchor, identifier, title });
  }
  return [...byIdentifier.values()];
}

function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || CITATION.test(text) || ADDRESS.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const own = words.filter((word) => !POINTING.has(word) && !/^\d+$/.test(word));
  const isUnspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Thai}]{6}/u.test(text);
  return (words.length >= FEWEST_WORDS && own.length >= FEWEST_OWN) || isUnspaced;
}

function aclIdentifier(href: string | undefined): Identifier | undefined {
  const url = href ? URL.parse(href) : null;
  const id = url && /^(?:www\.)?aclanthology\.org$/.test(url.hostname) ? ACL_PAPER.exec(url.pathname)?.[1] : undefined;
  return id ? identifierFrom(`acl:${id}`) : undefined;
}
