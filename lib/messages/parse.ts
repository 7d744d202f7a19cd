import * as v from 'valibot';
import { type Capture, PROBLEM_CODES } from '../domain/capture.ts';
import { kindOf } from '../domain/identifier.ts';
import { SOURCES } from '../domain/paper.ts';
import { LIMITS } from '../domain/plain-text.ts';
import type { Saying } from '../domain/recalled.ts';
import { STATUSES } from '../domain/shelf.ts';
import { count, digestShapes, factShapes, identifier, instant, place, type TextShape } from '../shapes/scraped.ts';
import { bytesOf, MESSAGE_LIMITS } from './size.ts';

const text: TextShape = (limit) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(limit));

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
  ...factShapes(text),
});

const digest = v.strictObject({ key: text(LIMITS.short), ...digestShapes(text) });

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

const digestKey = text(LIMITS.short);
const asked = v.strictObject({ digestKey });

const name = text(LIMITS.title);
const saying = v.strictObject({
  digestKey,
  names: v.pipe(v.array(name), v.minLength(1), v.maxLength(MESSAGE_LIMITS.papers)),
  words: v.union([v.strictObject({ status: v.picklist(STATUSES) }), v.strictObject({ starred: v.boolean() })]),
});

/**
 * Reads a capture as a message brings it.
 * @returns a fresh object with known fields only; undefined when it is longer than a megabyte, or when anything is
 *   missing, too long, of another shape, or more than is expected
 */
export function parseCapture(value: unknown): Capture | undefined {
  const parsed = parse(capture, value);
  if (!parsed) return undefined;
  const { digest: seen, adapter } = parsed;
  return seen.key.startsWith(`${seen.site}:`) && adapter === seen.site ? parsed : undefined;
}

/** Reads which digest a message is about, as strictly. */
export function parseDigestKey(value: unknown): { digestKey: string } | undefined {
  return parse(asked, value);
}

/** Reads what is to be said of papers in a digest, as strictly: one field, of at most as many papers as a message holds. */
export function parseSaying(value: unknown): Saying | undefined {
  return parse(saying, value);
}

function parse<Value>(shape: v.GenericSchema<unknown, Value>, value: unknown): Value | undefined {
  if (bytesOf(value, MESSAGE_LIMITS.bytes) > MESSAGE_LIMITS.bytes) return undefined;
  const parsed = v.safeParse(shape, value, { abortEarly: true });
  return parsed.success ? parsed.output : undefined;
}
