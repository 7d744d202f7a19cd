import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { extensionAddress } from '../../scripts/browser.ts';
import { rows } from '../../scripts/kept.ts';
import { waitUntilDrawn } from '../../scripts/popup-hand.ts';
import { clickToolbarButton } from '../../scripts/toolbar-popup.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { test as withGleaner } from './harness.ts';

export const DAY = 'https://huggingface.co/papers/date/2026-05-12';
export const JOURNAL = 'https://journal.example/article/7';
export const [FORUM, FORUM_PAGE] = testPage('tests/pages/openreview/forum-institutions.html');

const ARTICLE = `<!doctype html><title>J</title>
<meta name="citation_title" content="Patient Gardeners and Their Invented Journal">
<meta name="citation_author" content="Field, Ada"><meta name="citation_doi" content="10.5555/inv.7"><p>Words.</p>`;

function testPage(file: string): [address: string, html: string] {
  const html = readFileSync(file, 'utf8');
  return [/<!-- address: (\S+) -->/.exec(html)?.[1] ?? '', html];
}

/** What tests of sites have at hand. */
interface Fixtures {
  /** The popup, opened by a real click on the toolbar button over a page. */
  clickOver: (page: Page) => Promise<Page>;
  /** A page in a new tab. */
  visit: (address: string) => Promise<Page>;
  /** The list of sites in the library. */
  openSites: () => Promise<Page>;
  /** Keys of the digests in the library now. */
  digests: () => Promise<string[]>;
  /** What the toolbar button shows over all tabs, and over the tab of the day page. */
  badge: () => Promise<string>;
  badgeAtDay: () => Promise<string>;
}

/** Tests with a page of OpenReview, a day of Hugging Face and a journal that no adapter knows, over a fresh library. */
export const test = withGleaner.extend<Fixtures & { served: undefined }>({
  clickOver: async ({ gleaner }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (page) => {
      for (const popup of opened.splice(0)) await popup.close();
      const popup = await clickToolbarButton(gleaner, page);
      opened.push(popup);
      await waitUntilDrawn(popup.page);
      return popup.page;
    });
    for (const popup of opened) await popup.close();
  },
  visit: async ({ gleaner }, use) =>
    use(async (address) => {
      const page = await gleaner.context.newPage();
      await page.goto(address);
      return page;
    }),
  openSites: async ({ gleaner }, use) =>
    use(async () => {
      const page = await gleaner.context.newPage();
      await page.setViewportSize({ width: 1100, height: 1000 });
      await page.goto(extensionAddress(gleaner, 'library.html#sites'));
      await waitUntilDrawn(page);
      return page;
    }),
  digests: async ({ readDatabase }, use) =>
    use(async () => rows<{ key: string }>(await readDatabase(), 'digests').map(({ key }) => key)),
  badge: async ({ gleaner }, use) => use(() => gleaner.worker.evaluate('chrome.action.getBadgeText({})')),
  badgeAtDay: async ({ gleaner }, use) =>
    use(() =>
      gleaner.worker.evaluate(
        `chrome.tabs.query({ url: '${DAY}' }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      ),
    ),
  served: [
    async ({ servePages, waitForPreload }, use) => {
      await servePages({
        [DAY]: dayPage('2026-05-12', sampleEntries(6)),
        [FORUM]: FORUM_PAGE,
        [JOURNAL]: ARTICLE,
        'https://journal.example/about': '<!doctype html><title>About</title><p>Nothing to read.</p>',
      });
      await waitForPreload();
      await use(undefined);
    },
    { auto: true },
  ],
});

export const expect = test.expect;
