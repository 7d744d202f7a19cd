import { doiIdentifier, type Identifier } from '../domain/identifier.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { attributeOf, childrenOf, find, findAll, isInside, textOf } from './page.ts';
import type { Found } from './paper-from.ts';
import { paperAddress } from './pubmed-address.ts';
import { withoutFinalDot } from './pubmed-citation.ts';
import { dateIn } from './shown-date.ts';

const NAMES = '.full-name, a[href*="cauthor_id="]';
// Some old records hold less than the authors wrote, and say so:
// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/230101/el-Abstract.html
const TRUNCATED = /ABSTRACT TRUNCATED/;

/**
 * What one article shows of itself: heading, authors, identifiers, the authors' abstract, keywords.
 * @param root the document, or the element of one article in a list with abstracts
 */
export function foundInArticle(root: ParentNode, pmid: string): Found {
  // The heading stands twice in the page, once for narrow screens.
  const head = find(root, '[id$="full-view-heading"]') ?? find(root, '[id="heading"], .heading') ?? root;
  return {
    identifiers: [`pmid:${pmid}`, doiIn(head)],
    source: 'publisher-page',
    title: withoutFinalDot(textOf(find(head, 'h1'))),
    authors: findAll(find(head, '.authors-list') ?? head, NAMES).map(textOf),
    published: dateIn(textOf(find(head, '.cit'))),
    venue: textOf(find(head, '[id$="journal-trigger"], .journal-actions-trigger')),
    ...abstractAndKeywords(find(root, '[id="abstract"], .abstract')),
    page: paperAddress(pmid),
  };
}

function doiIn(head: ParentNode): Identifier | undefined {
  const links = findAll(head, 'a[href*="doi.org/10."]');
  return links.map((link) => doiIdentifier(attributeOf(link, 'href') ?? '')).find((doi) => doi !== undefined);
}

function abstractAndKeywords(section: Element | undefined): Partial<Found> {
  if (!section) return {};
  const content = find(section, '[id$="eng-abstract"]') ?? find(section, '.abstract-content');
  return { abstract: content && abstractIn(content), keywords: keywordsIn(section) };
}

/** The parts of a structured abstract are paragraphs, each with its label (`BACKGROUND: …`). */
function abstractIn(content: Element): string | undefined {
  const paragraphs = findAll(content, 'p').filter((part) => !isKeywords(part));
  const texts = paragraphs.length > 0 ? paragraphs.map(textOf) : [textOf(content)];
  const abstract = texts.map((text) => text.trim()).join(' ');
  return TRUNCATED.test(abstract) ? undefined : abstract;
}

function keywordsIn(section: Element): string[] {
  const line = findAll(section, 'p').find(isKeywords);
  const text = boundText(textOf(line), LIMITS.abstract).text.replace(/^Keywords:\s*/, '');
  return text.replace(/\.$/, '').split(/;\s*/);
}

function isKeywords(paragraph: Element): boolean {
  const label = childrenOf(paragraph)[0];
  return label !== undefined && isInside(label, 'strong') && textOf(label).trim() === 'Keywords:';
}
