import { webAddress } from '../domain/web-address.ts';

// Browsers take these signs in an address, RFC 3986 does not, and programs that check one complain.
const NOT_IN_ADDRESS = /[{}|\\^`<>"[\]]/g;

/** An address that may be opened, with nothing in its path and behind it that RFC 3986 does not allow. */
export function strictAddress(text: string | undefined): string | undefined {
  const address = webAddress(text);
  const path = address?.indexOf('/', 'https://'.length) ?? 0;
  return address && address.slice(0, path) + address.slice(path).replace(NOT_IN_ADDRESS, encodeURIComponent);
}
