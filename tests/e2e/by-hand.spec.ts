import { rows } from '../../scripts/kept.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { DAY, expect, JOURNAL, test } from './sites-page.ts';

const isDay = (key: string) => key.startsWith('huggingface:day:2026-05-12');

test('"Read this page" reads a page of no known site, once, without access to it', async ({
  gleaner,
  visit,
  clickOver,
  digests,
}) => {
  const page = await visit(JOURNAL);
  const popup = await clickOver(page);
  await popup.getByRole('button', { name: textOf('readPage') }).click();
  await expect(popup.getByText('1 paper read, 1 new.')).toBeVisible();
  expect((await digests()).filter((key) => key.startsWith('web:'))).toHaveLength(1);
  const has = "chrome.permissions.contains({ origins: ['https://journal.example/*'] })";
  expect(await gleaner.worker.evaluate(has)).toBe(false);
});

test('"Read this page" says so when there is no paper, and where the browser keeps a page to itself', async ({
  visit,
  clickOver,
}) => {
  const page = await visit('https://journal.example/about');
  let popup = await clickOver(page);
  await popup.getByRole('button', { name: textOf('readPage') }).click();
  await expect(popup.getByText(textOf('readPageNone'))).toBeVisible();
  await page.goto('chrome://version');
  popup = await clickOver(page);
  await popup.getByRole('button', { name: textOf('readPage') }).click();
  await expect(popup.getByText(textOf('readPageClosed'))).toBeVisible();
});

/** Runs in the worker: what pressing the keys of the command does. */
const PRESS = `chrome.tabs.query({ url: '${DAY}' }).then(([tab]) => chrome.commands.onCommand.dispatch('read-page', tab))`;

test('the command reads the page in front although its site is off, and the badge says that it is done', async ({
  gleaner,
  visit,
  openSites,
  digests,
  badgeAtDay,
}) => {
  const sites = await openSites();
  await sites.locator('[data-site="huggingface"]').getByRole('switch').click();
  await visit(DAY);
  await gleaner.worker.evaluate(PRESS);
  await expect.poll(badgeAtDay).toBe('✓');
  await expect.poll(async () => (await digests()).filter(isDay).length).toBe(1);
  await expect.poll(badgeAtDay).toMatch(/^(?:\d+|99\+)$/);
});

test('"Save to Gleaner" takes a link in under the title that it bears, or a stand-in, and says so', async ({
  gleaner,
  visit,
  readDatabase,
  badgeAtDay,
}) => {
  const page = await visit(DAY);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://arxiv.org/abs/2503.01234';
    link.textContent = 'An Invented Paper Behind a Link';
    document.body.append(link);
  });
  const save = (address: string) =>
    gleaner.worker.evaluate(`chrome.tabs.query({ url: '${DAY}' }).then(([tab]) => chrome.contextMenus.onClicked.dispatch(
      { menuItemId: 'save-link', linkUrl: '${address}', frameId: 0, editable: false }, tab))`);
  await save('https://arxiv.org/abs/2503.01234');
  await expect.poll(badgeAtDay).toBe('✓');
  await expect.poll(badgeAtDay).toMatch(/^(?:\d+|99\+)$/);
  await save('https://openreview.net/forum?id=inv3nt3d01');
  await expect.poll(badgeAtDay).toBe('✓');
  const { digests: all, papers } = await readDatabase();
  expect(all).toContainEqual(expect.objectContaining({ key: 'link:saved', size: 2 }));
  const titleOf = (key: string) =>
    rows<{ keys: string[]; descriptions: { facts: { title: string } }[] }>({ papers: papers ?? [] }, 'papers').find(
      ({ keys }) => keys.includes(key),
    )?.descriptions[0]?.facts.title;
  expect(titleOf('arxiv:2503.01234')).toBe('An Invented Paper Behind a Link');
  expect(titleOf('openreview:inv3nt3d01')).toBe('OpenReview:inv3nt3d01');
  await expect.poll(badgeAtDay).toMatch(/^(?:\d+|99\+)$/);
  await save('https://arxiv.org/abs/2503.01234');
  await expect.poll(badgeAtDay).toBe('✓');
});

test('the address bar offers papers of the library, and leads to them or to a search', async ({
  gleaner,
  visit,
  waitForCapture,
  stopWorker,
}) => {
  await visit(DAY);
  const before = await waitForCapture();
  await stopWorker();
  await visit(DAY);
  await waitForCapture({ before });
  const typed = "new Promise((done) => chrome.omnibox.onInputChanged.dispatch('patient harvest', done))";
  const suggestions = await gleaner.worker.evaluate<{ content: string; description: string }[]>(typed);
  expect(suggestions).toHaveLength(5);
  expect(suggestions[0]?.description).toMatch(/^Patient gardeners: .* <dim>· Unread<\/dim>$/);
  expect(suggestions[0]?.content).toMatch(/^https:\/\//);
  const [page] = await Promise.all([
    gleaner.context.waitForEvent('page'),
    gleaner.worker.evaluate("chrome.omnibox.onInputEntered.dispatch('patient harvest', 'newForegroundTab')"),
  ]);
  await expect(page.getByRole('textbox', { name: textOf('searchLabel') })).toHaveValue('patient harvest');
  await expect(page.getByRole('article').first()).toContainText('Patient gardeners');
  const atDay = `chrome.tabs.query({ url: '${DAY}', active: false }).then((tabs) => tabs.length)`;
  const open = await gleaner.worker.evaluate<number>(atDay);
  await gleaner.worker.evaluate(`chrome.omnibox.onInputEntered.dispatch('${DAY}', 'newBackgroundTab')`);
  await expect.poll(() => gleaner.worker.evaluate(atDay)).toBe(open + 1);
});
