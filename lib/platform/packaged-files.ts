import { browser } from 'wxt/browser';

/**
 * Reads a file of the installed extension itself; no request leaves the machine.
 * @throws when the package has no such file
 */
export async function readPackagedFile(path: string): Promise<string> {
  // WXT types the files of public/ only; these are copied from seeds/ at build time.
  const address = new URL(path, browser.runtime.getURL('/'));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The extension holds no file ${path}`);
  return response.text();
}
