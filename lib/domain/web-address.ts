const LONGEST = 2_000;

/**
 * Reads a link that may be shown and opened.
 * @returns the normalised address, or undefined for anything but http and https (`javascript:`, `data:`, a bad address)
 */
export function webAddress(text: string | undefined | null, base?: string): string | undefined {
  if (!text || text.length > LONGEST) return undefined;
  const url = URL.parse(text, base);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.username || url.password) return undefined;
  // Percent-encoding can make an address three times as long as it was written.
  return url.href.length > LONGEST ? undefined : url.href;
}
