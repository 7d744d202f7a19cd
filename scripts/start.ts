// npm start: the main job, end to end, in a real browser, and a receipt of what happened.
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type GleanerBrowser, launchGleaner, openPopupTab } from './browser.ts';
import { buildForChromium } from './build.ts';
import { rows } from './kept.ts';
import { isSiteInReach, type Opened, openDigest } from './open-digest.ts';
import { exportMarkdown, takePicture, waitUntilDrawn } from './popup-hand.ts';
import { artifacts, root } from './project.ts';
import { messageOf, runMain, Stop, say } from './say.ts';
import { readDatabase, type Stored, waitForPreload } from './stored.ts';
import { openToolbarPopup } from './toolbar-popup.ts';

const EXAMPLE_DIGESTS = 5;
const folder = join(artifacts, 'start');
const files = {
  list: join(folder, 'reading-list.md'),
  light: join(folder, 'popup-light.png'),
  dark: join(folder, 'popup-dark.png'),
};

await runMain(async () => {
  say('Building Gleaner.');
  buildForChromium();
  const isLive = await isSiteInReach();
  const headed = hasDisplay();
  const gleaner = await launchGleaner({ headed, offline: !isLive });
  try {
    await showMainJob(gleaner, isLive);
    if (headed) await leaveOpen(gleaner);
  } catch (error) {
    if (error instanceof Stop || !(error instanceof Error)) throw error;
    throw new Stop(`Gleaner did not do its main job: ${messageOf(error)}`, { cause: error });
  } finally {
    await gleaner.close();
  }
  return 0;
});

/** Captures a page, exports the list and takes two pictures, and prints the receipt. */
async function showMainJob(gleaner: GleanerBrowser, isLive: boolean): Promise<void> {
  const examples = await waitForPreload(gleaner);
  const missing = EXAMPLE_DIGESTS - (examples.digests?.length ?? 0);
  if (missing > 0) throw new Stop(`Of the ${EXAMPLE_DIGESTS} example digests, ${missing} were not taken in.`);
  const exampleTotals = await totals(gleaner);
  const opened = await openDigest(gleaner, examples, isLive);
  mkdirSync(folder, { recursive: true });
  const popup = await openPopupTab(gleaner);
  await waitUntilDrawn(popup);
  const download = await exportMarkdown(popup);
  await download.saveAs(files.list);
  await takePicture(popup, 'light', files.light);
  await takePicture(popup, 'dark', files.dark);
  await popup.close();
  console.log(writeReceipt(gleaner, opened, exampleTotals, await totals(gleaner)));
}

type Totals = Readonly<Record<'papers' | 'digests' | 'sightings' | 'unread', number>>;

async function totals(gleaner: GleanerBrowser): Promise<Totals> {
  const stored = await readDatabase(gleaner, ['counters', 'papers', 'digests', 'sightings']);
  const unread = rows<{ name: string; value: number }>(stored, 'counters').find(({ name }) => name === 'unread');
  const count = (store: keyof Stored) => stored[store]?.length ?? 0;
  return {
    papers: count('papers'),
    digests: count('digests'),
    sightings: count('sightings'),
    unread: unread?.value ?? 0,
  };
}

function writeReceipt(gleaner: GleanerBrowser, opened: Opened, examples: Totals, now: Totals): string {
  const { receipt } = opened;
  const problems = receipt.problems.map(({ code, part }) => (part ? `${code} (${part})` : code)).join(', ');
  const page = opened.isLive ? opened.address : `${opened.address} (our sample page, served at this address)`;
  const lines = [
    ['Browser', `Chromium ${gleaner.context.browser()?.version() ?? ''} with Gleaner, in a fresh profile`],
    ['Examples', `${examples.papers} papers from ${examples.digests} digests, ${examples.sightings} sightings`],
    ['Page', page],
    ['Captured', `${receipt.papers} papers: ${receipt.new} new, ${receipt.known} already known`],
    ['Problems', problems || 'none'],
    ['Library', `${now.papers} papers, ${now.digests} digests, ${now.sightings} sightings, ${now.unread} unread`],
    ['List', relative(root, files.list)],
    ['Pictures', `${relative(root, files.light)}, ${relative(root, files.dark)}`],
  ];
  return lines.map(([name = '', value]) => `${name.padEnd(10)}${value}`).join('\n');
}

/** Whether a window would be seen by somebody. */
function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Opens the popup and waits until the person has closed the browser. */
async function leaveOpen(gleaner: GleanerBrowser): Promise<void> {
  say('The browser stays open: close its window when you are done.');
  const closed = new Promise((resolve) => gleaner.context.once('close', resolve));
  const popup = openToolbarPopup(gleaner).catch((error: unknown) => {
    // A popup closes when anything else is clicked, even while it opens; the button in the toolbar remains.
    if (!(error instanceof Error)) throw error;
  });
  await Promise.race([closed, popup]);
  await closed;
}
