import type { GleanerBrowser } from '../../scripts/browser.ts';

/** As much of the browser's own page of extensions as this needs. */
declare const chrome: {
  developerPrivate: {
    addHostPermission(extensionId: string, host: string): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
};

type Rig = Pick<GleanerBrowser, 'context' | 'extensionId'>;

/**
 * Agrees beforehand that the extension may read a host: its question is then answered at once, and no window opens, which
 * nobody could answer in a headless browser. Where access was withdrawn, it is given back.
 */
export async function agreeTo({ context, extensionId }: Rig, pattern: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [
    extensionId,
    pattern,
  ] as const);
  await page.close();
}

/** Withdraws access to all sites, as a person does on the browser's page of extensions. */
export async function withdrawAll({ context, extensionId }: Rig): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const change = { extensionId, hostAccess: 'ON_SPECIFIC_SITES' };
  await page.evaluate((wanted) => chrome.developerPrivate.updateExtensionConfiguration(wanted), change);
  await page.close();
}
