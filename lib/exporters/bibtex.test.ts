import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { printed, readBibtex } from '../../tests/samples/bibtex-reader.ts';
import { listedPaper } from '../../tests/samples/listed-paper.ts';
import { wholeExport } from '../../tests/samples/whole-export.ts';
import type { Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { bibtex } from './bibtex.ts';

const options = { exportedAt: '2026-11-22T08:00:00.000Z' };
const write = (...papers: Partial<Paper>[]) =>
  wholeExport(
    bibtex,
    papers.map((paper) => listedPaper({ paper })),
    options,
  );
const fieldsOf = (paper: Partial<Paper>) => Object.fromEntries(readBibtex(write(paper))[0]?.fields ?? []);

describe('an entry', () => {
  test('of a paper on arXiv names the archive in both ways and holds a bare DOI', () => {
    const paper = {
      title: 'LLaMA for All',
      authors: ['Ludwig van Beethoven', 'Gemini Team'],
      published: '2024-01-23',
      abstract: '50% more.',
      identifiers: ['arxiv:2401.12345' as const],
      keywords: ['maths'],
    };
    expect(write(paper)).toBe(
      `@misc{beethoven2024llama,
  title = {{LLaMA} for All},
  author = {van Beethoven, Ludwig and {Gemini Team}},
  year = {2024},
  month = jan,
  eprint = {2401.12345},
  archivePrefix = {arXiv},
  eprinttype = {arxiv},
  doi = {10.48550/arXiv.2401.12345},
  url = {https://arxiv.org/abs/2401.12345},
  keywords = {maths},
  abstract = {50\\% more.}
}
`,
    );
  });

  test('of a paper known by its title alone has a key to sort by and invents nothing', () => {
    expect(write({ title: 'One Epoch Is All You Need' })).toBe(
      '@misc{oneepochall,\n  title = {One Epoch Is All You Need},\n  key = {One Epoch Is All}\n}\n',
    );
  });

  test.each<[string, Partial<Paper>, Record<string, string | undefined>]>([
    ['year and month of a new arXiv identifier', { identifiers: ['arxiv:0704.0001'] }, { year: '2007', month: 'apr' }],
    [
      'year and month of an old arXiv identifier',
      { identifiers: ['arxiv:hep-th/9901001'] },
      { year: '1999', month: 'jan', eprint: 'hep-th/9901001' },
    ],
    ['a year alone', { published: '2019' }, { year: '2019', month: undefined }],
    [
      'the DOI of the publisher before that of arXiv',
      { identifiers: ['arxiv:2401.12345', 'doi:10.1234/a_b'] },
      { doi: '10.1234/a_b' },
    ],
    [
      'no DOI that would break the entry',
      { identifiers: ['doi:10.1234/a{b'] },
      { doi: undefined, url: 'https://doi.org/10.1234/a%7Bb' },
    ],
    ['an address without braces', { page: 'https://a.org/?q={a}' }, { url: 'https://a.org/?q=%7Ba%7D' }],
    ['a venue', { venue: 'Q & A' }, { howpublished: 'Q \\& A' }],
    ['no address that is not of the web', { page: 'javascript:alert(1)' }, { url: undefined }],
  ])('has %s', (_, paper, expected) => {
    const fields = fieldsOf(paper);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, fields[name]]))).toEqual(expected);
  });
});

const expectWhole = (text: string) => {
  const paper = listedPaper({
    paper: { title: text, authors: [text, text], abstract: text, venue: text, keywords: [text], page: text },
    entry: { tags: [text] },
  });
  const entries = readBibtex(wholeExport(bibtex, [paper, paper], options));
  expect(entries.map(({ type, key }) => [type, /^[a-z0-9]+$/.test(key)])).toEqual([
    ['misc', true],
    ['misc', true],
  ]);
  const fields = entries[0]?.fields ?? new Map<string, string>();
  expect([printed(fields.get('title') ?? ''), printed(fields.get('abstract') ?? '')]).toEqual([
    foldWhitespace(text),
    foldWhitespace(text),
  ]);
  for (const name of ['author', 'key', 'howpublished', 'keywords']) printed(fields.get(name) ?? '');
  expect([...fields.values()].join()).not.toMatch(/\\(?:input|write|def|catcode)|\^\^/);
};

describe('any text in any field', () => {
  test.each(HOSTILE_STRINGS)('leaves the entry whole and prints as it is: "$name"', ({ text }) => {
    expectWhole(text);
  });

  test('leaves the entry whole and prints as it is', () => {
    const tex = fc.constantFrom(
      '\\',
      '{',
      '}',
      '$',
      '^',
      '_',
      '%',
      '#',
      '&',
      '~',
      '"',
      '@',
      ',',
      '\\input',
      '\\alpha',
      '\\}',
      'x',
      'LLaMA',
      '-',
      ' ',
      '2',
    );
    const text = fc.oneof(
      fc.array(tex, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(fc.property(text, expectWhole), { numRuns: 10_000 });
  });
});
