import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { search, textOf } from '../../scripts/popup-hand.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { readBibtex } from '../samples/bibtex-reader.ts';
import { TITLE_READERS } from '../samples/title-readers.ts';
import { CAPTURED, DAY, expect, fitsWidth, test } from './popup-page.ts';

type Text = Parameters<typeof textOf>[0];

async function openExport(page: Page, format: Text): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: textOf('export'), exact: true }).click();
  await dialog.getByRole('radio', { name: textOf(format), exact: true }).check();
}

async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: textOf('exportDownload'), exact: true })
    .click();
  const file = await downloading;
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(file.suggestedFilename());
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function keysIn(page: Page): Promise<string[]> {
  return readBibtex((await download(page)).bytes.toString()).map(({ key }) => key);
}

function preview(page: Page) {
  return page.getByRole('dialog').getByRole('region', { name: /^Preview/ });
}

/** How titles begin, in letters and digits: what no format writes in a way of its own. */
function beginnings(all: readonly string[]): string[] {
  return all.map((title) => title.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20));
}

for (const where of ['popup', 'library'] as const) {
  test(`every format is downloaded from the ${where} with every paper of the list in its order`, async ({
    openTab,
    openLibrary,
  }) => {
    test.setTimeout(120_000);
    const page = await (where === 'popup' ? openTab() : openLibrary());
    await openExport(page, 'formatJson');
    const papers: { title: string }[] = JSON.parse((await download(page)).bytes.toString()).papers;
    const expected = beginnings(papers.map(({ title }) => title));
    expect(expected).toHaveLength(181);
    for (const { name, extension, read } of TITLE_READERS) {
      await openExport(page, name);
      await expect(preview(page)).not.toBeEmpty();
      expect(await fitsWidth(page), name).toBe(true);
      const file = await download(page);
      expect(file.name).toMatch(new RegExp(`^gleaner-Unread-.*\\.${extension}$`));
      expect(beginnings(read(file.bytes)), name).toEqual(expected);
    }
  });
}

test('order, groups and abstracts are seen in preview and file, and are remembered', async ({ openTab }) => {
  const popup = await openTab();
  await search(popup, 'attention');
  await openExport(popup, 'formatOrg');
  const dialog = popup.getByRole('dialog');
  await dialog.getByLabel(textOf('exportOrder')).selectOption({ label: textOf('orderTitle') });
  await dialog.getByLabel(textOf('exportGroups')).selectOption({ label: textOf('groupStatus') });
  await dialog.getByLabel(textOf('exportAbstracts')).uncheck();
  await dialog.getByLabel(textOf('exportKeys')).selectOption({ label: textOf('keysArxiv') });
  await expect(preview(popup)).toContainText('* Unread');
  const text = (await download(popup)).bytes.toString();
  const sorted = [...text.matchAll(/^\*\* TODO (.*)$/gm)].map(([, title = '']) => title.toLowerCase());
  expect(sorted.length).toBeGreaterThan(2);
  expect(sorted).toEqual([...sorted].sort());
  expect(text).toMatch(/^\* Unread$/m);
  expect(text).not.toMatch(/^[^*:#\n].{200}/m);
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await popup.reload();
  await popup.getByRole('button', { name: textOf('export'), exact: true }).click();
  await expect(dialog.getByRole('radio', { name: textOf('formatOrg'), exact: true })).toBeChecked();
  await expect(dialog.getByLabel(textOf('exportOrder'))).toHaveValue('title');
  await expect(dialog.getByLabel(textOf('exportGroups'))).toHaveValue('status');
  await expect(dialog.getByLabel(textOf('exportKeys'))).toHaveValue('arxiv');
  await expect(dialog.getByLabel(textOf('exportAbstracts'))).not.toBeChecked();
});

test('citation keys stay when titles change and another style is chosen; looking at a preview gives none', async ({
  give,
  installed,
  openTab,
  visit,
}) => {
  await give(installed.captured);
  const popup = await openTab();
  await search(popup, 'gardeners');
  await openExport(popup, 'formatBibtex');
  await expect(preview(popup)).toContainText('@misc{field2026patient,');
  const dialog = popup.getByRole('dialog');
  // A preview in another style gives no key either.
  await dialog.getByLabel(textOf('exportKeys')).selectOption({ label: textOf('keysArxiv') });
  await expect(preview(popup)).toContainText('@misc{field2026patientgardenersharvestnumber,');
  await expect(dialog).not.toContainText('of these papers');
  await dialog.getByLabel(textOf('exportKeys')).selectOption({ label: textOf('keysScholar') });
  const given = await keysIn(popup);
  expect(given).toEqual(['', 'a', 'b', 'c', 'd', 'e'].map((letter) => `field2026patient${letter}`));
  await expect(dialog).toContainText(`${CAPTURED} of these papers have one.`);
  const renamed = sampleEntries(CAPTURED).map((entry) => {
    const title = `Restless ${entry.paper.title} and of what came after`;
    return { ...entry, title, paper: { ...entry.paper, title } };
  });
  const next = DAY.replace('05-12', '05-13');
  await visit({ [next]: dayPage('2026-05-13', renamed) }, next);
  await expect(popup.locator('.paper h2').first()).toContainText('Restless');
  await dialog.getByLabel(textOf('exportKeys')).selectOption({ label: textOf('keysBetterBibtex') });
  await expect(preview(popup)).toContainText('Restless');
  expect((await keysIn(popup)).sort()).toEqual(given);
});

test('one paper is copied from where it is read, under the key of its export', async ({
  give,
  installed,
  openLibrary,
  openTab,
}) => {
  await installed.gleaner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await give(installed.captured);
  for (const open of [openTab, openLibrary]) {
    const page = await open();
    await page.keyboard.press('Enter');
    const ways = page.locator('.detail').getByRole('group', { name: textOf('copyPaper'), exact: true });
    const copied = async (way: Text, told: Text) => {
      await ways.getByRole('button', { name: textOf(way) }).focus();
      await page.keyboard.press('Enter');
      await expect(ways.getByRole('status')).toHaveText(textOf(told));
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('copyCitation', 'copiedCitation')).toBe(
      'Ada Field, Bo Orchard 1 (2026). Patient gardeners: harvest number 1 of a long field study. arXiv:2605.00001. https://arxiv.org/abs/2605.00001',
    );
    expect(await copied('copyLink', 'copiedLink')).toBe(
      '[Patient gardeners: harvest number 1 of a long field study](https://arxiv.org/abs/2605.00001)',
    );
    const [entry] = readBibtex(await copied('copyBibtex', 'copiedBibtex'));
    expect(entry?.key).toBe('field2026patient');
    // Another style makes another key, of papers that have none.
    await page.evaluate(() => localStorage.setItem('export', JSON.stringify({ keyStyle: 'arxiv' })));
    await page.close();
  }
});
