import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { writeBackup } from '../../lib/backup/write.ts';
import { exportMarkdown, search, textOf } from '../../scripts/popup-hand.ts';
import { sampleEntry } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { recordsInTurn, sampleBackup } from '../samples/backup.ts';
import { bytesIn } from '../samples/backup-bytes.ts';
import { readBibtex } from '../samples/bibtex-reader.ts';
import { CAPTURED, DAY, expect, statusTab, test, titles } from './popup-page.ts';

type FormatName = 'formatMarkdown' | 'formatBibtex' | 'formatCsv' | 'formatJson';

async function choose(popup: Page, format: FormatName): Promise<void> {
  const dialog = popup.getByRole('dialog');
  if (!(await dialog.isVisible())) await popup.getByRole('button', { name: textOf('export'), exact: true }).click();
  await dialog.getByRole('radio', { name: textOf(format), exact: true }).check();
}

/** Downloads the list in a format. @returns the file's name and text */
async function download(popup: Page, format: FormatName): Promise<{ name: string; text: string }> {
  await choose(popup, format);
  const downloading = popup.waitForEvent('download');
  await popup
    .getByRole('dialog')
    .getByRole('button', { name: textOf('exportDownload'), exact: true })
    .click();
  const file = await downloading;
  await expect(popup.getByRole('dialog').getByRole('status')).toContainText(file.suggestedFilename());
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** The titles in a file, read by a program of its format. */
const READERS: Record<FormatName, { extension: string; read: (text: string) => string[] }> = {
  formatMarkdown: {
    extension: 'md',
    read: (text) => text.split('\n').flatMap((line) => /^- \[[ x]\] (.*)$/.exec(line)?.[1] ?? []),
  },
  formatBibtex: { extension: 'bib', read: (text) => readBibtex(text).map(({ fields }) => fields.get('title') ?? '') },
  formatCsv: { extension: 'csv', read: (text) => readCsv(text).map((row) => row.Title ?? '') },
  formatJson: { extension: 'json', read: (text) => readJson(text).map(({ title }) => title) },
};

function readCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

function readJson(text: string): { title: string; status: string }[] {
  return JSON.parse(text).papers;
}

for (const [format, { extension, read }] of Object.entries(READERS) as [FormatName, (typeof READERS)[FormatName]][]) {
  test(`${extension} holds exactly the papers that the list shows, in its order`, async ({ openTab }) => {
    const popup = await openTab();
    await search(popup, 'attention');
    await expect(statusTab(popup, 'statusUnread')).not.toContainText('181');
    const shown = await titles(popup);
    expect(shown.length).toBeGreaterThan(1);
    const { name, text } = await download(popup, format);
    expect(name).toMatch(new RegExp(`^gleaner-Unread-.*attention.*\\.${extension}$`));
    const written = beginnings(read(text));
    await expect(statusTab(popup, 'statusUnread')).toHaveText(`Unread${written.length}`);
    expect(written.slice(0, shown.length)).toEqual(beginnings(shown));
  });
}

/** How titles begin, in letters and digits: what no format writes in a way of its own. */
function beginnings(all: readonly string[]): string[] {
  return all.map((title) => title.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 20));
}

test('the whole list is exported, not only the rows in the document', async ({ openTab }) => {
  const popup = await openTab();
  for (const [format, { read }] of Object.entries(READERS) as [FormatName, (typeof READERS)[FormatName]][]) {
    const { text } = await download(popup, format);
    expect(read(text), format).toHaveLength(181);
  }
});

test('a selection is exported instead of the list', async ({ give, installed, openTab }) => {
  await give(installed.captured);
  const popup = await openTab();
  const [first = '', , third = ''] = await titles(popup);
  await popup.keyboard.press('v');
  await popup.keyboard.press('j');
  await popup.keyboard.press('j');
  await popup.keyboard.press('v');
  await popup.keyboard.press('e');
  await expect(popup.getByRole('dialog')).toContainText('2 selected papers');
  const { text } = await download(popup, 'formatJson');
  expect(readJson(text).map(({ title }) => title)).toEqual([first, third]);
});

test('the status is kept: a paper that was read is a done task', async ({ give, installed, openTab }) => {
  await give(installed.captured);
  const popup = await openTab();
  await popup.keyboard.press('r');
  await statusTab(popup, 'statusAll').click();
  await expect(popup.locator('[data-status="read"]')).toHaveCount(1);
  const file = await exportMarkdown(popup);
  const tasks = readFileSync(await file.path(), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- ['));
  expect(tasks).toHaveLength(181 + CAPTURED);
  expect(tasks.filter((line) => line.startsWith('- [x]'))).toHaveLength(1);
  expect(tasks[0]).toContain('- [x] [Patient gardeners: harvest number 1');
  expect(tasks[0]).toContain('(https://arxiv.org/abs/2605.00001)');
});

test('copying puts the same text on the clipboard as downloading in the file', async ({ installed, openTab }) => {
  await installed.gleaner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await openTab();
  await search(popup, 'attention');
  const { text } = await download(popup, 'formatBibtex');
  await popup
    .getByRole('dialog')
    .getByRole('button', { name: textOf('exportCopy') })
    .click();
  await expect(popup.getByRole('dialog').getByRole('status')).toContainText('Copied');
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

const HOSTILE = '=HYPERLINK("https://evil.example","x") } @string{a={b} [x](javascript:alert(1)) <img src=x>';
test('a hostile title is text in every format', async ({ openTab, visit, rows }) => {
  const entry = sampleEntry(1);
  const hostile = { ...entry, title: HOSTILE, paper: { ...entry.paper, title: HOSTILE } };
  await visit({ [DAY]: dayPage('2026-05-12', [hostile]) }, DAY);
  await expect.poll(async () => (await rows('papers')).length).toBe(182);
  const popup = await openTab();
  await search(popup, 'hyperlink');
  const csv = readCsv((await download(popup, 'formatCsv')).text);
  expect(csv).toHaveLength(1);
  expect(csv[0]?.Title).toBe(`'${HOSTILE}`);
  expect(readBibtex((await download(popup, 'formatBibtex')).text)).toHaveLength(1);
  expect(readJson((await download(popup, 'formatJson')).text)[0]?.title).toBe(HOSTILE);
  const markdown = (await download(popup, 'formatMarkdown')).text;
  expect(markdown).not.toMatch(/(?<!\\)\]\(javascript:|(?<!\\)<img/);
});

const MANY = 2_200;

/** Brings a long list into the library, by way of a backup file. */
async function bringMany(openLibrary: (place?: string) => Promise<Page>): Promise<void> {
  const backup = sampleBackup(MANY);
  const buffer = Buffer.from(await bytesIn(writeBackup(recordsInTurn(backup), backup.header)));
  const library = await openLibrary('backup');
  await library.locator('input[type=file]').setInputFiles({ name: 'many.gz', mimeType: 'application/gzip', buffer });
  await library.getByRole('button', { name: textOf('modeMerge'), exact: true }).click();
  await expect(library.getByRole('status').first()).toContainText('Restored: 2,200 new', { timeout: 60_000 });
  await library.close();
}

test('a long list is too long to copy, its download shows how far it is, and can be stopped', async ({
  installed,
  openLibrary,
  openTab,
}) => {
  await bringMany(openLibrary);
  const popup = await openTab();
  const slowly = await installed.gleaner.context.newCDPSession(popup);
  await choose(popup, 'formatCsv');
  const dialog = popup.getByRole('dialog');
  const ways = { download: textOf('exportDownload'), copy: textOf('exportCopy'), cancel: textOf('cancel') };
  const button = (way: keyof typeof ways) => dialog.getByRole('button', { name: ways[way], exact: true });
  await expect(button('copy')).toBeDisabled();
  await expect(dialog).toContainText('Lists of more than 2,000 papers are too long for the clipboard');
  await slowly.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const downloads: string[] = [];
  popup.on('download', (file) => downloads.push(file.suggestedFilename()));
  await button('download').click();
  await expect(dialog.getByRole('progressbar', { name: textOf('exportWriting') })).toBeVisible();
  await expect(button('download')).toBeDisabled();
  await button('cancel').click();
  await slowly.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);
  await expect(button('download')).toBeEnabled();
  const { text } = await download(popup, 'formatCsv');
  expect(readCsv(text).filter(({ Status }) => Status === 'unread').length).toBeGreaterThan(MANY / 2);
  expect(downloads).toHaveLength(1);
});
