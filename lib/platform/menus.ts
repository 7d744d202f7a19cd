import { browser } from 'wxt/browser';
import { t } from './text.ts';

/** A link on which the user chose "Save to Gleaner". */
export interface ChosenLink {
  address: string;
  tabId?: number;
  frameId: number;
  /** The link's text, from browsers that tell it. */
  text?: string;
  isPrivate: boolean;
}

type Tab = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[1];

const SAVE = 'save-link';
const READ = 'read-page';

/**
 * Puts the entries into the browser's menus, in place of those of before.
 * @param linkPatterns where links to papers lead to
 */
export async function makeMenus(linkPatterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE,
    title: t('menuSaveLink'),
    contexts: ['link'],
    targetUrlPatterns: [...linkPatterns],
  });
  browser.contextMenus.create({
    id: READ,
    title: t('readPage'),
    contexts: ['page'],
    documentUrlPatterns: ['https://*/*'],
  });
}

/** Calls back when an entry is chosen. */
export function onMenu(deeds: { save(link: ChosenLink): void; read(tab: NonNullable<Tab>): void }): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === READ && tab) deeds.read(tab);
    if (info.menuItemId !== SAVE || !info.linkUrl) return;
    const { frameId = 0, linkUrl: address } = info;
    const text: unknown = Reflect.get(info, 'linkText');
    deeds.save({
      address,
      frameId,
      isPrivate: tab?.incognito ?? false,
      ...(tab?.id !== undefined && { tabId: tab.id }),
      ...(typeof text === 'string' && { text }),
    });
  });
}

/** Calls back when the keys of the command "Read this page" are pressed. */
export function onReadCommand(read: (tab: NonNullable<Tab>) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === READ && tab) read(tab);
  });
}
