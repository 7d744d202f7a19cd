import { browser } from 'wxt/browser';
import type { MessageKind, Protocol, RefusalCode, Reply } from './protocol.ts';

const TRIES = 5;
const FIRST_PAUSE_MS = 150;

export type Answer<Kind extends MessageKind> =
  | { ok: true; value: Protocol[Kind]['answer'] }
  | { ok: false; code: RefusalCode | 'no-answer' | 'extension-gone' };

/**
 * Sends a message to the background and waits for its answer. A worker that dies on the way shows as a rejection or as
 * `undefined`; both mean "not done", and the same message goes out again.
 * @returns the answer; or a refusal; or `no-answer` after five tries; or `extension-gone` when this page outlived the
 *   extension that wrote into it (an update or removal)
 */
export async function ask<Kind extends MessageKind>(
  kind: Kind,
  request: Protocol[Kind]['request'],
): Promise<Answer<Kind>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await pause(FIRST_PAUSE_MS * 2 ** attempt);
    if (!browser.runtime?.id) return { ok: false, code: 'extension-gone' };
    const reply = await send<Kind>(kind, request);
    if (reply?.ok) return reply;
    if (reply && !reply.retry) return { ok: false, code: reply.code };
  }
  return { ok: false, code: 'no-answer' };
}

async function send<Kind extends MessageKind>(
  kind: Kind,
  request: Protocol[Kind]['request'],
): Promise<Reply<Protocol[Kind]['answer']> | undefined> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ kind, request });
    return isReply<Protocol[Kind]['answer']>(reply) ? reply : undefined;
  } catch (error) {
    // The worker was stopped, or was not there yet: the browser says so by rejecting. Anything else is a bug of ours.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function isReply<Value>(reply: unknown): reply is Reply<Value> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return 'value' in reply;
  return reply.ok === false && 'code' in reply && 'retry' in reply;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
