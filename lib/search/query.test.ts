import { expect, test } from 'vitest';
import { type Condition, parseQuery } from './query.ts';

/** A condition in short: its field, its words (those that may go on with a star), in quotes where they are a phrase. */
function short({ words, phrase, field }: Condition): string {
  const text = words.map((word) => word.text + (word.prefix ? '*' : '')).join(' ');
  return (field ? `${field}:` : '') + (phrase ? `"${text}"` : text);
}

const CASES: [query: string, wanted: string[], unwanted?: string[]][] = [
  ['deep learn', ['deep', 'learn*']],
  ['deep learn ', ['deep', 'learn']],
  ['"deep learning"', ['"deep learning"']],
  ['“deep learning” x', ['"deep learning"', 'x*']],
  ['deep -graph', ['deep'], ['"graph"']],
  ['-"graph nets" deep ', ['deep'], ['"graph nets"']],
  ['-self-supervised', [], ['"self supervised"']],
  ['self-superv', ['self superv*']],
  ['author:kim', ['authors:kim*']],
  ['AUTHORS:"de la Cruz"', ['authors:"de la cruz"']],
  ['tag:a note:b title:c abstract:d', ['tags:a', 'note:b', 'title:c', 'abstract:d*']],
  ['-tag:x y', ['y*'], ['tags:"x"']],
  ['语言 型', ['语言', '型*']],
  ['型 x', ['型*', 'x*']],
  ['"unpaired quote', ['unpaired', 'quote*']],
  ['a"b c"', ['a b', 'c*']],
  ['"a"b', ['a b*']],
  ['author: kim', ['author', 'kim*']],
  ['arxiv:2401.1', ['arxiv 2401 1*']],
  ['https://x.org', ['https x org*']],
  ['foo:"a b"', ['foo a b*']],
  ['- -- "" ""', []],
  ['!!!', []],
  ['', []],
];
test.each(CASES)('%j asks for %j and not for %j', (query, wanted, unwanted = []) => {
  const parsed = parseQuery(query);
  expect(parsed.wanted.map(short)).toEqual(wanted);
  expect(parsed.unwanted.map(short)).toEqual(unwanted);
});

test('a pasted page of words is read as far as it helps', () => {
  const parsed = parseQuery(Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' '));
  expect(parsed.wanted.length).toBe(48);
});
