import * as v from 'valibot';
import { type Capture, PROBLEM_CODES } from '../domain/capture.ts';
import { type Identifier, identifierFrom, kindOf } from '../domain/identifier.ts';
import { SOURCES } from '../domain/paper.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';
import { bytesOf, MESSAGE_LIMITS } from './size.ts';

const text = (limit: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(limit));
const link = v.pipe(
  v.string(),
  v.check((address) => webAddress(address) !== undefined, 'not a web address'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check(isInstant, 'no such time'),
);
const published = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/));

function isInstant(iso: string): boolean {
  return !Number.isNaN(Date.parse(iso));
}

/** An identifier in its normal form; anything that would be normalised further is refused, so that keys stay unique. */
const identifier = v.custom<Identifier>((value) => typeof value === 'string' && identifierFrom(value) === value);

const identifiers = v.pipe(
  v.array(identifier),
  v.maxLength(6),
  v.check((all) => new Set(all.map(kindOf)).size === all.length, 'two identifiers of one kind'),
);

const paper = v.strictObject({
  identifiers,
  source: v.picklist(SOURCES),
  rank: place,
  upvotes: v.exactOptional(count),
  comments: v.exactOptional(count),
  title: text(LIMITS.title),
  authors: v.exactOptional(v.pipe(v.array(text(LIMITS.name)), v.maxLength(LIMITS.authors))),
  abstract: v.exactOptional(text(LIMITS.abstract)),
  published: v.exactOptional(published),
  venue: v.exactOptional(text(LIMITS.short)),
  thumbnail: v.exactOptional(link),
  organisation: v.exactOptional(text(LIMITS.short)),
  keywords: v.exactOptional(v.pipe(v.array(text(LIMITS.short)), v.maxLength(LIMITS.keywords))),
  page: v.exactOptional(link),
  pdf: v.exactOptional(link),
  code: v.exactOptional(link),
  project: v.exactOptional(link),
});

const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));
const month = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31));
const week = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(53));

const digest = v.strictObject({
  key: text(LIMITS.short),
  site: text(50),
  kind: v.picklist(['day', 'week', 'month', 'trending', 'search', 'paper', 'listing']),
  date: v.exactOptional(
    v.variant('unit', [
      v.strictObject({ unit: v.literal('day'), year: v.exactOptional(year), month, day }),
      v.strictObject({ unit: v.literal('week'), year, week }),
      v.strictObject({ unit: v.literal('month'), year, month }),
    ]),
  ),
  query: v.exactOptional(text(LIMITS.short)),
  title: v.exactOptional(text(LIMITS.title)),
  url: v.exactOptional(link),
});

const problem = v.strictObject({
  code: v.picklist(PROBLEM_CODES),
  rank: v.exactOptional(place),
  part: v.exactOptional(text(100)),
});

const capture = v.strictObject({
  digest,
  adapter: text(50),
  seenAt: instant,
  papers: v.pipe(v.array(paper), v.maxLength(MESSAGE_LIMITS.papers)),
  problems: v.pipe(v.array(problem), v.maxLength(2 * MESSAGE_LIMITS.papers)),
});

/**
 * Reads a capture as a message brings it.
 * @returns a fresh object with known fields only; undefined when it is longer than a megabyte, or when anything is
 *   missing, too long, of another shape, or more than is expected
 */
export function parseCapture(value: unknown): Capture | undefined {
  if (bytesOf(value, MESSAGE_LIMITS.bytes) > MESSAGE_LIMITS.bytes) return undefined;
  const parsed = v.safeParse(capture, value, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { digest: seen, adapter } = parsed.output;
  if (!seen.key.startsWith(`${seen.site}:`) || adapter !== seen.site) return undefined;
  return parsed.output;
}
