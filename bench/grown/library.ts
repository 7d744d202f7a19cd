import type { BackupCounts, BackupPaper, BackupRecord } from '../../lib/domain/backup.ts';
import type { Capture } from '../../lib/domain/capture.ts';
import { describe } from '../../lib/domain/description.ts';
import { type Digest, type DigestRef, dayFrom } from '../../lib/domain/digest.ts';
import { placeAt } from '../../lib/domain/entry.ts';
import type { Identifier } from '../../lib/domain/identifier.ts';
import type { ScrapedPaper } from '../../lib/domain/paper.ts';
import { coinedName } from './coined.ts';
import type { Language } from './language.ts';
import { type Random, randomFrom } from './random.ts';
import { saidOf } from './said.ts';

/**
 * A library of made-up papers. Paper 17 is the same in a library of 181 and of 100,000, so a greater one is a smaller
 * one grown older, and any part of it can be made without the rest.
 */
export interface Grown {
  paper(index: number): ScrapedPaper;
  /** The digest of a number, with all its papers, as a page would bring it. */
  capture(digest: number): Capture;
  /** A page with papers that no library of up to `size` holds. */
  page(size: number, papers: number): Capture;
  /** All of a library of `size` papers, in the order of a backup. */
  records(size: number): Generator<BackupRecord>;
  counts(size: number): BackupCounts;
}

export const PAPERS_PER_DIGEST = 40;
const DIGESTS_PER_DAY_FROM = 2_500; // more digests than that share days, or the last ones would lie in the future
const FIRST_DAY = Date.UTC(2019, 0, 1, 8);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SURNAMES_HEAD = 400;
const GIVEN_NAMES = 300;

/**
 * @param language what the papers are written in
 * @param seed another one, another library
 */
export function grow(language: Language, seed = 1): Grown {
  const paper = (index: number) => writePaper(language, randomFrom(seed, index), index);
  const capture = (digest: number): Capture =>
    captureOf(
      digest,
      Array.from({ length: PAPERS_PER_DIGEST }, (_, at) => paper(digest * PAPERS_PER_DIGEST + at)),
    );
  return {
    paper,
    capture,
    page: (size, papers) => {
      const first = Math.ceil(size / PAPERS_PER_DIGEST) * PAPERS_PER_DIGEST + PAPERS_PER_DIGEST;
      const all = Array.from({ length: papers }, (_, at) => paper(first + at));
      const { digest, ...rest } = captureOf(first / PAPERS_PER_DIGEST, all);
      return { ...rest, digest: { ...digest, key: `${digest.key}:page` } };
    },
    *records(size) {
      for (let index = 0; index < size; index++) yield { paper: kept(paper(index), seed, index) };
      for (let digest = 0; digest * PAPERS_PER_DIGEST < size; digest++) {
        yield { digest: keptDigest(digest, Math.min(PAPERS_PER_DIGEST, size - digest * PAPERS_PER_DIGEST)) };
      }
    },
    counts: (size) => ({ papers: size, digests: Math.ceil(size / PAPERS_PER_DIGEST), sightings: size }),
  };
}

function writePaper(language: Language, random: Random, index: number): ScrapedPaper {
  const { title, abstract } = language.write(random);
  const seen = seenAtOf(Math.floor(index / PAPERS_PER_DIGEST));
  const number = String(numberOf(index)).padStart(5, '0');
  const identifiers: Identifier[] = [`arxiv:${seen.slice(2, 4)}${seen.slice(5, 7)}.${number}`];
  if (random.chance(0.05)) identifiers.push(`doi:10.1234/${coinedName(random.below(1_000)).toLowerCase()}.${index}`);
  return {
    title,
    abstract,
    authors: Array.from({ length: 1 + random.below(8) }, () => author(random)),
    published: seen.slice(0, 10),
    page: `https://huggingface.co/papers/${seen.slice(2, 4)}${seen.slice(5, 7)}.${number}`,
    identifiers,
    source: 'huggingface-data',
    rank: 1 + (index % PAPERS_PER_DIGEST),
    upvotes: random.below(40),
    comments: random.below(4),
  };
}

function author(random: Random): string {
  return `${coinedName(random.below(GIVEN_NAMES))} ${coinedName(GIVEN_NAMES + random.tail(SURNAMES_HEAD))}`;
}

function captureOf(digest: number, papers: readonly ScrapedPaper[]): Capture {
  const placed = papers.map((paper, at) => ({ ...paper, rank: at + 1 }));
  return { digest: digestRef(digest), adapter: 'huggingface', seenAt: seenAtOf(digest), papers: placed, problems: [] };
}

/**
 * The last part of an arXiv identifier, which has five figures: unlike any other of the same month up to a million papers.
 * After each hundred thousand the days begin anew, and a month has some 1,200 papers of each such turn.
 */
function numberOf(index: number): number {
  const [place, turn] = [index % 100_000, Math.floor(index / 100_000)];
  return (place + turn * 10_000) % 100_000;
}

function seenAtOf(digest: number): string {
  const [day, turn] = [digest % DIGESTS_PER_DAY_FROM, Math.floor(digest / DIGESTS_PER_DAY_FROM)];
  return new Date(FIRST_DAY + day * DAY_MS + turn * MINUTE_MS).toISOString();
}

function digestRef(digest: number): DigestRef {
  const day = seenAtOf(digest).slice(0, 10);
  const turn = Math.floor(digest / DIGESTS_PER_DAY_FROM);
  const site = 'huggingface';
  if (turn > 0)
    return { key: `${site}:search:topic ${turn} ${day}`, site, kind: 'search', query: `topic ${turn} ${day}` };
  const date = dayFrom(day);
  const url = `https://huggingface.co/papers/date/${day}`;
  return { key: `${site}:day:${day}`, site, kind: 'day', ...(date ? { date } : {}), url };
}

function keptDigest(digest: number, size: number): Digest {
  const seen = seenAtOf(digest);
  return { ...digestRef(digest), firstSeenAt: seen, lastSeenAt: seen, size };
}

function kept(paper: ScrapedPaper, seed: number, index: number): BackupPaper {
  const description = describe(paper);
  const digest = Math.floor(index / PAPERS_PER_DIGEST);
  const seenAt = seenAtOf(digest);
  const said = saidOf(randomFrom(seed, index, 1), Date.parse(seenAt));
  const { rank, upvotes = 0, comments = 0 } = paper;
  return {
    id: String(index + 1),
    descriptions: [description],
    ...placeAt(seenAt, rank),
    words: said ? [{ key: description.key, said }] : [],
    sightings: [
      { digestKey: digestRef(digest).key, as: description.key, rank, upvotes, comments, seenAt, lastSeenAt: seenAt },
    ],
  };
}
