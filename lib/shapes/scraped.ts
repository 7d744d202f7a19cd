import * as v from 'valibot';
import { type Identifier, identifierFrom } from '../domain/identifier.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';

// What may come into the library by a message must come out of a backup of it again, so both are parsed by these.

/** A text of at most so many UTF-16 units. */
export type TextShape = (limit: number) => v.GenericSchema<unknown, string>;

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
export const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((iso) => !Number.isNaN(Date.parse(iso)), 'no such time'),
);
export const link = v.pipe(
  v.string(),
  v.check((address) => webAddress(address) !== undefined, 'not a web address'),
);

/** An identifier in its normal form; anything that would be normalised further is refused, so that keys stay unique. */
export const identifier = v.custom<Identifier>((value) => typeof value === 'string' && identifierFrom(value) === value);

/** The facts of a paper, field by field. */
export function factShapes(text: TextShape) {
  return {
    title: text(LIMITS.title),
    authors: v.exactOptional(v.pipe(v.array(text(LIMITS.name)), v.maxLength(LIMITS.authors))),
    abstract: v.exactOptional(text(LIMITS.abstract)),
    published: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
    venue: v.exactOptional(text(LIMITS.short)),
    thumbnail: v.exactOptional(link),
    organisation: v.exactOptional(text(LIMITS.short)),
    keywords: v.exactOptional(v.pipe(v.array(text(LIMITS.short)), v.maxLength(LIMITS.keywords))),
    page: v.exactOptional(link),
    pdf: v.exactOptional(link),
    code: v.exactOptional(link),
    project: v.exactOptional(link),
  };
}

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const [year, month, day, week] = [whole(1900, 2200), whole(1, 12), whole(1, 31), whole(1, 53)];

/** What a page says of a digest, but for its key. */
export function digestShapes(text: TextShape) {
  return {
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
  };
}
