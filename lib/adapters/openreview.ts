import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { askedBy, digestFor } from './openreview-address.ts';
import { forumDigest, readForum } from './openreview-forum.ts';
import { readList } from './openreview-list.ts';
import { find } from './page.ts';

// Errors and the check for robots stand at the address of what they keep from being shown.
const CLOSED = '.error-display, pre.error-message, .cf-turnstile, #challenge-form, #challenge-error-text';

/** OpenReview: the papers of a venue, the search, and the page of one paper with its reviews. */
export const openreview: SiteAdapter = {
  ...SITES.openreview,
  testPages: [
    'https://openreview.net/group?id=ICLR.cc/2026/Conference',
    'https://openreview.net/forum?id=aB3x03KqLm',
    'https://openreview.net/search?term=patient+gardeners',
    'https://openreview.net/submissions?venue=ICLR.cc/2026/Conference',
  ],
  recognise,
  read,
  expects,
};

function recognise(page: Page): DigestRef | undefined {
  const asked = askedBy(page.url);
  if (!asked || find(page.document, CLOSED)) return undefined;
  return asked.kind === 'forum' ? forumDigest(page, asked.id) : digestFor(asked);
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  return asked?.kind === 'forum' ? readForum(page, asked.id) : readList(page);
}

/** A venue under review hides the authors of all its papers, which is no sign that the site has changed. */
function expects({ kind }: DigestRef): readonly FactName[] {
  return kind === 'search' ? ['authors'] : [];
}
