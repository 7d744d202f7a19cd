import { describe, expect, test } from 'vitest';
import { readRis } from './ris.ts';

const read = (text: string) => readRis(text, async () => undefined);
const RECORD = [
  'TY  - JOUR',
  'TI  - A Slow Study',
  'of Radishes',
  'AU  - van Beethoven, Ludwig',
  'AU  - Tolkien, J. R. R., Jr.',
  'AU  - Gemini Team',
  'PY  - 2024',
  'DA  - 2024/01/23/',
  'JO  - arXiv',
  'DO  - 10.48550/arXiv.2401.12345',
  'AN  - arXiv:2401.12345',
  'UR  - https://example.org/paper',
  'KW  - one',
  'KW  - two',
  'N1  - Read_Status: Read',
  'N1  - mine',
  'ER  - ',
];

describe('RIS', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['old Mac line ends', '\r'],
  ])('with %s is read whole', async (_, end) => {
    expect(await read(RECORD.join(end))).toMatchObject({
      refused: [],
      papers: [
        {
          title: 'A Slow Study of Radishes',
          authors: ['Ludwig van Beethoven', 'J. R. R. Tolkien Jr.', 'Gemini Team'],
          published: '2024-01-23',
          identifiers: ['arxiv:2401.12345'],
          page: 'https://example.org/paper',
          said: { tags: { value: ['one', 'two'] }, status: { value: 'read' }, note: { value: 'mine' } },
        },
      ],
    });
  });

  test.each([
    ['no ER', 'TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two', ['One', 'Two']],
    ['one space', 'TY - JOUR\nTI - One\nER - ', ['One']],
    ['no space at the end', 'TY  - JOUR\nT1  - One\nER  -', ['One']],
    ['blank lines and words around', '\n\nTY  - JOUR\nTI  - One\n\nER  - \n\n\n', ['One']],
  ])('with %s is read', async (_, text, titles) => {
    const { papers, refused } = await read(text);
    expect(papers.map(({ title }) => title)).toEqual(titles);
    expect(refused).toEqual([]);
  });

  test('a record without title is refused by its line', async () => {
    expect((await read('TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nPY  - 2020\nER  - \nloose words')).refused).toEqual([
      { line: 4, what: 'TY', why: 'no-title' },
      { line: 7, what: 'loose words', why: 'not-a-record' },
    ]);
  });
});
