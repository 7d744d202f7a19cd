import { existsSync, readFileSync } from 'node:fs';

// Interception begins after the worker has run for a while; the browser's own log begins with the browser, and names the
// origin on whose behalf each request was made (https://www.chromium.org/developers/design-documents/network-stack/netlog/).
export const NETWORK_LOG = 'network-log.json';

/** The addresses that extensions asked the network for, read from a finished log. */
export function askedByExtension(log: string): string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n');
  const remote = lines.filter((line) => /"initiator":"chrome-extension:/.test(line));
  return remote.flatMap((line) => /"url":"((?:https?|wss?):[^"]*)"/.exec(line)?.[1] ?? []);
}
