import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { wholeExport } from '../../tests/samples/whole-export.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { csv } from './csv.ts';

const options = { exportedAt: '2026-11-22T08:00:00.000Z' };
const records = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
const FORMULA_STARTS = [...'=+-@\t\r\n\0＝＋－＠'];

describe('csv', () => {
  const known = listedPaper({
    paper: {
      title: 'A "Title", Quoted',
      authors: ['Ann Lee', 'Bo Ek'],
      published: '2024-01-23',
      abstract: 'We try.',
      identifiers: ['arxiv:2401.12340', 'doi:10.1234/x'],
      code: 'https://github.com/a/b',
      keywords: ['one', 'two'],
    },
    entry: { status: 'reading', starred: true, tags: ['later'], note: 'First\r\nsecond' },
    seen: [seenIn({ date: { unit: 'day', month: 3, day: 11 } }, { upvotes: 7 })],
  });

  test('begins with a byte order mark, has a header row and ends every row with CRLF', () => {
    const text = wholeExport(csv, [known], options);
    expect(text).toMatch(/^\uFEFFTitle,Authors,Year,/);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('holds what is known of a paper', () => {
    expect(records(wholeExport(csv, [known], options))).toEqual([
      {
        Title: 'A "Title", Quoted',
        Authors: 'Ann Lee; Bo Ek',
        Year: '2024',
        Published: '2024-01-23',
        Status: 'reading',
        Starred: 'yes',
        Tags: 'later',
        Note: 'First\nsecond',
        arXiv: 'arXiv:2401.12340',
        DOI: '10.1234/x',
        Link: 'https://arxiv.org/abs/2401.12340',
        PDF: 'https://arxiv.org/pdf/2401.12340',
        Code: 'https://github.com/a/b',
        Project: '',
        Venue: '',
        Organisation: '',
        Keywords: 'one; two',
        Upvotes: '7',
        Digests: '1',
        'Seen in': 'huggingface --03-11',
        'First seen': '2026-11-20T08:00:00.000Z',
        'Last seen': '2026-11-20T08:00:00.000Z',
        Abstract: 'We try.',
      },
    ]);
  });

  test('is only a header without papers', () => {
    expect(wholeExport(csv, [], options).split('\r\n')).toHaveLength(2);
  });

  const expectSafe = (texts: string[]) => {
    const papers = texts.map((text) =>
      listedPaper({ paper: { title: text, abstract: text, authors: [text] }, entry: { note: text, tags: [text] } }),
    );
    const rows = records(wholeExport(csv, papers, options));
    const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== '');
    expect(cells.filter((cell) => FORMULA_STARTS.includes(cell.charAt(0)))).toEqual([]);
    const titles = texts.map(foldWhitespace);
    expect(rows.map((row, place) => (row.Title === `'${titles[place]}` ? titles[place] : row.Title))).toEqual(titles);
  };

  test.each(HOSTILE_STRINGS)('gives "$name" back, or with an apostrophe where it would be a formula', ({ text }) => {
    expectSafe([text]);
  });

  test('starts no cell as a formula and gives every text back', () => {
    const starts = fc.constantFrom(...FORMULA_STARTS, '"', ',', ' ', '\u200B=', '\uFEFF@');
    const text = fc.tuple(starts, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(text, { minLength: 200, maxLength: 300 }), expectSafe), { numRuns: 40 });
  });
});
