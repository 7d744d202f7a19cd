import type { SiteAdapter } from './adapter.ts';
import { type HostPattern, hostMatches } from './host.ts';
import { huggingface } from './huggingface.ts';

/** Every adapter. A new site adds its line here. */
export const adapters: readonly SiteAdapter[] = [huggingface];

/** The hosts of all adapters, for the manifest and the content script. */
export function adapterHosts(): HostPattern[] {
  return adapters.flatMap((adapter) => [...adapter.hosts]);
}

/** The adapter that reads pages of this host. */
export function adapterFor(host: string): SiteAdapter | undefined {
  return adapters.find((adapter) => adapter.hosts.some((pattern) => hostMatches(host, pattern)));
}
