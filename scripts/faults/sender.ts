import type { Page } from '@playwright/test';
import type { Capture, Receipt } from '../../lib/domain/capture.ts';
import type { GleanerBrowser } from '../browser.ts';
import { contentWorld } from './content-world.ts';

/** How one message ended, as the page that sent it saw it. */
export interface Sent {
  /** `empty`: the browser settled it without an answer. `unsettled`: nothing at all within the limit. */
  outcome: 'ok' | 'refused' | 'rejected' | 'empty' | 'unsettled';
  /** What was said: the code of a refusal, the reason of a rejection. */
  said: string;
  receipt?: Receipt;
  /** From sending to the end, as the page measured it. */
  ms: number;
}

/** Sends messages from Gleaner's own content script in an open page, once each: what repeats them is the case. */
export interface Sender {
  /** Returns when the message has left. */
  begin(capture: Capture, limitMs?: number): Promise<{ answered: Promise<Sent> }>;
  send(capture: Capture, limitMs?: number): Promise<Sent>;
  /** Sends until the answer is ok, at most 10 times. Returns the last one, and how many times it was sent. */
  sendUntilOk(capture: Capture): Promise<{ last: Sent; times: number }>;
}

/** No send may take longer than this, unless a case says otherwise. */
const SETTLE_MS = 8_000;
const MOST_TRIES = 10;
const PAUSE_MS = 100;

/** Opens a page that is served already, to send from it. */
export async function openSender(
  { context, extensionId }: Pick<GleanerBrowser, 'context' | 'extensionId'>,
  address: string,
): Promise<Sender> {
  const page = await context.newPage();
  await page.goto(address);
  return senderIn(page, extensionId);
}

/** Enters the world of the content script in an open page. */
export async function senderIn(page: Page, extensionId: string): Promise<Sender> {
  const world = await contentWorld(page, extensionId);

  const begin = async (capture: Capture, limitMs = SETTLE_MS) => {
    // Put there first, so that the time measured from here on is not that of carrying it into the page.
    const message = JSON.stringify({ kind: 'capture', request: capture });
    await world.run(`globalThis.faultMessage = ${message}; undefined`);
    return { answered: world.run(`(${sendMessage})(${limitMs})`).then(readSent) };
  };
  const send = async (capture: Capture, limitMs?: number) => (await begin(capture, limitMs)).answered;
  return {
    begin,
    send,
    async sendUntilOk(capture) {
      for (let times = 1; ; times += 1) {
        const last = await send(capture);
        if (last.outcome === 'ok' || times === MOST_TRIES) return { last, times };
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    },
  };
}

/** The content script's own. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Runs in the page. Never rejects: how it went is the answer. */
async function sendMessage(limitMs: number): Promise<unknown> {
  const begun = performance.now();
  const ended = (outcome: object) => ({ ...outcome, ms: performance.now() - begun });
  const late = new Promise((resolve) => setTimeout(() => resolve(ended({ outcome: 'unsettled' })), limitMs));
  const answer = async () => {
    try {
      return ended({ reply: await chrome.runtime.sendMessage(Reflect.get(globalThis, 'faultMessage')) });
    } catch (error) {
      return ended({ outcome: 'rejected', said: String(error) });
    }
  };
  return Promise.race([answer(), late]);
}

function readSent(value: unknown): Sent {
  const { outcome, said, reply, ms } = recordOf(value);
  const time = typeof ms === 'number' ? ms : Number.NaN;
  if (outcome === 'rejected' || outcome === 'unsettled') return { outcome, said: String(said ?? ''), ms: time };
  const { ok, value: receipt, code } = recordOf(reply);
  if (ok === true && isReceipt(receipt)) return { outcome: 'ok', said: '', receipt, ms: time };
  if (ok === false) return { outcome: 'refused', said: String(code), ms: time };
  return { outcome: 'empty', said: JSON.stringify(reply) ?? '', ms: time };
}

function isReceipt(value: unknown): value is Receipt {
  const { digestKey, papers, new: fresh, known } = recordOf(value);
  return typeof digestKey === 'string' && [papers, fresh, known].every((count) => typeof count === 'number');
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
