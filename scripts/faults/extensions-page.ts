import type { GleanerBrowser } from '../browser.ts';

/** What a user sets on the browser's own page of extensions. */
export interface ExtensionSettings {
  /** Without it the browser does not start an unpacked extension again once it was loaded anew. */
  developerMode?: true;
  /** Lets the extension see private windows; the browser loads it anew. */
  privateWindows?: true;
}

/** As much of the page's own interface as this needs. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
};

/** Sets what is given, as the user would. */
export async function setOnExtensionsPage(
  { context, extensionId }: Pick<GleanerBrowser, 'context' | 'extensionId'>,
  settings: ExtensionSettings,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  if (settings.developerMode) {
    await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  }
  if (settings.privateWindows) {
    await page.evaluate(
      (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }),
      extensionId,
    );
  }
  await page.close();
}
