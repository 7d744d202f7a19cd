import type { Problem, Receipt } from '../lib/domain/capture.ts';
import type { Description, PaperRow } from '../lib/domain/description.ts';
import type { Digest } from '../lib/domain/digest.ts';
import { type Facts, type Links, linksOf, type Source } from '../lib/domain/paper.ts';
import { resolvePaper } from '../lib/domain/resolve.ts';
import type { Stored } from './stored.ts';
import type { SightingRow } from './unpacked.ts';

/** A paper as the library keeps it from one digest. Facts that the page does not hold are absent. */
export interface KeptPaper extends Omit<Facts, 'page' | 'pdf' | 'code' | 'project'> {
  identifiers: string[];
  rank: number;
  upvotes?: number;
  comments?: number;
  links: Links;
  /** Where on the page it was read. */
  source: Source;
}

/** One digest with its papers in page order, and what was wrong while they were read. */
export interface KeptDigest {
  digest: Digest;
  papers: KeptPaper[];
  problems: Problem[];
}

/** The digests taken in between two states of the database, in the order of their last capture. */
export function capturesSince(before: Stored, after: Stored): KeptDigest[] {
  const known = new Set((before.receipts ?? []).map((receipt) => JSON.stringify(receipt)));
  const receipts = rows<Receipt>(after, 'receipts').filter((receipt) => !known.has(JSON.stringify(receipt)));
  receipts.sort((a, b) => a.seenAt.localeCompare(b.seenAt));
  const keys = [...new Set(receipts.map(({ digestKey }) => digestKey).reverse())].reverse();
  return keys.flatMap((key) => {
    const digest = rows<Digest>(after, 'digests').find((candidate) => candidate.key === key);
    if (!digest) return [];
    const problems = receipts.filter(({ digestKey }) => digestKey === key).flatMap((receipt) => receipt.problems);
    return [{ digest, papers: papersOf(key, after), problems: withoutRepeats(problems) }];
  });
}

function papersOf(digestKey: string, stored: Stored): KeptPaper[] {
  const papers = new Map(rows<PaperRow>(stored, 'papers').map((row) => [row.id, row]));
  const sightings = rows<SightingRow>(stored, 'sightings').filter((sighting) => sighting.digestKey === digestKey);
  sightings.sort((a, b) => a.rank - b.rank);
  return sightings.map((sighting) => {
    const row = papers.get(sighting.paperId);
    const description = row?.descriptions.find(({ key }) => key === sighting.as);
    if (!row || !description)
      throw new Error(`The library has a sighting without its paper: ${JSON.stringify(sighting)}`);
    return keptPaper(sighting, row, description);
  });
}

/** Of a paper that several pages showed, only what stands under this page's naming: another digest's abstract is not this one's. */
function keptPaper(sighting: SightingRow, row: PaperRow, description: Description): KeptPaper {
  const paper = resolvePaper({ ...row, descriptions: [description] });
  const { id: _id, sources, page: _page, pdf: _pdf, code: _code, project: _project, ...facts } = paper;
  const { rank, upvotes, comments } = sighting;
  return {
    ...facts,
    rank,
    ...(upvotes === undefined ? {} : { upvotes }),
    ...(comments === undefined ? {} : { comments }),
    links: linksOf(paper),
    source: sources.title ?? 'text-file',
  };
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The rows of a store. The extension that wrote them was built from the types they are read with here. */
export function rows<Row>(stored: Stored, store: string): Row[] {
  return (stored[store] ?? []) as Row[];
}
