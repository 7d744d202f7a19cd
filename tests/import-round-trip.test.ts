import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identifier } from '../lib/domain/identifier.ts';
import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { boundText, foldWhitespace, LIMITS } from '../lib/domain/plain-text.ts';
import { STATUSES } from '../lib/domain/shelf.ts';
import type { ExporterId } from '../lib/exporters/exporter.ts';
import { exporters } from '../lib/exporters/registry.ts';
import type { ImportedPaper } from '../lib/importers/imported.ts';
import { readImport } from '../lib/importers/read-import.ts';
import { HOSTILE_STRINGS } from './hostile/strings.ts';
import { listedPaper } from './samples/listed-paper.ts';
import { wholeExport } from './samples/whole-export.ts';

const OPTIONS = { exportedAt: '2026-11-22T08:00:00.000Z' };

const word = fc.constantFrom(
  ..."a The LLaMA D-branes C++ 50% A&B x_1 $k$ $\\alpha^2$ {} {y} } { \\ \\alpha ~ ^ # \" @ 模型 Élan naïve — “so” <i> , ; : 𝒪 2× e\u0301 ``so'' a--b".split(
    ' ',
  ),
);
const words = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((all) => foldWhitespace(all.join(' ')));
/** A title that is a title: some word of it is plain. */
const title = words(6).map((text) => `Study ${text}`);
const name = fc.constantFrom(
  'Ada Lovelace',
  'Ludwig van Beethoven',
  'J. R. R. Tolkien Jr.',
  'Wil M. P. van der Aalst',
  'Gemini Team',
  'DeepSeek-AI',
  '李明',
  'José Núñez',
  'Simon and Schuster Inc',
  'Plato',
);
const tag = fc.constantFrom('beans', 'two words', 'cs.CL', 'Élan', 'to/sort', 'a_b', '50%');
const identifiers = fc.tuple(
  fc.option(fc.constantFrom<Identifier>('arxiv:2401.12345', 'arxiv:hep-th/9901001', 'arxiv:0704.0001')),
  fc.option(fc.constantFrom<Identifier>('doi:10.1234/a_b', 'doi:10.5555/x(1)y', 'doi:10.1000/<sici>')),
);

const paper = fc
  .record({
    title,
    authors: fc.uniqueArray(name, { maxLength: 4 }),
    abstract: fc.option(words(20)),
    published: fc.option(fc.constantFrom('2024', '2024-01', '2024-01-23')),
    venue: fc.option(fc.constantFrom('Conf of Beans', 'Q & A 50%')),
    identifiers,
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    status: fc.constantFrom(...STATUSES),
    starred: fc.boolean(),
    note: fc.constantFrom('', 'mind the gap', 'x < y & z'),
  })
  .map(({ title, authors, abstract, published, venue, identifiers, tags, status, starred, note }) =>
    listedPaper({
      paper: {
        title,
        identifiers: identifiers.flatMap((one) => one ?? []),
        ...(authors.length > 0 ? { authors } : {}),
        ...(abstract ? { abstract } : {}),
        ...(published ? { published } : {}),
        ...(venue ? { venue } : {}),
      },
      entry: { tags: [...tags].sort(), status, starred, note },
    }),
  );

/** What a format can carry of the words, besides tags. */
type Carried = 'status' | 'starred' | 'note';
const FORMATS: readonly [ExporterId, readonly Carried[]][] = [
  ['bibtex', []],
  ['biblatex', []],
  ['ris', ['status', 'note']],
  ['csl-json', ['status', 'note']],
  ['csv', ['status', 'starred', 'note']],
  ['csv-import', ['status', 'starred', 'note']],
  ['json', ['status', 'starred', 'note']],
];

function expected({ paper, entry }: ListedPaper, id: ExporterId, carried: readonly Carried[]) {
  const said = {
    ...(entry.tags.length > 0 ? { tags: entry.tags } : {}),
    ...(carried.includes('status') && entry.status !== 'unread' ? { status: entry.status } : {}),
    ...(carried.includes('starred') && entry.starred ? { starred: true } : {}),
    ...(carried.includes('note') && entry.note ? { note: entry.note } : {}),
  };
  return {
    title: paper.title,
    authors: paper.authors,
    abstract: paper.abstract,
    // BibTeX itself has no field for a day.
    published: id === 'bibtex' ? paper.published?.slice(0, 7) : paper.published,
    venue: paper.venue,
    identifiers: [...paper.identifiers].sort(),
    said,
  };
}

/** @param guessed whether a date may have been made from the arXiv number, where none was known */
function found(read: ImportedPaper, guessed: boolean) {
  return {
    title: read.title,
    authors: read.authors,
    abstract: read.abstract,
    published: guessed ? undefined : read.published,
    venue: read.venue,
    identifiers: [...read.identifiers].sort(),
    said: Object.fromEntries(Object.entries(read.said).map(([field, { value }]) => [field, value])),
  };
}

async function readBack(id: ExporterId, papers: readonly ListedPaper[]): Promise<ImportedPaper[]> {
  const exporter = exporters.get(id);
  if (!exporter) throw new Error(`There is no exporter for ${id}`);
  const read = await readImport(wholeExport(exporter, papers, OPTIONS), { name: '', seenAt: OPTIONS.exportedAt });
  if (!read.ok || read.value.format === 'text-digest') throw new Error(`${id} was not read back`);
  expect(read.value.refused).toEqual([]);
  return read.value.papers;
}

/** A cell that holds one name cannot tell "Simon and Schuster" from two people. */
function isPlain({ paper: { authors } }: ListedPaper, id: ExporterId): boolean {
  return !id.startsWith('csv') || authors?.length !== 1 || !authors[0]?.includes(' and ');
}

describe('what was exported comes back', () => {
  test.each(FORMATS)('as %s', async (id, carried) => {
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 5 }), async (all) => {
        const papers = all.filter((one) => isPlain(one, id));
        fc.pre(papers.length > 0);
        const back = await readBack(id, papers);
        expect(back.map((one, place) => found(one, papers[place]?.paper.published === undefined))).toEqual(
          papers.map((one) => expected(one, id, carried)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each(FORMATS)('as %s, whatever a title holds', async (id) => {
    const titles = HOSTILE_STRINGS.map(({ text }) => boundText(`Study ${text}`, LIMITS.title).text);
    const papers = titles.map((title) => listedPaper({ paper: { title, identifiers: ['arxiv:2401.12345'] } }));
    expect((await readBack(id, papers)).map((one) => one.title)).toEqual(titles);
  });
});
