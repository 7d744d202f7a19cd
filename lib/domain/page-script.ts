import { SITES, type Site, siteOfHost } from './sites.ts';

/** The packaged script that reads the pages of a site. */
const SITE_SCRIPTS = {
  huggingface: '/content-scripts/huggingface.js',
  arxiv: '/content-scripts/arxiv.js',
  alphaxiv: '/content-scripts/alphaxiv.js',
  paperscool: '/content-scripts/paperscool.js',
  openreview: '/content-scripts/openreview.js',
  semanticscholar: '/content-scripts/semanticscholar.js',
  pubmed: '/content-scripts/pubmed.js',
  acl: '/content-scripts/acl.js',
  biorxiv: '/content-scripts/biorxiv.js',
  europepmc: '/content-scripts/europepmc.js',
  scholar: '/content-scripts/scholar.js',
} as const satisfies Record<keyof typeof SITES, string>;

/** The packaged script that reads pages of no site, when the user asks for one. */
const ANY_PAGE_SCRIPT = '/content-scripts/page.js';

export type PageScript = (typeof SITE_SCRIPTS)[keyof typeof SITE_SCRIPTS] | typeof ANY_PAGE_SCRIPT;

/** The packaged script that reads pages of a site; the one for any page where there is no site. */
export function scriptOf(site: Pick<Site, 'id'> | undefined): PageScript {
  return site && isKnown(site.id) ? SITE_SCRIPTS[site.id] : ANY_PAGE_SCRIPT;
}

/**
 * The packaged script that reads the page at an address.
 * @returns undefined for anything but https: what comes of a page must be from where it says
 */
export function pageScriptFor(address: string | undefined): PageScript | undefined {
  const url = URL.parse(address ?? '');
  return url?.protocol === 'https:' ? scriptOf(siteOfHost(url.hostname)) : undefined;
}

function isKnown(id: string): id is keyof typeof SITES {
  return Object.hasOwn(SITES, id);
}
