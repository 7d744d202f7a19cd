import type { Locator, Page } from '@playwright/test';
import { extensionAddress, type GleanerBrowser } from '../browser.ts';
import { textOf, waitUntilDrawn } from '../popup-hand.ts';

const SHORT_TYPED = 60;
const DRAWN_MS = 40;

/** Is called at each surface with the number of strings that it shows. */
export type Look = (surface: string, page: Page, strings: number) => Promise<void>;
/** Looks at a surface that shows one more string, or several. */
type At = (surface: string, strings?: number) => Promise<void>;

export interface Walk {
  gleaner: GleanerBrowser;
  file: string;
  texts: readonly string[];
  /** Of the surfaces that take long to open, only every so many strings are tried. */
  every: number;
  /** Of the rows of the list and of the searches one in so many is left out; none without it. */
  leavesOut?: number | undefined;
}

/** Brings everything to sight that a page of the extension can show of a paper or a list, and looks at each. */
export async function walk({ gleaner, file, texts, every, leavesOut }: Walk, look: Look): Promise<void> {
  const page = await gleaner.context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => problems.push(`a dialog: ${dialog.message()}`));
  const at: At = (surface, strings = 1) => look(`${file} ${surface}`, page, strings);
  await page.goto(extensionAddress(gleaner, file));
  await waitUntilDrawn(page);
  await at('list', texts.length);
  const isTried = (_: unknown, index: number) => leavesOut === undefined || index % leavesOut !== 0;
  await eachRow(page, texts.map(isTried), at);
  const some = texts.filter((_, index) => index % every === 0);
  await eachSearch(page, texts.filter(isTried), at);
  await eachExport(page, some, at);
  await eachImport(page, some, at);
  await page.getByRole('button', { name: textOf('filters') }).click();
  await at('filters', texts.length);
  await page.close();
  if (problems.length > 0) throw new Error(`${file} failed: ${problems.join('; ')}`);
}

async function eachRow(page: Page, areTried: readonly boolean[], at: At): Promise<void> {
  for (const isTried of areTried) {
    if (isTried) {
      await page.keyboard.press('Enter');
      await at('detail');
      await page.keyboard.press('s');
      await page.locator('.toast').waitFor();
      await at('toast');
    }
    await page.keyboard.press('j');
  }
}

/** Types each text, so that it is marked where it is found. */
async function eachSearch(page: Page, texts: readonly string[], at: At): Promise<void> {
  const field = searchField(page);
  for (const text of texts) {
    await field.fill(text.slice(0, SHORT_TYPED));
    await page.waitForTimeout(DRAWN_MS);
    await at('search');
  }
  await field.fill('');
}

/** The dialog names what it exports by what was searched for. */
async function eachExport(page: Page, texts: readonly string[], at: At): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const text of texts) {
    await searchField(page).fill(text.slice(0, SHORT_TYPED));
    await page.getByRole('button', { name: textOf('export'), exact: true }).click();
    await dialog.waitFor();
    await at('export');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await searchField(page).fill('');
}

/** What cannot be taken in is shown with the reason. */
async function eachImport(page: Page, texts: readonly string[], at: At): Promise<void> {
  await page.getByRole('button', { name: textOf('import'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const text of texts) {
    await dialog.getByRole('textbox').fill(`May 12\n\n${text.slice(0, 300)}\n`);
    await dialog.getByRole('button', { name: textOf('importTake') }).click();
    await page.waitForTimeout(DRAWN_MS);
    await at('import');
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

function searchField(page: Page): Locator {
  return page.getByRole('textbox', { name: textOf('searchLabel') });
}
