import type { Page } from '@playwright/test';
import { openPopupTab } from '../browser.ts';
import { chooseShelf, textOf, waitUntilDrawn } from '../popup-hand.ts';
import { sampleCapture } from './captures.ts';
import { deviation, extentOf, takeCensus } from './census.ts';
import type { Census } from './count-stores.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { readStatuses } from './library-rows.ts';
import { type Rig, type RigOptions, withRig } from './rig.ts';
import type { Sender } from './sender.ts';

const TABS = 8;
const PAPERS = 200;
/** Each capture and each click takes its turn behind the others. */
const PATIENCE_MS = 30_000;
/** Clicks on the way down the list, and then on papers that were marked already. */
const CLICKS = { down: 70, up: 30 };

/** Eight tabs hand in the same new papers at once, again and again, while somebody reads in the popup. */
export function tabsOn(options: RigOptions): FaultCase {
  return {
    name: 'tabs',
    run: ({ long }) => withRig(options, (rig) => floodAndRead(rig, long ? 10 : 3)),
  };
}

export const tabs = tabsOn({});

async function floodAndRead(rig: Rig, rounds: number): Promise<FaultResult> {
  const result: FaultResult = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] };
  const senders: Sender[] = [];
  for (let tab = 0; tab < TABS; tab += 1) senders.push(await rig.openSender());
  const popup = await openPopupTab(rig.gleaner);
  await waitUntilDrawn(popup);
  await chooseShelf(popup, textOf('statusAll'));
  const [fresh, clicked] = await Promise.all([flood(rig, senders, rounds, result), read(popup)]);
  const lost = await countLost(rig, clicked);
  if (lost > 0) result.failures.push(`Of ${clicked.size} papers marked in the popup, ${lost} are not as left.`);
  result.lost += lost;
  if (fresh !== rounds * PAPERS) result.failures.push(`${fresh} papers were reported new, not ${rounds * PAPERS}.`);
  const clicks = CLICKS.down + CLICKS.up;
  result.note = `Σ new ${fresh} of ${rounds * PAPERS}; ${clicks} clicks on ${clicked.size} papers, ${lost} lost`;
  return result;
}

/** @returns how many papers were reported as new, over all tabs and rounds */
async function flood(rig: Rig, senders: readonly Sender[], rounds: number, result: FaultResult): Promise<number> {
  let fresh = 0;
  for (let round = 0; round < rounds; round += 1) {
    const capture = sampleCapture(round, PAPERS);
    const before = await takeCensus(rig.gleaner, capture.digest.key);
    const sent = await Promise.all(senders.map((sender) => sender.send(capture, PATIENCE_MS)));
    for (const { outcome, said } of sent) {
      if (outcome !== 'ok') result.failures.push(`Round ${round}: a send ended ${outcome} ${said}`);
    }
    fresh += sent.reduce((sum, { receipt }) => sum + (receipt?.new ?? 0), 0);
    judgeRound(before, await takeCensus(rig.gleaner, capture.digest.key), result);
  }
  return fresh;
}

function judgeRound(before: Census, after: Census, result: FaultResult): void {
  const added = { papers: PAPERS, sightings: PAPERS };
  const { lost, duplicated } = deviation(before, after, added);
  result.tried += TABS;
  result.lost += lost;
  result.duplicated += duplicated;
  if (extentOf(before, after, added) !== 'whole') result.partial += 1;
}

/** Marks papers as read and some of them as unread again. @returns the status in which each was left, by its title */
async function read(popup: Page): Promise<Map<string, string>> {
  const left = new Map<string, string>();
  for (let click = 0; click < CLICKS.down + CLICKS.up; click += 1) {
    const title = await popup.evaluate(clickOnCurrent, [textOf('markRead'), textOf('markUnread')]);
    if (title) left.set(title, left.get(title) === 'read' ? 'unread' : 'read');
    await popup.keyboard.press(click < CLICKS.down ? 'j' : 'k');
    await popup.evaluate(() => new Promise(requestAnimationFrame));
  }
  return left;
}

/** Runs in the popup: clicks the read button of the row that is marked as current. @returns the title of that row */
function clickOnCurrent(labels: string[]): string {
  const row = document.querySelector('.paper.is-current');
  const buttons = [...(row?.querySelectorAll('button') ?? [])];
  const button = buttons.find((each) => labels.includes(each.getAttribute('aria-label') ?? ''));
  button?.click();
  return (button && row?.querySelector('h2')?.textContent) ?? '';
}

/** How many papers are not in the status in which they were left, once the popup has written all of it. */
async function countLost(rig: Rig, left: ReadonlyMap<string, string>): Promise<number> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const statuses = await readStatuses(rig.gleaner);
    const wrong = [...left].filter(([title, status]) => statuses.get(title) !== status).length;
    if (wrong === 0 || Date.now() > end) return wrong;
  }
}
