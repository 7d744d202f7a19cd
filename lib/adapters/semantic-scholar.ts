import type { DigestRef } from '../domain/digest.ts';
import type { FactName } from '../domain/paper.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { find } from './page.ts';
import { askedBy, digestFor } from './semantic-scholar-address.ts';
import { paperDigest, readPaper } from './semantic-scholar-paper.ts';
import { readList } from './semantic-scholar-row.ts';

// The check for robots stands at the address of what it keeps from being shown, and so do errors.
const CLOSED = '#captcha-container, #challenge-container, [data-test-id="error-page"], .error-page';

/** Semantic Scholar: the search, an author's papers, and the page of one paper. */
export const semanticScholar: SiteAdapter = {
  ...SITES.semanticscholar,
  testPages: [
    'https://www.semanticscholar.org/search?q=patient+gardeners&sort=relevance',
    'https://www.semanticscholar.org/author/Ida-Gardener/5142080',
    'https://www.semanticscholar.org/paper/Slow-Rivers-Gardener/516c2035d29bb711be2e027be4ad38224419065a',
  ],
  recognise,
  read,
  expects: ({ kind }: DigestRef): readonly FactName[] => (kind === 'paper' ? [] : ['authors']),
};

function recognise(page: Page): DigestRef | undefined {
  const asked = askedBy(page.url);
  if (!asked || find(page.document, CLOSED)) return undefined;
  return asked.kind === 'paper' ? paperDigest(page, asked.id) : digestFor(asked);
}

function read(page: Page): Reading {
  const asked = askedBy(page.url);
  return asked?.kind === 'paper' ? readPaper(page, asked.id) : readList(page);
}
