import type { Receipt } from '../lib/domain/capture.ts';
import type { GleanerBrowser } from './browser.ts';
import { rows } from './kept.ts';
import { SAMPLE_ADDRESS, sampleDigest } from './sample-digest.ts';
import { messageOf, Stop, say } from './say.ts';
import { readDatabase, type Stored, waitForCapture } from './stored.ts';
import { serve } from './traffic.ts';

const LIVE_ADDRESS = 'https://huggingface.co/papers';
const LIVE_WAIT_MS = 5_000;

/** What opening a digest page brought. */
export interface Opened {
  address: string;
  /** Whether it was the site's own page rather than our sample. */
  isLive: boolean;
  receipt: Receipt;
}

/** Whether Hugging Face's papers can be reached from here within five seconds. */
export async function isSiteInReach(): Promise<boolean> {
  try {
    const answer = await fetch(LIVE_ADDRESS, { signal: AbortSignal.timeout(LIVE_WAIT_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    // No network, no such name, a proxy that refuses, or too slow: for this purpose they are all the same.
    if (error instanceof Error) return false;
    throw error;
  }
}

/**
 * Opens today's digest, or the sample at its real address where there is no network or the site shows no papers.
 * @param before the library before
 * @throws {Stop} when nothing is captured
 */
export async function openDigest(gleaner: GleanerBrowser, before: Stored, isLive: boolean): Promise<Opened> {
  const live = isLive ? await visit(gleaner, before, LIVE_ADDRESS) : undefined;
  if (live && live.papers > 0) return { address: LIVE_ADDRESS, isLive: true, receipt: live };
  if (isLive) say('The live page showed no papers that could be read: opening a sample page instead.');
  await serve(gleaner.context, { [SAMPLE_ADDRESS]: await sampleDigest() });
  const receipt = await visit(gleaner, await readDatabase(gleaner), SAMPLE_ADDRESS);
  if (receipt) return { address: SAMPLE_ADDRESS, isLive: false, receipt };
  throw new Stop(`Gleaner captured nothing from the sample page at ${SAMPLE_ADDRESS}.`);
}

/** Opens a page and returns the receipt of its capture, if there was one. */
async function visit(gleaner: GleanerBrowser, before: Stored, address: string): Promise<Receipt | undefined> {
  const page = await gleaner.context.newPage();
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 20_000 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    say(`${address} did not open: ${messageOf(error)}`);
    return undefined;
  }
  return newestReceipt(before, await waitForCapture(gleaner, { before }));
}

function newestReceipt(before: Stored, after: Stored): Receipt | undefined {
  const known = new Set(rows<Receipt>(before, 'receipts').map((receipt) => JSON.stringify(receipt)));
  const fresh = rows<Receipt>(after, 'receipts').filter((receipt) => !known.has(JSON.stringify(receipt)));
  return fresh.sort((a, b) => a.seenAt.localeCompare(b.seenAt)).at(-1);
}
