import { browser } from 'wxt/browser';

/**
 * Opens a web page in a new tab.
 * @param address already checked (`webAddress`)
 * @param behind leaves the user where they are
 */
export async function openPage(address: string, behind = false): Promise<void> {
  await browser.tabs.create({ url: address, active: !behind });
}

/**
 * Opens the library in a tab of its own, or goes to another place in it where it is open here.
 * @param place one of its places, such as `backup`
 */
export async function openLibrary(place = ''): Promise<void> {
  if (location.pathname === '/library.html') location.hash = place;
  else await openPage(libraryAddress(place));
}

/** The address of a place in the library. */
export function libraryAddress(place: string): string {
  return `${browser.runtime.getURL('/')}library.html#${place}`;
}

/** Opens the browser's own dialog for printing this page. */
export function printPage(): void {
  print();
}

/** Opens a place of the library in a tab of its own and brings its window to the front, from wherever the user is. */
export async function openInFront(place: string): Promise<void> {
  const url = libraryAddress(place);
  const all = await browser.windows.getAll({ windowTypes: ['normal'] });
  const open = all.filter(({ incognito }) => !incognito);
  const { id } = open.find(({ focused }) => focused) ?? open[0] ?? {};
  if (id === undefined) {
    await browser.windows.create({ url });
    return;
  }
  await browser.tabs.create({ url, windowId: id });
  await browser.windows.update(id, { focused: true });
}
