import { describe, expect, test } from 'vitest';
import { readCslJson } from './csl-json.ts';
import { importClock } from './import-clock.ts';
import { readPaperMemory } from './papermemory.ts';
import { readImport } from './read-import.ts';

const still = async () => undefined;
const csl = async (record: unknown) => (await readCslJson([record], still)).papers[0];

describe('CSL-JSON', () => {
  test.each([
    ['date-parts as numbers', { title: 'A', issued: { 'date-parts': [[2024, 1, 23]] } }, { published: '2024-01-23' }],
    ['date-parts as texts', { title: 'A', issued: { 'date-parts': [['2024', '1']] } }, { published: '2024-01' }],
    ['a date in words', { title: 'A', issued: { literal: '23 January 2024' } }, { published: '2024-01-23' }],
    ['a raw date', { title: 'A', issued: { raw: '2024-02-30' } }, { published: '2024-02' }],
    [
      'names in parts and whole',
      {
        title: 'A',
        author: [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }, { literal: 'Team, B' }],
      },
      { authors: ['Ludwig van Beethoven', 'Team, B'] },
    ],
    [
      'mark-up in a title',
      { title: 'On <span class="nocase">iPhones</span> <i>in vivo</i> a < b' },
      { title: 'On iPhones in vivo a < b' },
    ],
    [
      'Zotero’s preprint',
      { title: 'A', number: 'arXiv:2401.12345', DOI: '10.5555/X' },
      { identifiers: ['arxiv:2401.12345', 'doi:10.5555/x'] },
    ],
    [
      'an arXiv line in the note',
      { title: 'A', note: 'arXiv:2401.12345 [cs.CL]\nPMID: 12345\nmy words' },
      { identifiers: ['arxiv:2401.12345', 'pmid:12345'], said: { note: { value: 'my words' } } },
    ],
    [
      'a status',
      { title: 'A', note: 'Read_Status: Not Reading\nRead_Status_Date: 2024-01-01' },
      { said: { status: { value: 'skipped' } } },
    ],
    [
      'keywords',
      { title: 'A', keyword: 'one, two, ⭐' },
      { said: { tags: { value: ['one', 'two'] }, starred: { value: true } } },
    ],
  ])('with %s', async (_, record, expected) => {
    expect(await csl(record)).toMatchObject(expected);
  });

  test('a record that is none is refused by its place', async () => {
    const { refused } = await readCslJson([{ title: 'A' }, 7, { type: 'article', id: 'x' }, null], still);
    expect(refused.map(({ line, why }) => [line, why])).toEqual([
      [2, 'not-a-record'],
      [3, 'no-title'],
      [4, 'not-a-record'],
    ]);
  });
});

const MEMORY = {
  'Arxiv-2401.01234': {
    id: 'Arxiv-2401.01234',
    source: 'arxiv',
    title: 'A Slow Study of Radishes',
    author: 'Ada Sprout and Bo Root',
    year: '2024',
    key: 'sprout2024slow',
    venue: 'Conf of Beans',
    doi: '',
    pdfLink: 'https://arxiv.org/pdf/2401.01234.pdf',
    md: '[A Slow Study of Radishes](https://arxiv.org/pdf/2401.01234.pdf)',
    bibtex: '@article{sprout2024slow, title={A Slow Study of Radishes}, year={2024}, month={Jan}, abstract={We dig.}}',
    note: 'mind the gap',
    tags: ['garden', 'slow'],
    code: {},
    codeLink: 'https://github.com/sprout/slow',
    favorite: true,
    favoriteDate: '2024-03-01T10:00:00.000Z',
    addDate: '2024-02-01T10:00:00.000Z',
    lastOpenDate: '2024-04-01T10:00:00.000Z',
    count: 4,
  },
  'OpenReview-2023_abc': {
    id: 'OpenReview-2023_abc',
    title: 'Beans',
    pdfLink: 'https://openreview.net/pdf?id=AbC12_x',
    author: 'Cy Bean',
  },
  __dataVersion: 10100,
};

describe('PaperMemory', () => {
  test.each([
    ['with papers around', { papers: MEMORY }],
    ['without', MEMORY],
  ])('%s comes in whole', async (_, file) => {
    const read = await readImport(JSON.stringify(file), { name: 'memory.json', seenAt: '2026-11-22T08:00:00.000Z' });
    expect(read).toEqual({
      ok: true,
      value: {
        format: 'papermemory',
        refused: [],
        papers: [
          {
            title: 'A Slow Study of Radishes',
            authors: ['Ada Sprout', 'Bo Root'],
            abstract: 'We dig.',
            published: '2024-01',
            venue: 'Conf of Beans',
            code: 'https://github.com/sprout/slow',
            identifiers: ['arxiv:2401.01234'],
            source: 'text-file',
            addedAt: '2024-02-01T10:00:00.000Z',
            said: {
              starred: { value: true, clock: importClock('2024-03-01T10:00:00.000Z') },
              tags: { value: ['garden', 'slow'], clock: importClock('2024-02-01T10:00:00.000Z') },
              note: { value: 'mind the gap', clock: importClock('2024-02-01T10:00:00.000Z') },
            },
          },
          { title: 'Beans', authors: ['Cy Bean'], identifiers: ['openreview:AbC12_x'], source: 'text-file', said: {} },
        ],
      },
    });
  });

  test('a hostile file pollutes nothing', async () => {
    const text =
      '{"papers":{"__proto__":{"title":"x"},"constructor":{"id":"constructor","title":"C"},"toString":7,"__dataVersion":1}}';
    const { papers, refused } = await readPaperMemory(JSON.parse(text), still);
    expect(papers.map(({ title }) => title)).toEqual(['C']);
    expect(refused.map(({ what }) => what)).toEqual(['toString']);
    expect(Reflect.get({}, 'title')).toBeUndefined();
  });
});
