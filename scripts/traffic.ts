import type { BrowserContext, Page, Request, Route } from '@playwright/test';

/** What was asked of the network since `serve`, as addresses. */
export interface Traffic {
  /** Answered with one of our pages. */
  served: string[];
  /** Refused, as everything else is. */
  refused: string[];
  /** Asked for by the extension itself: its worker, its pages or its content script. Must stay empty. */
  fromExtension: string[];
}

/** Pages by address, as text or as the bytes of a file. A fragment is ignored, as it never reaches a server. */
export type Routes = Readonly<Record<string, string | Buffer>>;

/**
 * Answers known addresses with our HTML, refuses every other request and keeps a record of both. Addresses of the
 * extension itself pass.
 */
export async function serve(context: BrowserContext, routes: Routes): Promise<Traffic> {
  const pages = new Map(Object.entries(routes).map(([address, html]) => [withoutFragment(address), html]));
  const traffic = await recordExtensionRequests(context);
  await context.route(isRemote, async (route: Route, request: Request) => {
    const html = pages.get(withoutFragment(request.url()));
    if (html === undefined || request.resourceType() !== 'document') {
      traffic.refused.push(request.url());
      await route.abort('blockedbyclient');
      return;
    }
    traffic.served.push(request.url());
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  return traffic;
}

/** Keeps a record of what the extension itself asks of the network; nothing is intercepted. */
export async function recordExtensionRequests(context: BrowserContext): Promise<Traffic> {
  const traffic: Traffic = { served: [], refused: [], fromExtension: [] };
  context.on('request', (request) => {
    if (isRemote(new URL(request.url())) && isOfExtension(request)) traffic.fromExtension.push(request.url());
  });
  const watch = (page: Page) => watchContentScripts(context, page, traffic);
  await Promise.all(context.pages().map(watch));
  context.on('page', (page) => void watch(page));
  return traffic;
}

function isOfExtension(request: Request): boolean {
  const worker = request.serviceWorker();
  if (worker) return worker.url().startsWith('chrome-extension:');
  // A navigation has no frame to speak of yet; the one that led to it is not known here.
  return !request.isNavigationRequest() && request.frame().url().startsWith('chrome-extension:');
}

/** To Playwright a content script's request is the page's; the browser knows whose script began it. */
async function watchContentScripts(context: BrowserContext, page: Page, traffic: Traffic): Promise<void> {
  try {
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ request, initiator }) => {
      const begunByUs = initiator.stack?.callFrames.some(({ url }) => url.startsWith('chrome-extension:'));
      if (begunByUs && isRemote(new URL(request.url)) && !page.url().startsWith('chrome-extension:')) {
        traffic.fromExtension.push(request.url);
      }
    });
    await session.send('Network.enable');
  } catch (error) {
    // A page that closes while it is being watched asks for nothing any more.
    if (!(error instanceof Error) || !/closed|detached|No target/i.test(error.message)) throw error;
  }
}

function isRemote(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'ws:' || url.protocol === 'wss:';
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
