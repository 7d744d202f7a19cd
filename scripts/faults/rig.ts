import type { Worker } from '@playwright/test';
import { aimAtWorker, extensionAddress, type GleanerBrowser, launchGleaner, stopWorker } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { waitForPreload } from '../stored.ts';
import { type Routes, serve } from '../traffic.ts';
import { openSender, type Sender } from './sender.ts';

/** A browser with Gleaner, the example digests taken in, and hands on the worker. */
export interface Rig {
  gleaner: GleanerBrowser;
  /** A page of a known site that shows no digest, and from whose content script messages go out. */
  openSender(): Promise<Sender>;
  /** Finds the running worker; what it returns ends it at once. It starts again at the next message. */
  aim(): Promise<() => Promise<void>>;
  kill(): Promise<void>;
  /** Loads the extension anew, as an update does. Returns when the new worker runs. */
  reload(): Promise<void>;
  /** A random mark that this instance of the worker carries; another one means that it was started anew. */
  instance(): Promise<string>;
  /** Runs an expression in the worker; a promise is waited for. Rejects when no worker runs. */
  runInWorker(expression: string): Promise<unknown>;
}

export interface RigOptions {
  /** The folder of the extension to load; by default the built one, made anew when it is older than its sources. */
  build?: string | undefined;
  /** The folder of a profile to go on with; by default a fresh one. */
  profile?: string;
  /** Pages to serve, besides the one of senders. */
  pages?: Routes;
}

const RELOADED_WITHIN_MS = 15_000;

/** The address that senders open. */
const SENDER_ADDRESS = 'https://huggingface.co/greenhouse';

/** Starts a browser, lets `work` loose on it and ends it, whatever happens. */
export async function withRig<Result>(
  { build, profile, pages = {} }: RigOptions,
  work: (rig: Rig) => Promise<Result>,
): Promise<Result> {
  if (build === undefined) ensureBuilt();
  const gleaner = await launchGleaner({
    ...(build === undefined ? {} : { build }),
    ...(profile === undefined ? {} : { profile }),
  });
  try {
    await waitForPreload(gleaner);
    await serve(gleaner.context, { ...pages, [SENDER_ADDRESS]: '<!doctype html><title>Greenhouse</title>' });
    return await work({
      gleaner,
      openSender: () => openSender(gleaner, SENDER_ADDRESS),
      aim: () => aimAtWorker(gleaner),
      kill: () => stopWorker(gleaner),
      reload: () => reload(gleaner),
      instance: () => instanceOf(gleaner),
      runInWorker: (expression) => runningWorker(gleaner).evaluate(expression),
    });
  } finally {
    await gleaner.close();
  }
}

async function reload(gleaner: GleanerBrowser): Promise<void> {
  const before = await instanceOf(gleaner);
  // The worker is gone before it can answer.
  await runningWorker(gleaner).evaluate('chrome.runtime.reload()').catch(ended);
  for (const end = Date.now() + RELOADED_WITHIN_MS; Date.now() < end; ) {
    const now = await instanceOf(gleaner).catch(ended);
    if (now !== undefined && now !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension did not start again.');
}

/** What is asked of a worker that ends meanwhile is rejected. */
function ended(reason: unknown): undefined {
  if (!(reason instanceof Error)) throw reason;
}

async function instanceOf(gleaner: GleanerBrowser): Promise<string> {
  return runningWorker(gleaner).evaluate(markInstance, crypto.randomUUID());
}

function runningWorker({ context, extensionId }: GleanerBrowser): Worker {
  const address = extensionAddress({ extensionId }, '');
  const worker = context.serviceWorkers().find((each) => each.url().startsWith(address));
  if (!worker) throw new Error('No worker of the extension runs.');
  return worker;
}

/** Runs in the worker: its mark, which it gets when it has none yet. */
function markInstance(mark: string): string {
  const present: unknown = Reflect.get(globalThis, 'faultInstance');
  if (typeof present === 'string') return present;
  Reflect.set(globalThis, 'faultInstance', mark);
  return mark;
}
