import { rows } from '../../scripts/kept.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { agreeTo, withdrawAll } from './site-access.ts';
import { DAY, expect, FORUM, test } from './sites-page.ts';

const OPENREVIEW = 'https://openreview.net/*';

const isOpenReview = (key: string) => key.startsWith('openreview:');
const isDay = (key: string) => key.startsWith('huggingface:day:2026-05-12');

test('a site is offered in its place, and captured once it is turned on, the open page first', async ({
  gleaner,
  visit,
  clickOver,
  digests,
}) => {
  await agreeTo(gleaner, OPENREVIEW);
  const page = await visit(FORUM);
  const popup = await clickOver(page);
  await expect(popup.getByText('Capture from OpenReview too?')).toBeVisible();
  expect((await digests()).filter(isOpenReview)).toEqual([]);
  await popup.getByRole('button', { name: textOf('siteTurnOn') }).click();
  await expect(popup.getByText('Papers on OpenReview are captured from now on.')).toBeVisible();
  await expect.poll(async () => (await digests()).filter(isOpenReview).length).toBe(1);
  const registered = 'chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ matches }) => matches))';
  expect(await gleaner.worker.evaluate(registered)).toEqual([[OPENREVIEW]]);
});

test('a site that was turned on is captured at later visits, and no more once it is turned off', async ({
  gleaner,
  visit,
  openSites,
  digests,
  readDatabase,
}) => {
  await agreeTo(gleaner, OPENREVIEW);
  const sites = await openSites();
  const row = sites.locator('[data-site="openreview"]');
  await row.getByRole('switch').click();
  await expect(row).toHaveAttribute('data-state', 'on');
  await visit(FORUM);
  await expect.poll(async () => (await digests()).filter(isOpenReview).length).toBe(1);
  await sites.bringToFront();
  await expect(row).toContainText(/Last read \w+ \d+: Paper page on OpenReview, 1 paper/);
  await row.getByRole('switch').click();
  await expect(row).toHaveAttribute('data-state', 'off');
  const has = `chrome.permissions.contains({ origins: ['${OPENREVIEW}'] })`;
  expect(await gleaner.worker.evaluate(has)).toBe(false);
  const before = JSON.stringify((await readDatabase()).receipts);
  await visit(FORUM);
  await sites.waitForTimeout(2_500);
  expect(JSON.stringify((await readDatabase()).receipts)).toBe(before);
});

test('a question that is refused is said, breaks nothing, and "Not now" is never asked again', async ({
  visit,
  clickOver,
  digests,
}) => {
  const page = await visit(FORUM);
  const popup = await clickOver(page);
  await popup.evaluate('void (chrome.permissions.request = async () => false)');
  await popup.getByRole('button', { name: textOf('siteTurnOn') }).click();
  await expect(popup.getByText(/The browser gave no access to OpenReview/)).toBeVisible();
  await popup.getByRole('button', { name: textOf('siteNotNow') }).click();
  await expect(popup.locator('.site-line')).toHaveCount(0);
  const again = await clickOver(page);
  await again.waitForTimeout(1_000);
  await expect(again.locator('.site-line')).toHaveCount(0);
  expect((await digests()).filter(isOpenReview)).toEqual([]);
});

test('a site whose access is withdrawn is paused, in the popup and in the list, and goes on when it is given back', async ({
  gleaner,
  visit,
  clickOver,
  openSites,
  digests,
}) => {
  await withdrawAll(gleaner);
  const page = await visit(DAY);
  const popup = await clickOver(page);
  await expect(popup.getByText('Gleaner is paused on Hugging Face: the browser has withdrawn access.')).toBeVisible();
  await expect(popup.getByRole('button', { name: textOf('siteGiveAccess') })).toBeVisible();
  expect((await digests()).filter(isDay)).toEqual([]);
  const sites = await openSites();
  const row = sites.locator('[data-site="huggingface"]');
  await expect(row).toHaveAttribute('data-state', 'paused');
  await expect(row).toContainText(textOf('sitePausedWhy'));
  await agreeTo(gleaner, 'https://huggingface.co/*');
  await expect(row).toHaveAttribute('data-state', 'on');
  await page.bringToFront();
  await expect.poll(async () => (await digests()).filter(isDay).length).toBe(1);
});

/** Runs in the page: shows what another state of it shows, without a load. */
function becomeAnother(html: string): void {
  document.body.replaceChildren(...Document.parseHTMLUnsafe(html).body.childNodes);
}

test('a page that was open when access was withdrawn falls silent', async ({ gleaner, visit, readDatabase }) => {
  const page = await visit(DAY);
  const papersRead = async () => rows<{ papers: number }>(await readDatabase(), 'receipts').map(({ papers }) => papers);
  await expect.poll(papersRead).toContain(6);
  await page.bringToFront();
  await page.evaluate(becomeAnother, dayPage('2026-05-12', sampleEntries(8)));
  await expect.poll(papersRead).toContain(8);
  await withdrawAll(gleaner);
  await expect
    .poll(() => gleaner.worker.evaluate("chrome.storage.local.get('site:huggingface')"))
    .toEqual({
      'site:huggingface': { withdrawn: true },
    });
  await page.bringToFront();
  await page.evaluate(becomeAnother, dayPage('2026-05-12', sampleEntries(9)));
  await page.waitForTimeout(2_500);
  expect(await papersRead()).not.toContain(9);
});

test('a site that is switched off is not captured, and an open page is once it is on again', async ({
  visit,
  openSites,
  digests,
}) => {
  const sites = await openSites();
  const row = sites.locator('[data-site="huggingface"]');
  await row.getByRole('switch').click();
  await expect(row).toHaveAttribute('data-state', 'off');
  const page = await visit(DAY);
  await page.waitForTimeout(2_500);
  expect((await digests()).filter(isDay)).toEqual([]);
  await sites.bringToFront();
  await row.getByRole('switch').click();
  await expect(row).toHaveAttribute('data-state', 'on');
  await page.bringToFront();
  await expect.poll(async () => (await digests()).filter(isDay).length).toBe(1);
});

test('a site that has changed is named on the button, in the popup and in the list, with a report to copy', async ({
  gleaner,
  servePages,
  visit,
  openPopupTab,
  openSites,
  badge,
}) => {
  const broken = 'https://huggingface.co/papers/date/2026-05-13';
  await servePages({ [broken]: dayPage('2026-05-13', [], { data: null }) });
  await gleaner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(broken);
  await expect.poll(badge, { timeout: 15_000 }).toBe('!');
  expect(await gleaner.worker.evaluate('chrome.action.getTitle({})')).toBe(
    'Gleaner: Hugging Face seems to have changed',
  );
  const sites = await openSites();
  await expect(sites.locator('[data-site="huggingface"]')).toContainText('no papers could be read on it');
  const popup = await openPopupTab();
  const notice = popup.getByRole('region', { name: textOf('notice') });
  await expect(notice).toContainText('no papers could be read on it');
  await notice.getByRole('button', { name: 'Copy report on Hugging Face' }).click();
  await expect(notice).toContainText(textOf('diagnosticsCopied'));
  const report = await popup.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/^Gleaner [\d.]+\n.*\nsite: huggingface\npage: day at huggingface\.co\/papers\n/);
  expect(report).toContain('problem: site-changed papers × 1');
  expect(report).not.toContain('2026-05-13/');
  await notice.getByRole('button', { name: textOf('dismiss') }).click();
  await expect.poll(badge).toMatch(/^(?:\d+|99\+)$/);
});
