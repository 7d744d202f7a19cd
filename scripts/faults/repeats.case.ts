import fc from 'fast-check';
import type { Capture } from '../../lib/domain/capture.ts';
import type { ScrapedPaper } from '../../lib/domain/paper.ts';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { changeEntries } from '../../lib/library/shelf.ts';
import { canonicalDump } from '../../lib/library/snapshot.ts';
import { captureOf, everyEntry, everyId, everyWords, scraped, withLibrary } from '../../tests/library.ts';
import { messageOf } from '../say.ts';
import type { FaultCase } from './fault-case.ts';

const DIGESTS = 20;
const MOST_SENDS = 10;
const WORKS = 12;
const NOW_MS = Date.UTC(2026, 5, 1);

/** Digests come again and again and in any order, as tabs are opened and messages repeated; nothing may come of that. */
export const repeats: FaultCase = {
  name: 'repeats',
  async run({ long }) {
    const result = { tried: 0, lost: 0, duplicated: 0, partial: 0, failures: [] as string[] };
    let sends = 0;
    const property = fc.asyncProperty(library(), async ({ digests, order, again }) => {
      await runOnce(digests, order, again);
      result.tried += 1;
      sends += order.length + again.length;
    });
    const details = await fc.check(property, { numRuns: long ? 1_000 : SHORT_RUNS });
    if (details.failed) {
      const found = `${messageOf(details.errorInstance)} (path ${details.counterexamplePath})`;
      result.failures.push(`${found} ${JSON.stringify(details.counterexample)}`);
    }
    return { ...result, note: `${sends} sends of ${DIGESTS} digests each` };
  },
};

// A thousand take ten minutes or more.
const SHORT_RUNS = 20;

interface Library {
  digests: Capture[];
  /** Numbers of digests as they are sent: each 1 to 10 times, in any order. */
  order: number[];
  /** Each once more, when the user has said something. */
  again: number[];
}

function library(): fc.Arbitrary<Library> {
  const numbers = Array.from({ length: DIGESTS }, (_, number) => number);
  const papers = fc.array(paper(), { minLength: 1, maxLength: 3 });
  const times = fc.array(fc.integer({ min: 1, max: MOST_SENDS }), { minLength: DIGESTS, maxLength: DIGESTS });
  const shuffled = times.chain((counts) => {
    const sends = numbers.flatMap((number) => Array.from({ length: counts[number] ?? 1 }, () => number));
    return fc.shuffledSubarray(sends, { minLength: sends.length });
  });
  return fc.record({
    digests: fc.tuple(...numbers.map((number) => papers.map((listed) => digest(number, listed)))),
    order: shuffled,
    again: fc.shuffledSubarray(numbers, { minLength: DIGESTS }),
  });
}

/** A paper of a dozen works, each known by one identifier, by another, by both, or by its title alone. */
function paper(): fc.Arbitrary<ScrapedPaper> {
  return fc.tuple(fc.integer({ min: 1, max: WORKS }), fc.integer({ min: 0, max: 3 })).map(([work, naming]) => {
    const [arxiv, doi] = [`arxiv:2605.0000${work % 10}` as const, `doi:10.1000/${work}` as const];
    const identifiers = [[arxiv], [doi], [arxiv, doi], []][naming] ?? [];
    return scraped({ title: `A Telling Title of Work ${work}`, identifiers, authors: [`Ada Field${work}`] });
  });
}

function digest(number: number, papers: ScrapedPaper[]): Capture {
  return captureOf(
    papers,
    { key: `huggingface:search:${number}`, kind: 'search' },
    new Date(NOW_MS + number).toISOString(),
  );
}

/** @throws when the library is not as after one orderly pass, or the user's words have changed */
async function runOnce(digests: readonly Capture[], order: readonly number[], again: readonly number[]): Promise<void> {
  const orderly = await withLibrary(async (db) => {
    for (const capture of digests) await ingest(db, capture);
    return canonicalDump(db);
  });
  await withLibrary(async (db) => {
    for (const number of order) await ingestNumber(db, digests, number);
    same('what it knows', await canonicalDump(db), orderly);
    const ids = await everyId(db);
    await changeEntries(db, ids.slice(0, 3), { status: 'read', starred: true }, NOW_MS);
    await changeEntries(db, ids.slice(2, 4), { status: 'skipped', note: 'later' }, NOW_MS + 1);
    const [dump, words] = [await canonicalDump(db), await wordsOf(db)];
    for (const number of again) await ingestNumber(db, digests, number);
    same('what it knows', await canonicalDump(db), dump);
    same('the words of the user', await wordsOf(db), words);
  });
}

async function ingestNumber(db: GleanerDatabase, digests: readonly Capture[], number: number): Promise<void> {
  const capture = digests[number];
  if (capture) await ingest(db, capture);
}

async function wordsOf(db: GleanerDatabase): Promise<string> {
  return JSON.stringify([await everyWords(db), await everyEntry(db)]);
}

function same(what: string, now: string, before: string): void {
  if (now !== before) throw new Error(`A repeat has changed ${what}.`);
}
