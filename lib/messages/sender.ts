/** What the browser says of the sender of a message, as far as trust depends on it. */
export interface Sender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { incognito?: boolean | undefined } | undefined;
}

/**
 * The host of the web page whose content script sent a message.
 *
 * A content script runs in a process that a hostile page may control, so only what the browser itself says counts:
 * our own extension, the top frame of a tab, and an https origin (the address, where a browser gives no origin).
 * @returns undefined when any of it is missing or does not fit: closed in doubt
 */
export function pageHostOf(sender: Sender, extensionId: string): string | undefined {
  if (sender.id !== extensionId || !sender.tab || sender.frameId !== 0) return undefined;
  const said = sender.origin ?? sender.url;
  const url = said ? URL.parse(said) : null;
  if (url?.protocol !== 'https:') return undefined;
  // The address must not tell another story than the origin.
  return sender.url && URL.parse(sender.url)?.origin !== url.origin ? undefined : url.host;
}
