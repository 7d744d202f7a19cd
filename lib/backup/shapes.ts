import * as v from 'valibot';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader } from '../domain/backup.ts';
import type { Description } from '../domain/description.ts';
import type { Digest } from '../domain/digest.ts';
import { type Identifier, identifierFrom } from '../domain/identifier.ts';
import { type Facts, SOURCES } from '../domain/paper.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { webAddress } from '../domain/web-address.ts';

// Whatever may come into the library must come out of a backup of it again. So these are as strict as the parser of
// messages, which is the way in, and in no field stricter.

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
export const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
/** A key made of content. Keys hold folded titles and names, which can be longer than these are; the line is the limit. */
export const name = v.pipe(v.string(), v.nonEmpty());
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((iso) => !Number.isNaN(Date.parse(iso))),
);

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const link = v.pipe(
  v.string(),
  v.check((address) => webAddress(address) !== undefined),
);
const published = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/));
const source = v.picklist(SOURCES);
const identifier = v.custom<Identifier>((value) => typeof value === 'string' && identifierFrom(value) === value);

/** Texts each once and in the order of their letters, as the library keeps every set of keys. */
const sortedNames = v.pipe(
  v.array(name),
  v.check((all) => all.every((one, index) => index === 0 || (all[index - 1] ?? '') < one)),
);

const facts: v.GenericSchema<unknown, Facts> = v.strictObject({
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

/** A list has no unknown fields and would pass for an object of which every field may be missing. */
export const notList = v.custom<unknown>((value) => !Array.isArray(value));

const sourceOfEach = v.strictObject({
  title: v.exactOptional(source),
  authors: v.exactOptional(source),
  abstract: v.exactOptional(source),
  published: v.exactOptional(source),
  venue: v.exactOptional(source),
  thumbnail: v.exactOptional(source),
  organisation: v.exactOptional(source),
  keywords: v.exactOptional(source),
  page: v.exactOptional(source),
  pdf: v.exactOptional(source),
  code: v.exactOptional(source),
  project: v.exactOptional(source),
});
const sources: v.GenericSchema<unknown, Description['sources']> = v.pipe(notList, sourceOfEach);

export const description: v.GenericSchema<unknown, Description> = v.pipe(
  v.strictObject({
    key: name,
    identifiers: v.pipe(v.array(identifier), v.maxLength(6)),
    titleKeys: v.pipe(sortedNames, v.minLength(1), v.maxLength(8)),
    facts,
    sources,
  }),
  // A key that says other than its identifiers would be another paper's for every later page.
  v.forward(
    v.check(({ key, identifiers }) =>
      identifiers.length > 0 ? key === identifiers.join(' ') : key.startsWith('title:'),
    ),
    ['key'],
  ),
);

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const [year, month, day, week] = [whole(1900, 2200), whole(1, 12), whole(1, 31), whole(1, 53)];

export const digest: v.GenericSchema<unknown, Digest> = v.strictObject({
  key: name,
  site: v.pipe(name, v.maxLength(50)),
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
  firstSeenAt: instant,
  lastSeenAt: instant,
  size: count,
});

export const header: v.GenericSchema<unknown, BackupHeader> = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  app: v.pipe(name, v.maxLength(50)),
  exportedAt: instant,
  counts: v.strictObject({ papers: count, digests: count, sightings: count }),
});
