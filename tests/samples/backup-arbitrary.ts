import fc from 'fast-check';
import type { Backup, BackupPaper } from '../../lib/domain/backup.ts';
import type { Description } from '../../lib/domain/description.ts';
import type { Digest, Sighting } from '../../lib/domain/digest.ts';
import type { Identifier } from '../../lib/domain/identifier.ts';
import { FACT_NAMES, SOURCES } from '../../lib/domain/paper.ts';
import { STATUSES } from '../../lib/domain/shelf.ts';
import type { Said } from '../../lib/domain/words.ts';
import { HOSTILE_STRINGS } from '../hostile/strings.ts';
import { backupOf } from './backup.ts';

/** Any text that a page or a user may have given, short enough for most fields. */
export const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS.map(({ text }) => text.slice(0, 250))),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'注意力机制모델注釈العربية'), maxLength: 20 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 20 }),
);
const someText = anyText.map((text) => text || '∅');
const link = fc.constantFrom('https://example.org/a?b=c#d', 'http://例え.jp/論文', 'https://arxiv.org/abs/2401.00001');
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const count = fc.nat(1_000_000);
const source = fc.constantFrom(...SOURCES);
const clock = fc
  .tuple(fc.nat(2 ** 40), fc.nat(1000), fc.stringMatching(/^[0-9a-f]{12}$/))
  .map(([ms, n, device]) => `${ms.toString(36).padStart(9, '0')}-${n.toString(36).padStart(4, '0')}-${device}`);

function word<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<{ value: Value; clock: string }> {
  return fc.record({ value, clock });
}

const said: fc.Arbitrary<Said> = fc.record(
  {
    status: word(fc.constantFrom(...STATUSES)),
    starred: word(fc.boolean()),
    tags: word(fc.array(anyText, { maxLength: 3 })),
    note: word(anyText),
    removed: word(fc.boolean()),
    cited: word(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_:.+/-]{0,30}$/)),
  },
  { requiredKeys: [] },
);

const facts = fc.record(
  {
    title: anyText,
    authors: fc.array(anyText, { maxLength: 3 }),
    abstract: anyText,
    published: fc.constantFrom('2026', '2026-05', '2026-05-12'),
    venue: anyText,
    thumbnail: link,
    organisation: anyText,
    keywords: fc.array(anyText, { maxLength: 3 }),
    page: link,
    pdf: link,
    code: link,
    project: link,
  },
  { requiredKeys: ['title'] },
);
const sources = fc.dictionary(fc.constantFrom(...FACT_NAMES), source, { noNullPrototype: true });

/** A description that no other has the key of, given a number that no other has. */
function description(number: number): fc.Arbitrary<Description> {
  const strong = fc.constantFrom<Identifier[]>(
    [`arxiv:2401.${String(10_000 + number)}`],
    [`arxiv:math/0309${String(100 + number)}`, `doi:10.1000/(x)_${number};<漢>`],
    [`openreview:Forum_${number}`, `pmid:${10_000 + number}`],
  );
  const keys = fc.uniqueArray(someText, { minLength: 1, maxLength: 4 }).map((all) => all.sort());
  return fc
    .record({
      identifiers: fc.oneof(strong, fc.constant<Identifier[]>([])),
      text: anyText,
      titleKeys: keys,
      facts,
      sources,
    })
    .map(({ text, ...rest }) => ({ key: rest.identifiers.join(' ') || `title:${number}|${text}`, ...rest }));
}

function paper(number: number, digestKeys: readonly string[]): fc.Arbitrary<BackupPaper> {
  const seen = fc.record(
    { rank: fc.integer({ min: 1, max: 500 }), upvotes: count, comments: count, seenAt: instant, lastSeenAt: instant },
    { requiredKeys: ['rank', 'seenAt', 'lastSeenAt'] },
  );
  return fc
    .integer({ min: 1, max: 3 })
    .chain((names) => fc.tuple(...Array.from({ length: names }, (_, index) => description(3 * number + index))))
    .chain((descriptions) => {
      const keys = descriptions.map(({ key }) => key);
      const slots = keys.flatMap((as) => digestKeys.map((digestKey) => ({ digestKey, as })));
      return fc.record({
        id: fc.constant(`paper ${number}`),
        descriptions: fc.constant(descriptions),
        addedAt: instant,
        order: fc.integer(),
        words: fc
          .subarray(keys)
          .chain((spoken) => fc.tuple(...spoken.map((key) => fc.record({ key: fc.constant(key), said })))),
        sightings: fc
          .subarray(slots)
          .chain((taken) =>
            fc.tuple(...taken.map((slot) => seen.map((one): Omit<Sighting, 'paperId'> => ({ ...slot, ...one })))),
          ),
      });
    });
}

const date = fc.constantFrom<NonNullable<Digest['date']>>(
  { unit: 'day', month: 2, day: 29 },
  { unit: 'day', year: 2026, month: 5, day: 12 },
  { unit: 'week', year: 2026, week: 53 },
  { unit: 'month', year: 2026, month: 12 },
);

const digest: fc.Arbitrary<Digest> = fc.record(
  {
    key: someText,
    site: fc.constantFrom('huggingface', 'text-file'),
    kind: fc.constantFrom('day', 'week', 'month', 'trending', 'search', 'paper', 'listing'),
    date,
    query: anyText,
    title: anyText,
    url: link,
    firstSeenAt: instant,
    lastSeenAt: instant,
    size: count,
  },
  { requiredKeys: ['key', 'site', 'kind', 'firstSeenAt', 'lastSeenAt', 'size'] },
);
const names = fc.array(someText, { maxLength: 2 });

/** Any library that there may be, as a backup of it holds it. */
export const anyBackup: fc.Arbitrary<Backup> = fc
  .uniqueArray(digest, { maxLength: 3, selector: ({ key }) => key })
  .chain((digests) => {
    const keys = digests.map(({ key }) => key);
    return fc
      .nat(5)
      .chain((papers) => fc.tuple(...Array.from({ length: papers }, (_, number) => paper(number, keys))))
      .chain((papers) =>
        fc.record({
          papers: fc.constant(papers),
          digests: fc.constant(digests),
          apart: fc.array(fc.record({ keys: fc.tuple(someText, someText) }), { maxLength: 2 }),
          merges: fc.array(fc.record({ at: instant, kept: names, absorbed: names, because: names }), { maxLength: 2 }),
        }),
      );
  })
  .map(backupOf);
