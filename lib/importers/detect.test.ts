import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';
import { instantIn, publishedIn } from './file-dates.ts';
import { identifierOfAddress } from './find-identifiers.ts';
import { readImport } from './read-import.ts';

const kindOf = async (text: string, name = '') => {
  const read = await readImport(text, { name, seenAt: '2026-11-22T08:00:00.000Z' });
  return read.ok ? read.value.format : read.code;
};

describe('what a file is, its content tells first', () => {
  test.each([
    ['@misc{a, title={A}}', 'x.ris', 'bibtex'],
    ['TY  - JOUR\nTI  - A\nER  - ', 'x.txt', 'ris'],
    ['\ufeff[{"title":"A","type":"article"}]', 'x.bib', 'csl-json'],
    ['{"items":[{"title":"A"}]}', '', 'csl-json'],
    ['{"format":"gleaner","version":1,"papers":[{"title":"A","identifiers":[]}]}', '', 'gleaner-json'],
    ['{"__dataVersion":1,"Arxiv-2101.00001":{"id":"Arxiv-2101.00001","title":"A"}}', '', 'papermemory'],
    ['Title,DOI\nA,10.5555/a', '', 'csv'],
    ['2101.00001\n10.5555/a', '', 'list'],
    ['2101.00001,10.5555/a', 'x.csv', 'csv'],
    ['[2101.00001]', '', 'list'],
    ['Mar 11\n\nOn Lists\n\nWe study lists of all kinds.\n', '', 'text-digest'],
    [
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://arxiv.org/abs/2101.00001">A paper</A></DL>',
      '',
      'bookmarks',
    ],
    ['<html><body>https://arxiv.org/abs/2101.00001</body></html>', '', 'web-page'],
    ['', '', 'empty'],
    [' \n\t ', '', 'empty'],
    ['{"theme":"dark"}', '', 'unknown'],
    ['{"title": ', '', 'broken-json'],
    ['just words', '', 'unknown'],
    ['A Title\n\nAnd what is below it.\n', '', 'no-date'],
    ['@misc{a, year=2000}', '', 'nothing'],
  ])('%j named %j is %s', async (text, name, kind) => {
    expect(await kindOf(text, name)).toBe(kind);
  });
});

describe('bytes', () => {
  const wide = (text: string, isBig: boolean, mark: boolean) => {
    const units = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
  };
  const text = '@misc{a, title={Ünïcödé and some plain letters}}';
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 with a mark', wide(text, false, true)],
    ['UTF-16 big-endian with a mark', wide(text, true, true)],
    ['UTF-16 without a mark', wide(text, false, false)],
  ])('%s are read', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['Latin-1', Uint8Array.from([...'a\nb\nCaf\u00e9'].map((c) => c.charCodeAt(0))), { code: 'encoding', line: 3 }],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), { code: 'binary' }],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4), { code: 'binary' }],
    ['zeros', new TextEncoder().encode('abc\0def ghi jkl mno'), { code: 'binary' }],
  ])('%s are refused', (_, bytes, expected) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, ...expected });
  });

  test('a replacement character that stands in the file is no fault of its encoding', () => {
    expect(decodeText(new TextEncoder().encode('a\ufffdb')).ok).toBe(true);
  });
});

test.each([
  ['https://arxiv.org/abs/2101.00001v3', 'arxiv:2101.00001'],
  ['http://www.arxiv.org/pdf/hep-th/9901001.pdf', 'arxiv:hep-th/9901001'],
  ['https://huggingface.co/papers/2101.00001', 'arxiv:2101.00001'],
  ['https://www.alphaxiv.org/abs/2101.00001', 'arxiv:2101.00001'],
  ['https://papers.cool/arxiv/2101.00001', 'arxiv:2101.00001'],
  ['https://ar5iv.labs.arxiv.org/html/2101.00001', 'arxiv:2101.00001'],
  ['https://doi.org/10.48550/arXiv.2101.00001', 'arxiv:2101.00001'],
  ['https://dx.doi.org/10.5555/a%2Fb', 'doi:10.5555/a/b'],
  ['https://openreview.net/pdf?id=AbC12_x', 'openreview:AbC12_x'],
  ['https://aclanthology.org/2023.acl-long.1.pdf', 'acl:2023.acl-long.1'],
  ['https://aclanthology.org/P19-1001/', 'acl:P19-1001'],
  ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pmid:12345678'],
  ['https://www.biorxiv.org/content/10.1101/2021.01.01.123456v2.full', 'doi:10.1101/2021.01.01.123456'],
  ['https://dl.acm.org/doi/pdf/10.1145/123.456', 'doi:10.1145/123.456'],
  ['https://www.nature.com/articles/s41586-021-00001-1', 'doi:10.1038/s41586-021-00001-1'],
  [`https://www.semanticscholar.org/paper/A-title/${'ab'.repeat(20)}`, `s2:${'ab'.repeat(20)}`],
  ['https://arxiv.org/list/cs.CL/recent', undefined],
  ['https://arxiv.org.evil.example/abs/2101.00001', undefined],
  ['https://doi.org/%zz', undefined],
  ['javascript:2101.00001', undefined],
])('%s leads to %s', (address, identifier) => {
  expect(identifierOfAddress(address)).toBe(identifier);
});

test.each([
  ['2024', '2024'],
  ['2024-1', '2024-01'],
  ['2024/01/23/', '2024-01-23'],
  ['23 Jan 2024', '2024-01-23'],
  ['January 23, 2024', '2024-01-23'],
  ['Spring 2024', '2024'],
  ['2024-13-01', '2024'],
  ['n.d.', undefined],
])('%s is the day %s', (text, day) => {
  expect(publishedIn(text)).toBe(day);
});

test.each<[unknown, string | undefined]>([
  ['2022-11-06 04:33:50+00:00', '2022-11-06T04:33:50.000Z'],
  ['2022-11-06', '2022-11-06T00:00:00.000Z'],
  [1_700_000_000, '2023-11-14T22:13:20.000Z'],
  [1_700_000_000_000, '2023-11-14T22:13:20.000Z'],
  ['yesterday', undefined],
  ['9999-01-01', undefined],
  [Number.NaN, undefined],
  [{}, undefined],
])('%j is the instant %s', (value, instant) => {
  expect(instantIn(value)).toBe(instant);
});
