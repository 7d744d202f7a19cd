import { textOf } from '../../scripts/popup-hand.ts';
import { readDatabase } from '../../scripts/stored.ts';
import { SAMPLE_FILES } from './import-files.ts';
import { choose, drop, paste } from './import-hand.ts';
import { expect, test } from './popup-page.ts';

const DIGEST = SAMPLE_FILES.find(({ kind }) => kind === 'a text digest');
if (!DIGEST) throw new Error('A sample file is missing');

const REFUSED: readonly [kind: string, name: string, content: string | Buffer, code: string][] = [
  ['Latin-1', 'old.bib', Buffer.from('@misc{a, title={Caf\u00e9}}', 'latin1'), 'encoding'],
  ['a PDF', 'paper.pdf', '%PDF-1.7\n', 'binary'],
  ['JSON that is cut', 'cut.json', '[{"title":"A', 'broken-json'],
  ['a web page', 'page.html', '<!doctype html><title>Papers</title>', 'web-page'],
  ['other JSON', 'settings.json', '{"theme":"dark"}', 'unknown'],
  ['BibTeX without a paper', 'empty.bib', '@comment{nothing}\n@misc{a, year=2020}', 'nothing'],
  ['a digest without a day', 'digest.txt', 'A Title Without a Day\n\nSomething.\n', 'digest-unreadable'],
  ['a backup that is cut', 'b.ndjson', '{"format":"gleaner-backup","version":1', 'backup-unreadable'],
];
for (const [kind, name, content, code] of REFUSED) {
  test(`${kind} is refused with a reason, and nothing is taken in`, async ({ installed, openTab }) => {
    const popup = await openTab();
    const before = await readDatabase(installed.gleaner);
    const dialog = await choose(popup, name, content);
    await expect(dialog.locator(`[data-code="${code}"]`)).toBeVisible();
    expect(await readDatabase(installed.gleaner)).toEqual(before);
  });
}

test('a digest with a mistake is refused with its line', async ({ openTab }) => {
  const popup = await openTab();
  const dialog = await paste(popup, `${DIGEST.text}\nTurnips\n`);
  await expect(dialog).toContainText('Line 11: no abstract follows the title “Turnips”.');
  // It is there to be corrected.
  await expect(dialog.getByRole('textbox', { name: textOf('importPaste') })).toHaveValue(/Turnips/);
});

test('ten thousand entries are read and taken in with progress, and undo takes them out', async ({
  openLibrary,
  rows,
}) => {
  test.setTimeout(180_000);
  const page = await openLibrary();
  const begun = Date.now();
  const dialog = await drop(page, 'many.bib', manyEntries(10_000));
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  const button = dialog.getByRole('button', { name: 'Add 10,000 papers' });
  await button.waitFor({ timeout: 60_000 });
  const read = Date.now();
  await button.click();
  await expect(dialog).toContainText('Added 10,000 papers', { timeout: 60_000 });
  console.log(`10,000 entries: read in ${read - begun} ms, taken in in ${Date.now() - read} ms`);
  await dialog.getByRole('button', { name: textOf('undo'), exact: true }).click();
  await expect(page.locator('.toast')).toContainText('Undone.', { timeout: 60_000 });
  expect(await rows('papers')).toHaveLength(181);
});

function manyEntries(count: number): string {
  const abstract = 'We dig a row, wait for rain, and write down what comes up. '.repeat(15);
  return Array.from({ length: count }, (_, n) => {
    const number = `${21 + Math.floor(n / 90_000)}01.${String(n).padStart(5, '0')}`;
    return `@misc{b${n},
  title = {{Beans} of Kind ${n}: A Na{\\"\\i}ve Study of $x^{${n}}$},
  author = {Sprout, Ada and van Root, Bo and {Gemini Team}},
  year = {2021}, month = jan, eprint = {${number}}, archivePrefix = {arXiv},
  keywords = {garden, kind ${n % 50}},
  abstract = {${abstract}}
}
`;
  }).join('\n');
}
