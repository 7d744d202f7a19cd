import type { ListedPaper } from '../domain/listed-paper.ts';
import { identifierValue, mainLink, type Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import type { ZoteroWith } from '../domain/zotero.ts';
import { familyOf, type Name, namesOf } from '../exporters/person-name.ts';
import { isoDate, publicationOf } from '../exporters/publication.ts';
import { readStatus } from '../exporters/read-status.ts';

export type ZoteroCreator =
  | { creatorType: 'author'; firstName: string; lastName: string }
  | { creatorType: 'author'; lastName: string; fieldMode: 1 };

/** An item as Zotero's connector sends it (zotero/zotero `server_connector.js`). Only fields of its type. */
export interface ZoteroItem {
  /** Ours, and unique among the items of one request. */
  id: string;
  itemType: 'preprint' | 'journalArticle';
  title: string;
  creators: ZoteroCreator[];
  abstractNote?: string;
  /** Of preprints only. */
  repository?: string;
  archiveID?: string;
  /** Of articles only. */
  publicationTitle?: string;
  DOI?: string;
  date?: string;
  url?: string;
  libraryCatalog?: string;
  accessDate?: string;
  extra?: string;
  tags: { tag: string }[];
  notes: never[];
  attachments: never[];
  seeAlso: never[];
}

const ARXIV_DOI = /^10\.48550\/arxiv\./i;
// Prefixes of preprint servers: bioRxiv and medRxiv (whose publisher's journals go on with a letter), SSRN, Research
// Square, OSF, Preprints.org, ChemRxiv, TechRxiv, Authorea.
const PREPRINT_DOI =
  /^10\.(?:1101\/\d|64898\/|(?:2139|21203|31219|31234|31235|20944|26434|36227|22541)\/)|^10\.48550\/arxiv\./i;

/**
 * A paper as Zotero's own translators give it: a preprint in its repository, or, with the DOI of a journal, an article.
 * What is not known is left out. The note of the user stays here: a note of Zotero's is a text of its own.
 */
export function itemOf({ paper, entry }: ListedPaper, along: ZoteroWith): ZoteroItem {
  const arxiv = identifierValue(paper, 'arxiv');
  const published = publicationOf(paper);
  const status = along.status ? readStatus(entry.status) : undefined;
  const fields = {
    abstractNote: text(paper.abstract),
    ...(isArticle(paper) ? articleFields(paper) : preprintFields(paper)),
    date: published && isoDate(published),
    url: webAddress(mainLink(paper)),
    libraryCatalog: arxiv && 'arXiv.org',
    // The day on which the paper came into the library, as in a BibLaTeX file.
    accessDate: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(entry.addedAt)?.[0].concat('Z'),
    // zotero-reading-list finds the status there.
    extra: [arxiv && `arXiv:${arxiv}`, status && `Read_Status: ${status}`].filter(Boolean).join('\n') || undefined,
  };
  return {
    id: `paper-${paper.id}`,
    itemType: isArticle(paper) ? 'journalArticle' : 'preprint',
    title: text(paper.title) ?? arxiv ?? '?',
    creators: namesOf(paper.authors).map(creatorOf),
    ...known(fields),
    tags: along.tags ? entry.tags.flatMap((tag) => text(tag) ?? []).map((tag) => ({ tag })) : [],
    notes: [],
    attachments: [],
    seeAlso: [],
  };
}

/** As in Zotero's translator for arXiv: a DOI that is not a preprint's makes it an article. */
function isArticle(paper: Paper): boolean {
  const doi = identifierValue(paper, 'doi');
  return doi !== undefined && !PREPRINT_DOI.test(doi);
}

function articleFields(paper: Paper) {
  return { publicationTitle: text(paper.venue), DOI: identifierValue(paper, 'doi') };
}

function preprintFields(paper: Paper) {
  const arxiv = identifierValue(paper, 'arxiv');
  const doi = identifierValue(paper, 'doi');
  return {
    repository: arxiv ? 'arXiv' : text(paper.venue),
    archiveID: arxiv && `arXiv:${arxiv}`,
    DOI: arxiv && (!doi || ARXIV_DOI.test(doi)) ? `10.48550/arXiv.${arxiv}` : doi,
  };
}

/** Zotero has no place of its own for particle and suffix: it reads the one in the family name, the other behind a comma. */
function creatorOf(name: Name): ZoteroCreator {
  if ('group' in name) return { creatorType: 'author', lastName: name.group, fieldMode: 1 };
  const firstName = name.suffix ? `${name.given}, ${name.suffix}` : name.given;
  return { creatorType: 'author', firstName, lastName: familyOf(name) };
}

function text(value: string | undefined): string | undefined {
  return foldWhitespace(value ?? '') || undefined;
}

/** The fields that have a value. */
function known<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | ''> };
function known(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}
