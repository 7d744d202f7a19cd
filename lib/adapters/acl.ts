import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import { SITES } from '../domain/sites.ts';
import { askedBy, digestFor } from './acl-address.ts';
import { readList } from './acl-list.ts';
import { readPaper } from './acl-paper.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { find, mathTextOf } from './page.ts';

/** The ACL Anthology: volumes, events, the papers of a person, and the page of one paper. */
export const acl: SiteAdapter = {
  ...SITES.acl,
  testPages: [
    'https://aclanthology.org/volumes/2026.acl-long/',
    'https://aclanthology.org/events/acl-2026/',
    'https://aclanthology.org/people/i/ida-gardener/',
    'https://aclanthology.org/2026.acl-long.1/',
    'https://aclanthology.org/N18-1001/',
  ],
  recognise,
  read,
  expects: ({ kind }: DigestRef): readonly FactName[] => (kind === 'paper' ? [] : ['authors']),
};

function recognise({ url, document }: Page): DigestRef | undefined {
  const asked = askedBy(url);
  const title = asked && boundText(mathTextOf(find(document, '#title')), LIMITS.short).text;
  // An address that the site does not know is answered with a page headed 404.
  return asked && title !== '404' ? digestFor(asked, title ?? '') : undefined;
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  if (!asked) return { papers: [], problems: [], anchors: new Map() };
  return asked.kind === 'paper' ? readPaper(page, asked.id) : readList(page, asked);
}
