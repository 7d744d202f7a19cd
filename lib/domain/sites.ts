import type { SiteId } from './digest.ts';
import { type HostPattern, hostMatches } from './host.ts';

/** When a site is read: from the first day on, or when the user has asked for it. */
export type Access = 'install' | 'ask';

/** A site whose pages Gleaner reads; its adapter does the reading. */
export interface Site {
  id: SiteId;
  /** The site's own name, shown as it is. */
  label: string;
  /** The only source of the manifest's hosts and of where content scripts run. */
  hosts: readonly HostPattern[];
  access: Access;
}

/** Every site by its id. A new site begins with a line here. */
export const SITES = {
  huggingface: { id: 'huggingface', label: 'Hugging Face', hosts: ['huggingface.co'], access: 'install' },
  arxiv: {
    id: 'arxiv',
    label: 'arXiv',
    hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'],
    access: 'install',
  },
  alphaxiv: { id: 'alphaxiv', label: 'alphaXiv', hosts: ['www.alphaxiv.org', 'alphaxiv.org'], access: 'ask' },
  paperscool: { id: 'paperscool', label: 'papers.cool', hosts: ['papers.cool'], access: 'ask' },
  openreview: { id: 'openreview', label: 'OpenReview', hosts: ['openreview.net'], access: 'ask' },
  semanticscholar: {
    id: 'semanticscholar',
    label: 'Semantic Scholar',
    hosts: ['www.semanticscholar.org'],
    access: 'ask',
  },
  pubmed: { id: 'pubmed', label: 'PubMed', hosts: ['pubmed.ncbi.nlm.nih.gov'], access: 'ask' },
  acl: { id: 'acl', label: 'ACL Anthology', hosts: ['aclanthology.org'], access: 'ask' },
  biorxiv: {
    id: 'biorxiv',
    label: 'bioRxiv and medRxiv',
    hosts: ['www.biorxiv.org', 'www.medrxiv.org'],
    access: 'ask',
  },
  europepmc: { id: 'europepmc', label: 'Europe PMC', hosts: ['europepmc.org'], access: 'ask' },
  scholar: { id: 'scholar', label: 'Google Scholar', hosts: ['scholar.google.com'], access: 'ask' },
} as const satisfies Record<string, Site>;

/** The site of pages that belong to no site above, read when the user asks for this one page. */
export const WEB: SiteId = 'web';

/** Every site, those that are read from the first day on first. */
export const ALL_SITES: readonly Site[] = Object.values(SITES);

/** The sites with this access. */
export function sitesWith(access: Access): Site[] {
  return ALL_SITES.filter((site) => site.access === access);
}

/** The hosts of some sites. */
export function hostsOf(sites: readonly Pick<Site, 'hosts'>[]): HostPattern[] {
  return sites.flatMap(({ hosts }) => [...hosts]);
}

/** The site to which a host belongs. */
export function siteOfHost(host: string): Site | undefined {
  return ALL_SITES.find(({ hosts }) => hosts.some((pattern) => hostMatches(host, pattern)));
}

/** The site's own name; a site that this version does not know goes by its id. */
export function siteLabel(id: SiteId): string {
  return ALL_SITES.find((site) => site.id === id)?.label ?? id;
}
