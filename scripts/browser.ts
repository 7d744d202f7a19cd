import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { copyWithHosts } from './copy-with-hosts.ts';
import { bringChromium, isRoot } from './install-chromium.ts';
import { askedByExtension, NETWORK_LOG } from './network-log.ts';
import { chromiumBuild } from './project.ts';
import { messageOf, Stop, say } from './say.ts';

/** A Chromium with Gleaner in a fresh profile. */
export interface GleanerBrowser {
  context: BrowserContext;
  /** The extension's host in `chrome-extension://…`. */
  extensionId: string;
  worker: Worker;
  /** The profile's folder; removed by `close`. */
  profile: string;
  /** Ends the browser. Returns the addresses that the extension asked of the network stack since its first instruction. */
  close(): Promise<{ asked: string[] }>;
}

export interface LaunchOptions {
  /** Show the window. */
  headed?: boolean;
  /** Let no name be resolved, so that nothing that slips past interception reaches a network. Default true. */
  offline?: boolean;
  /** How the pages are drawn. */
  scale?: number;
  /** A folder to use and to leave behind, so that a later launch finds the same library. */
  profile?: string;
  /** The folder of a profile to begin with a copy of, where a fresh one would only be brought to that state again. */
  copyOf?: string;
  /** The folder of the extension to load, where it is not the one that is built. */
  build?: string;
  /**
   * Match patterns that the extension may read from the start, or all optional sites: no question can be answered in a
   * headless browser. It is a copy of the build that asks for them at installation.
   */
  hosts?: 'all' | readonly string[];
  /** A port of this computer that answers in place of another one of it. */
  standIn?: { for: number; port: number };
}

/** The popup's size in pixels, for the tab that stands in for it. */
export const POPUP_SIZE = { width: 420, height: 600 };

const QUIET_FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--remote-debugging-port=0',
  // For a click on the toolbar button, which gives access to the page in front as a person's click does.
  '--enable-unsafe-extension-debugging',
  // A popup is cut to what the screen leaves below the toolbar, and the screen of a headless browser is 800 × 600.
  '--screen-info={1600x1200}',
  '--window-size=1280,1000',
];
const NOWHERE = 'MAP * ~NOTFOUND, EXCLUDE localhost';

/**
 * Starts Chromium with the built extension in a temporary profile.
 * @throws {Stop} when there is no Chromium, it does not start, or it does not load the extension
 */
export async function launchGleaner(options: LaunchOptions = {}): Promise<GleanerBrowser> {
  const executablePath = bringChromium();
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'gleaner-'));
  const forget = () => {
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', forget); // also when the person presses Ctrl+C
  if (options.copyOf) cpSync(options.copyOf, profile, { recursive: true });
  const copy = options.hosts && copyWithHosts(options.build ?? chromiumBuild, options.hosts, profile);
  const context = await launch(executablePath, profile, copy ? { ...options, build: copy } : options);
  const close = async () => {
    await context.close();
    const asked = askedByExtension(join(profile, NETWORK_LOG));
    forget();
    process.off('exit', forget);
    return { asked };
  };
  const worker = await extensionWorker(context);
  if (worker) return { context, extensionId: new URL(worker.url()).host, worker, profile, close };
  await close();
  throw new Stop(
    `${executablePath} did not load the extension: either its manifest is refused (chrome://extensions says why) or this is Google's own build, which loads none.`,
  );
}

async function launch(executablePath: string, profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const { headed = false, offline = true, scale = 1, build = chromiumBuild, standIn } = options;
  const extension = [`--disable-extensions-except=${build}`, `--load-extension=${build}`];
  const start = (sandbox: boolean) =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      headless: !headed,
      // Without a locale of Unicode a browser gives files with other letters in their names another name.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      chromiumSandbox: sandbox,
      ...(headed ? { viewport: null } : { deviceScaleFactor: scale, locale: 'en-US' }),
      args: [...QUIET_FLAGS, `--log-net-log=${join(profile, NETWORK_LOG)}`, ...namesOf(offline, standIn), ...extension],
    });
  try {
    return await start(!isRoot()); // Chromium refuses to run sandboxed for the administrator
  } catch (error) {
    if (!/no usable sandbox/i.test(String(error)))
      throw new Stop(`${executablePath} did not start: ${messageOf(error)}`);
    say('This machine does not allow Chromium its sandbox: starting without it.');
    return start(false);
  }
}

/** How names and addresses are resolved. What is excluded cannot be mapped, so a stand-in is all of 127.0.0.1. */
function namesOf(offline: boolean, standIn: LaunchOptions['standIn']): string[] {
  const here = standIn ? `MAP 127.0.0.1:${standIn.for} 127.0.0.1:${standIn.port}` : 'EXCLUDE 127.0.0.1';
  const rules = [here, ...(offline ? [NOWHERE] : [])].join(', ');
  return offline || standIn ? [`--host-resolver-rules=${rules}`] : [];
}

async function extensionWorker(context: BrowserContext): Promise<Worker | undefined> {
  const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension://');
  const running = context.serviceWorkers().find(isOurs);
  if (running) return running;
  try {
    return await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

/** The address of a file of the extension, such as `popup.html`. */
export function extensionAddress(gleaner: Pick<GleanerBrowser, 'extensionId'>, file: string): string {
  return `chrome-extension://${gleaner.extensionId}/${file}`;
}

/**
 * Opens the popup's page in a tab of the popup's size. Here downloads and the colour scheme are the test's own.
 * @param prepare is given the tab before the popup loads in it
 */
export async function openPopupTab(
  { context, extensionId }: GleanerBrowser,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(POPUP_SIZE);
  await prepare?.(page);
  await page.goto(extensionAddress({ extensionId }, 'popup.html'));
  return page;
}

/** Ends the background worker as the browser does when it is idle; the next message or event starts it again. */
export async function stopWorker(gleaner: Pick<GleanerBrowser, 'context' | 'extensionId'>): Promise<void> {
  const stop = await aimAtWorker(gleaner);
  await stop();
}

/**
 * Finds the running worker, so that it can then be ended at once.
 * @returns ends that very worker; does nothing when none runs
 */
export async function aimAtWorker({
  context,
  extensionId,
}: Pick<GleanerBrowser, 'context' | 'extensionId'>): Promise<() => Promise<void>> {
  const session = await browserSession(context);
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId);
  return async () => {
    if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
    await session.detach();
  };
}

/** A connection to the browser itself. */
export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this profile, so the worker cannot be stopped.');
  return browser.newBrowserCDPSession();
}
