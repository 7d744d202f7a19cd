import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { plainReading } from '../../tests/samples/plain-digest.ts';
import { readTextDigest } from './text-digest.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);
const SEEN_AT = '2026-11-22T08:00:00.000Z';
const names = readdirSync(SEEDS).sort();
const seed = (name: string) => readFileSync(new URL(name, SEEDS), 'utf8');

const read = (text: string, name?: string) =>
  readTextDigest(text, name === undefined ? { seenAt: SEEN_AT } : { seenAt: SEEN_AT, name });
async function captureOf(text: string) {
  const outcome = await read(text);
  if (!outcome.ok) throw new Error(`${outcome.code} at line ${outcome.line}: ${outcome.excerpt}`);
  return outcome.value;
}

const abstract = (subject: string) =>
  `We study ${subject} in depth. ${'It works better than all that came before. '.repeat(4)}`.trim();
const digest = (...blocks: string[]) => `${blocks.join('\n\n')}\n`;
const small = digest('Mar 11', 'On Lists', abstract('lists'), 'On Trees', abstract('trees'));

describe('the example digests', () => {
  test('hold 58, 62, 56, 55 and 31 papers with 181 different titles', async () => {
    const captures = await Promise.all(names.map((name) => captureOf(seed(name))));
    expect(captures.map(({ papers }) => papers.length)).toEqual([58, 62, 56, 55, 31]);
    expect(new Set(captures.flatMap(({ papers }) => papers.map(({ title }) => title))).size).toBe(181);
    expect(captures.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test.each(names)('%s is read title by title and abstract by abstract', async (name) => {
    const { papers } = await captureOf(seed(name));
    expect(papers.map((paper) => [paper.title, paper.abstract])).toEqual(plainReading(seed(name)));
    expect(papers.map(({ rank }) => rank)).toEqual(papers.map((_, place) => place + 1));
  });

  test('bear their dates without a year', async () => {
    const captures = await Promise.all(names.map((name) => captureOf(seed(name))));
    const dates = [
      [3, 11],
      [8, 13],
      [3, 14],
      [4, 29],
      [3, 12],
    ].map(([month, day]) => ({ unit: 'day', month, day }));
    expect(captures.map((capture) => capture.digest.date)).toEqual(dates);
  });
});

describe('a capture from a text', () => {
  test('says where it came from and nothing that the text does not say', async () => {
    const outcome = await read(small, ' my digest.txt ');
    expect(outcome).toEqual({
      ok: true,
      value: {
        digest: {
          key: expect.stringMatching(/^text-file:[0-9a-f]{16}$/),
          site: 'text-file',
          kind: 'day',
          date: { unit: 'day', month: 3, day: 11 },
          title: 'my digest.txt',
        },
        adapter: 'text-file',
        seenAt: SEEN_AT,
        papers: [
          { identifiers: [], title: 'On Lists', abstract: abstract('lists'), source: 'text-file', rank: 1 },
          { identifiers: [], title: 'On Trees', abstract: abstract('trees'), source: 'text-file', rank: 2 },
        ],
        problems: [],
      },
    });
  });

  test.each([
    ['CRLF', small.replaceAll('\n', '\r\n')],
    ['old Mac line ends', small.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${small}`],
    ['more blank lines', small.replaceAll('\n\n', '\n \n\t\n\n')],
    ['spaces around lines', small.replaceAll('\n', '  \n  ')],
    ['no line end at the end', small.trimEnd()],
    ['a header', `new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\n${small}`],
    ['a header without blank lines', `new\nSUBSCRIBE\n${small}`],
    ['a hard-wrapped abstract', small.replace('in depth. It', 'in\ndepth.\nIt')],
    ['a hard-wrapped title', small.replace('On Lists', 'On\nLists')],
    ['a title right below the date', small.replace('Mar 11\n', 'Mar 11')],
  ])('is the same with %s', async (_, text) => {
    expect(await captureOf(text)).toEqual(await captureOf(small));
  });

  test.each([
    ['March 11', { month: 3, day: 11 }],
    ['11 Mar', { month: 3, day: 11 }],
    ['Mar. 11', { month: 3, day: 11 }],
    ['Sept 3rd', { month: 9, day: 3 }],
    ['Feb 29', { month: 2, day: 29 }],
    ['Mar 11, 2025', { year: 2025, month: 3, day: 11 }],
    ['11 March 2025', { year: 2025, month: 3, day: 11 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
  ])('takes %s as the date', async (line, date) => {
    const { digest } = await captureOf(small.replace('Mar 11', line));
    expect(digest.date).toEqual({ unit: 'day', ...date });
  });

  test('has another key when the date, a title, an abstract or the order differs', async () => {
    const [one, two] = [abstract('lists'), abstract('trees')];
    const texts = [
      small,
      small.replace('Mar 11', 'Mar 12'),
      small.replace('Mar 11', 'Mar 11, 2025'),
      small.replace('On Trees', 'On Graphs'),
      small.replace('study trees', 'study graphs'),
      digest('Mar 11', 'On Trees', two, 'On Lists', one),
    ];
    const keys = await Promise.all(texts.map(async (text) => (await captureOf(text)).digest.key));
    expect(new Set(keys).size).toBe(texts.length);
  });

  test('bounds an abstract that is too long and says so', async () => {
    const { papers, problems } = await captureOf(digest('Mar 11', 'On Lists', 'Long words. '.repeat(10_000)));
    expect(papers[0]?.abstract?.length).toBeLessThanOrEqual(20_000);
    expect(problems).toEqual([{ code: 'text-bounded', rank: 1, part: 'abstract' }]);
  });
});

describe('a text that is no digest', () => {
  const long = 'A sentence that goes on. '.repeat(30);
  test.each([
    ['empty', 1, ''],
    ['empty', 1, ' \n\n\uFEFF\t'],
    ['no-date', 3, 'new\n\nSubscribe'],
    ['no-date', 3, 'new\n\nOn Lists\n\nMar 11'],
    ['no-date', 1, 'Week 12\n\nOn Lists'],
    ['bad-date', 2, 'new\nFeb 30\n\nOn Lists'],
    ['bad-date', 1, 'Feb 29, 2025\n\nOn Lists'],
    ['bad-date', 1, '2025-13-01'],
    ['no-papers', 1, 'Mar 11\n\n'],
    ['missing-abstract', 3, digest('Mar 11', 'On Lists')],
    ['missing-abstract', 7, digest('Mar 11', 'On Lists', abstract('lists'), 'On Trees')],
    ['abstract-too-short', 5, digest('Mar 11', 'On Lists', 'On Trees', abstract('trees'))],
    ['title-too-long', 7, digest('Mar 11', 'On Lists', abstract('lists'), long, 'On Trees', abstract('trees'))],
    ['title-too-long', 3, digest('Mar 11', `On Lists\n${long}`, 'On Trees', abstract('trees'))],
    ['second-digest', 7, digest('Mar 11', 'On Lists', abstract('lists'), 'Mar 12', 'On Trees', abstract('trees'))],
    [
      'second-digest',
      9,
      digest('Mar 11', 'On Lists', abstract('lists'), 'new', 'Get trending papers in your email inbox!'),
    ],
    ['cut-off', 6, digest('Mar 11', 'On Lists', `${abstract('lists')}\nThen we prop`).trimEnd()],
    ['not-text', 3, 'Mar 11\n\nOn\u0000Lists'],
    ['not-text', 4, 'Mar 11\n\nOn Lists\n\u001B[31mred'],
    ['not-text', 1, '\uFFFD\uFFFDn\u0000e\u0000w\u0000'],
    ['too-large', 1, 'a'.repeat(5_000_001)],
    [
      'too-many-papers',
      8_003,
      digest('Mar 11', ...Array.from({ length: 2_001 }, () => ['On Lists', abstract('lists')]).flat()),
    ],
  ])('fails with %s at line %i', async (code, line, text) => {
    expect(await read(text)).toMatchObject({ ok: false, code, line });
  });

  test('is quoted from the line, so that the place can be found', async () => {
    expect(await read('new\n\n  On   Lists of Lists\n')).toEqual({
      ok: false,
      code: 'no-date',
      line: 3,
      excerpt: 'On Lists of Lists',
    });
  });

  test.each(HOSTILE_STRINGS)('never throws for "$name" as text, title or abstract', async ({ text }) => {
    for (const whole of [text, digest('Mar 11', text, abstract('lists')), digest('Mar 11', 'On Lists', text)]) {
      const outcome = await read(whole, text);
      if (!outcome.ok) expect(outcome.line).toBeGreaterThan(0);
      if (outcome.ok) expect(outcome.value.papers).toHaveLength(1);
    }
  });
});

test.each([
  ['a short abstract that ends as a sentence does', 'Mar 11\n\nOn Lists\n\nWe study lists.\x20And trees.\n'],
  [
    'a last abstract without a full stop, in a file that ends with a line break',
    `Mar 11\n\nOn Lists\n\n${'We study lists '.repeat(20)}\n`,
  ],
])('%s is taken in', async (_name, text) => {
  expect(await readTextDigest(text, { seenAt: '2026-05-12T08:00:00.000Z' })).toMatchObject({ ok: true });
});

test('a title too long even for an abstract is cut, and says so', async () => {
  const text = `Mar 11\n\n${'x'.repeat(100_000)}\n\nWe study lists of things.\n`;
  const read = await readTextDigest(text, { seenAt: '2026-05-12T08:00:00.000Z' });
  if (!read.ok) throw new Error(read.code);
  expect(read.value.papers[0]?.title).toHaveLength(2_000);
  expect(read.value.problems).toEqual([{ code: 'text-bounded', rank: 1, part: 'title' }]);
});
