import * as v from 'valibot';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader } from '../domain/backup.ts';
import type { Description } from '../domain/description.ts';
import type { Digest } from '../domain/digest.ts';
import { type Facts, SOURCES } from '../domain/paper.ts';
import { count, digestShapes, factShapes, identifier, instant, type TextShape } from '../shapes/scraped.ts';

/** A key made of content. Keys hold folded titles and names, which can be longer than these are; the line is the limit. */
export const name = v.pipe(v.string(), v.nonEmpty());
const text: TextShape = (limit) => v.pipe(v.string(), v.maxLength(limit));
const source = v.picklist(SOURCES);

/** Texts each once and in the order of their letters, as the library keeps every set of keys. */
const sortedNames = v.pipe(
  v.array(name),
  v.check((all) => all.every((one, index) => index === 0 || (all[index - 1] ?? '') < one)),
);

const facts: v.GenericSchema<unknown, Facts> = v.strictObject(factShapes(text));

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

export const digest: v.GenericSchema<unknown, Digest> = v.strictObject({
  key: name,
  ...digestShapes(text),
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
