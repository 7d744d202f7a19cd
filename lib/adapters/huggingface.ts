import type { DigestRef } from '../domain/digest.ts';
import { SITES } from '../domain/sites.ts';
import type { Page, Reading, SiteAdapter } from './adapter.ts';
import { askedBy } from './huggingface-address.ts';
import { listDigest, readList } from './huggingface-list.ts';
import { paperPageDigest, readPaperPage } from './huggingface-paper-page.ts';
import { find, textOf } from './page.ts';

/** Hugging Face: the daily, weekly, monthly and trending papers, the search and the page of one paper. */
export const huggingface: SiteAdapter = {
  ...SITES.huggingface,
  testPages: [
    'https://huggingface.co/papers/date/2026-05-12',
    'https://huggingface.co/papers/week/2026-W20',
    'https://huggingface.co/papers/month/2026-05',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers?q=language+model',
    'https://huggingface.co/papers/2605.09063',
  ],
  recognise,
  read,
};

function recognise(page: Page): DigestRef | undefined {
  const asked = askedBy(page.url);
  if (!asked || isErrorPage(page.document)) return undefined;
  return asked.kind === 'paper' ? paperPageDigest(page, asked.id) : listDigest(page, asked);
}

function read(page: Page, digest: DigestRef): Reading {
  const asked = askedBy(page.url);
  return asked?.kind === 'paper' ? readPaperPage(page, asked.id) : readList(page, digest);
}

/** The site answers an address that it does not know with a page headed by the status, such as `404`. */
function isErrorPage(document: Document): boolean {
  return /^\s*[45]\d\d\s*$/.test(textOf(find(document, 'h1')));
}
