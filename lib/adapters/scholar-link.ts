import { doiIdentifier, type Identifier } from '../domain/identifier.ts';
import { bareDoi } from './biorxiv-address.ts';
import { linkedIdentifier } from './linked-identifier.ts';

// Publishers write the DOI into the path behind one of these words, and behind it at most the form of the text.
const DOI_IN_PATH =
  /\/(?:doi(?:\/[a-z]{1,10})?|articles?|chapter|book|protocol|content(?:\/pdf)?)\/(10\.\d{4,9}\/[^/]+)(?:\/(?:full|abstract|fulltext|full-text|pdf|epdf|html|meta|summary))?\/?$/i;
const FORM = /(?:\.(?:full|abstract|short|pdf|epdf|html?|full\.pdf|full-text))+$/i;
const PREPRINT_HOST = /(?:^|\.)(?:bio|med)rxiv\.org$/;

/**
 * The identifier of the paper to which the title of a result links: an address of arXiv, doi.org, PubMed or OpenReview, or
 * one of a publisher that holds a DOI with no room for doubt where it ends.
 */
export function identifierInAddress(href: string | undefined): Identifier | undefined {
  const known = linkedIdentifier(href);
  if (known) return known;
  const url = href === undefined ? null : URL.parse(href);
  const doi = DOI_IN_PATH.exec(url?.pathname.replace(/%2F/gi, '/') ?? '')?.[1]?.replace(FORM, '');
  if (!url || !doi || doi.includes('%')) return undefined;
  return PREPRINT_HOST.test(url.hostname) ? bareDoi(doi) : doiIdentifier(doi);
}
