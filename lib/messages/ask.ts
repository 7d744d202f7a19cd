import { browser } from 'wxt/browser';
import type { MessageKind, Protocol, RefusalCode, Reply } from './protocol.ts';
import { replyFrom } from './reply.ts';

/** How often a message is sent, and how long each time is waited for an answer: a worker that hangs must not hold the rest. */
export const PATIENCE = { tries: 5, tryMs: 10_000, firstPauseMs: 150 } as const;

export type Answer<Kind extends MessageKind> =
  | { ok: true; value: Protocol[Kind]['answer'] }
  | { ok: false; code: RefusalCode | 'no-answer' | 'extension-gone' };

/** Called once, when the first try has brought no answer: what is asked may now outlive the page. */
export type Doubt = () => void;

/**
 * Sends a message to the background and waits for its answer. A worker that dies on the way shows as a rejection, as
 * `undefined`, or as no answer at all; each means "not done", and the same message goes out again.
 * @returns the answer; or the last refusal; or `no-answer` when five tries brought none; or `extension-gone` when this
 *   page outlived the extension that wrote into it (an update or removal)
 */
export function ask<Kind extends MessageKind>(
  kind: Kind,
  request: Protocol[Kind]['request'],
  doubt?: Doubt,
): Promise<Answer<Kind>> {
  return askAgain(kind, request, doubt);
}

/**
 * Sends a request as an earlier page kept it, like `ask`. What was kept is not looked at here: the background checks
 * every message whole.
 */
export async function askAgain<Kind extends MessageKind>(
  kind: Kind,
  request: unknown,
  doubt?: Doubt,
): Promise<Answer<Kind>> {
  let last: Answer<Kind> = { ok: false, code: 'no-answer' };
  for (let attempt = 0; attempt < PATIENCE.tries; attempt += 1) {
    if (attempt > 0) await pause(PATIENCE.firstPauseMs * 2 ** attempt);
    if (!browser.runtime?.id) return { ok: false, code: 'extension-gone' };
    const reply = await send<Kind>(kind, request);
    if (reply?.ok) return reply;
    last = { ok: false, code: reply?.code ?? 'no-answer' };
    if (reply && !reply.retry) return last;
    if (attempt === 0) doubt?.();
  }
  return last;
}

async function send<Kind extends MessageKind>(
  kind: Kind,
  request: unknown,
): Promise<Reply<Protocol[Kind]['answer']> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE.tryMs, undefined);
  });
  try {
    return replyFrom(kind, await Promise.race([browser.runtime.sendMessage({ kind, request }), late]));
  } catch (error) {
    // The worker was stopped, or was not there yet: the browser says so by rejecting. Anything else is a bug of ours.
    if (error instanceof Error) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
