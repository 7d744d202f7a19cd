import { hostMatches } from '../domain/host.ts';
import type { SiteAdapter } from './adapter.ts';
import { huggingface } from './huggingface.ts';

/** Adapters of the sites that are read from the first day on. */
export const installedAdapters: readonly SiteAdapter[] = [huggingface];

/** Adapters of the sites that are read when the user has asked for it. */
export const optionalAdapters: readonly SiteAdapter[] = [];

/** Every adapter that belongs to a site. */
export const adapters: readonly SiteAdapter[] = [...installedAdapters, ...optionalAdapters];

/** The adapter, of some, that reads pages of this host. */
export function adapterFor(some: readonly SiteAdapter[], host: string): SiteAdapter | undefined {
  return some.find((adapter) => adapter.hosts.some((pattern) => hostMatches(host, pattern)));
}
