import type { Reading } from '../adapters/adapter.ts';
import type { Capture, Problem } from '../domain/capture.ts';
import type { DigestRef } from '../domain/digest.ts';
import type { ScrapedPaper } from '../domain/paper.ts';

/** One stay at one digest. What is found late in it counts as seen when it began. */
interface Visit {
  /** ISO instant. */
  seenAt: string;
  /** Each paper as it was last handed over, by what names it. */
  sent: Map<string, string>;
  problems: Set<string>;
}

/** What a look at the page found that had not been found before. */
export type Finding = { kind: 'old-list' } | { kind: 'nothing' } | { kind: 'new'; capture: Capture };

/** What has been found on the pages of this tab since it was loaded. */
export interface Ledger {
  visits: Map<string, Visit>;
  /** The digest last looked at, and the papers that were on screen then. */
  last?: { key: string; list: string };
}

/** A ledger with nothing in it. */
export function newLedger(): Ledger {
  return { visits: new Map() };
}

/**
 * Enters a reading and returns what is new in it: papers not handed over yet, or of which more is known now.
 * After a change of address the list of the old one may still stand there: it is not taken for the new one's.
 * @param look when it was read (ISO instant), and whether the page has been still since: only then is a reading without
 *   papers believed, and only then are problems handed over by themselves
 */
export function enter(
  ledger: Ledger,
  digest: DigestRef,
  reading: Reading,
  look: { at: string; still: boolean },
): Finding {
  const list = reading.papers.map(nameOf).join('\n');
  if (ledger.last && ledger.last.key !== digest.key && list !== '' && ledger.last.list === list) {
    return { kind: 'old-list' };
  }
  if (list !== '' || ledger.last?.key === digest.key) ledger.last = { key: digest.key, list };
  const visit = visitOf(ledger, digest.key, look.at);
  const papers = reading.papers.filter((paper) => isNews(visit, paper));
  const problems = look.still || papers.length > 0 ? freshProblems(visit, reading.problems, look.still) : [];
  if (papers.length === 0 && problems.length === 0) return { kind: 'nothing' };
  return { kind: 'new', capture: { digest, adapter: digest.site, seenAt: visit.seenAt, papers, problems } };
}

function visitOf(ledger: Ledger, key: string, at: string): Visit {
  const known = ledger.visits.get(key);
  if (known) return known;
  const visit: Visit = { seenAt: at, sent: new Map(), problems: new Set() };
  ledger.visits.set(key, visit);
  return visit;
}

function isNews(visit: Visit, paper: ScrapedPaper): boolean {
  const name = nameOf(paper);
  const words = JSON.stringify(paper);
  if (visit.sent.get(name) === words) return false;
  visit.sent.set(name, words);
  return true;
}

/** A page that is still loading looks like one that has changed, so `site-changed` waits until it is still. */
function freshProblems(visit: Visit, problems: Problem[], still: boolean): Problem[] {
  return problems.filter((problem) => {
    const words = JSON.stringify(problem);
    if (visit.problems.has(words) || (problem.code === 'site-changed' && !still)) return false;
    visit.problems.add(words);
    return true;
  });
}

function nameOf(paper: ScrapedPaper): string {
  return paper.identifiers[0] ?? `title:${paper.title}`;
}
