import type { CDPSession, Page } from '@playwright/test';

/** The world of our content script in a page: its code runs with what the browser gives to that script, no more. */
export interface ContentWorld {
  /** Runs an expression there; a promise is waited for. What it gives must be JSON. */
  run(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Enters the world of the content script in the page's top frame.
 * @throws when the extension has no content script there within 5 s
 */
export async function contentWorld(page: Page, extensionId: string): Promise<ContentWorld> {
  const session = await page.context().newCDPSession(page);
  const contextId = await contextOf(session, `chrome-extension://${extensionId}`);
  return {
    async run(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => session.detach(),
  };
}

function contextOf(session: CDPSession, origin: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No content script runs in this page.')), 5_000);
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin !== origin) return;
      clearTimeout(timer);
      resolve(context.id);
    });
    session.send('Runtime.enable').catch(reject);
  });
}
