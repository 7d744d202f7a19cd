import { hostMatches } from '../domain/host.ts';
import { acl } from './acl.ts';
import type { SiteAdapter } from './adapter.ts';
import { alphaxiv } from './alphaxiv.ts';
import { arxiv } from './arxiv.ts';
import { biorxiv } from './biorxiv.ts';
import { europepmc } from './europe-pmc.ts';
import { huggingface } from './huggingface.ts';
import { openreview } from './openreview.ts';
import { paperscool } from './papers-cool.ts';
import { pubmed } from './pubmed.ts';
import { scholar } from './scholar.ts';
import { semanticScholar } from './semantic-scholar.ts';

/** Every adapter that belongs to a site. The script of a site's pages holds its own alone (`entrypoints/<site>.content`). */
export const adapters: readonly SiteAdapter[] = [
  huggingface,
  arxiv,
  alphaxiv,
  paperscool,
  openreview,
  acl,
  semanticScholar,
  pubmed,
  biorxiv,
  europepmc,
  scholar,
];

/** The adapter, of some, that reads pages of this host. */
export function adapterFor(some: readonly SiteAdapter[], host: string): SiteAdapter | undefined {
  return some.find((adapter) => adapter.hosts.some((pattern) => hostMatches(host, pattern)));
}
