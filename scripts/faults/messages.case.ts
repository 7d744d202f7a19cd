import type { RefusalCode } from '../../lib/messages/protocol.ts';
import type { Sender } from '../../lib/messages/sender.ts';
import { serve } from '../../lib/messages/serve.ts';
import {
  PAGE_SENDER,
  spoiltCaptures,
  UNKNOWN_MESSAGES,
  WHOLE_CAPTURE,
  WRONG_SENDERS,
} from '../../tests/hostile/payloads.ts';
import { noted } from '../../tests/hostile/service.ts';
import { extensionAddress, type GleanerBrowser, launchGleaner } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { readDatabase, waitForPreload } from '../stored.ts';
import { serve as servePages } from '../traffic.ts';
import { type ContentWorld, contentWorld } from './content-world.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';

const GOOD = { kind: 'capture', request: WHOLE_CAPTURE };
const ADDRESS = 'https://huggingface.co/nothing-to-read';
const LARGE = /5 MB|10,000/;
const LARGE_EVERY = 12; // in the short form: each takes half a second on its way to the worker

/** One message that must be refused with a code, and what came back for it. */
interface Try {
  name: string;
  code: RefusalCode;
  reply: unknown;
}

/**
 * Sends every malformed message from the content script of a real page, a good one from pages that may not, and a good
 * one from every wrong sender that only a forger could be. Nothing may be written, and the worker must go on.
 */
export const messages: FaultCase = {
  name: 'messages',
  async run({ long }) {
    ensureBuilt();
    const gleaner = await launchGleaner();
    try {
      return await tryAll(gleaner, long);
    } finally {
      await gleaner.close();
    }
  },
};

async function tryAll(gleaner: GleanerBrowser, long: boolean): Promise<FaultResult> {
  await waitForPreload(gleaner);
  await servePages(gleaner.context, { [ADDRESS]: '<!doctype html><title>Nothing</title>' });
  const page = await gleaner.context.newPage();
  await page.goto(ADDRESS);
  const before = JSON.stringify(await readDatabase(gleaner));
  const inPage = { world: await contentWorld(page, gleaner.extensionId), long };
  const malformed = await sendAll(inPage, 'malformed', spoiltCaptures().map(asCapture));
  const unknown = await sendAll(inPage, 'unknown-message', UNKNOWN_MESSAGES);
  const strangers = [await fromPopup(gleaner), ...(await fromForgers())];
  const after = JSON.stringify(await readDatabase(gleaner));
  const good = await send(inPage.world, GOOD);
  const tries = [...malformed, ...unknown, ...strangers];
  const failures = tries.filter(isNotRefused).map(said);
  if (before !== after) failures.push('something was written');
  if (!isOk(good)) failures.push(`the worker takes a good capture no more: ${JSON.stringify(good)}`);
  const note = `${malformed.length} malformed, ${unknown.length} unknown, ${strangers.length} from wrong senders`;
  return { tried: tries.length, lost: 0, duplicated: 0, partial: 0, failures, note };
}

function asCapture([name, request]: [string, unknown]): [string, unknown] {
  return [name, { kind: 'capture', request }];
}

async function sendAll(
  { world, long }: { world: ContentWorld; long: boolean },
  code: RefusalCode,
  all: readonly [string, unknown][],
): Promise<Try[]> {
  const chosen = all.filter(([name], index) => long || !LARGE.test(name) || index % LARGE_EVERY === 0);
  const tries: Try[] = [];
  for (const [name, message] of chosen) tries.push({ name, code, reply: await send(world, message) });
  return tries;
}

function send(world: ContentWorld, message: unknown): Promise<unknown> {
  return world.run(`chrome.runtime.sendMessage(JSON.parse(${JSON.stringify(JSON.stringify(message ?? null))}))`);
}

/** The popup can send to the worker, and is no page of a site. */
async function fromPopup({ context, extensionId }: GleanerBrowser): Promise<Try> {
  const popup = await context.newPage();
  await popup.goto(extensionAddress({ extensionId }, 'popup.html'));
  const reply: unknown = await popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(GOOD)})`);
  await popup.close();
  return { name: 'a good capture from the popup', code: 'wrong-sender', reply };
}

/** No test can put on what the browser itself says of a sender, so these go past it to the routes. */
async function fromForgers(): Promise<Try[]> {
  const senders: [string, Sender, RefusalCode][] = [
    ...WRONG_SENDERS.map(([name, sender]): [string, Sender, RefusalCode] => [name, sender, 'wrong-sender']),
    ['a private window', { ...PAGE_SENDER, tab: { incognito: true } }, 'private-window'],
  ];
  const tries: Try[] = [];
  for (const [name, sender, code] of senders) {
    const { service, taken } = noted();
    const reply = await serve(service, GOOD, sender);
    tries.push({ name: `a good capture from ${name}`, code, reply: taken.length > 0 ? 'taken in' : reply });
  }
  return tries;
}

function isNotRefused({ code, reply }: Try): boolean {
  return typeof reply !== 'object' || reply === null || !('code' in reply) || reply.code !== code;
}

function said({ name, reply }: Try): string {
  return `${name} was answered with ${JSON.stringify(reply)?.slice(0, 100)}`;
}

function isOk(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
}
