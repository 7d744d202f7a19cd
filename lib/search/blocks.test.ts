import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesIn } from './block-reader.ts';
import { addTerm, endBlock, newBlockWriter } from './block-writer.ts';
import { blocksFor, packDirectory, unpackDirectory } from './directory.ts';
import { fieldOfByte, type KeyRange, keysOfLetters, keysOfPrefix, keysOfTerm, lettersKey, termKey } from './keys.ts';
import { mostPostings, posting, takePostings } from './postings.ts';

const TERMS = ['a', 'ab', 'abc', 'abcd', 'b', 'graph', 'graphs', 'größe', 'zz', '语', '语言', '言模', '𠮷野'];
const FIELDS = ['title', 'abstract', 'note'] as const;

/** Lists of every length: some take many blocks, most a few bytes. */
const written = fc
  .array(
    fc.oneof(
      { weight: 15, arbitrary: fc.integer({ min: 0, max: 5 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
    ),
    {
      minLength: TERMS.length * FIELDS.length * 2,
      maxLength: TERMS.length * FIELDS.length * 2,
    },
  )
  .map((lengths) => {
    const keys = FIELDS.flatMap((field) => TERMS.flatMap((term) => [termKey(term, field), lettersKey(term, field)]));
    const lists = keys.map((key, index) => {
      const length = lengths[index] ?? 0;
      return { key, postings: Array.from({ length }, (_, at) => posting(at * 7 + (index % 5) + 1, (at * index) % 8)) };
    });
    return lists.filter(({ postings }) => postings.length > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
  });

const RANGES: [string, KeyRange, (key: string) => boolean][] = TERMS.flatMap((term) => {
  const bytes = termKey(term, 'title').slice(0, -1);
  return [
    [`the term ${term}`, keysOfTerm(term), (key) => key.slice(0, -1) === bytes],
    [`the prefix ${term}`, keysOfPrefix(term), (key) => key.startsWith(bytes)],
    [`the letters ${term}`, keysOfLetters(term), (key) => key.slice(0, -1) === `\u0001${bytes}`],
  ];
});

test('every stretch of terms is found whole in the blocks that the directory names', () => {
  fc.assert(
    fc.property(written, (lists) => {
      const blocks: Uint8Array[] = [];
      const writer = newBlockWriter((block) => blocks.push(block));
      for (const { key, postings } of lists) addTerm(writer, key, postings);
      endBlock(writer);
      const firstKeys = unpackDirectory(packDirectory(writer.firstKeys));
      expect(firstKeys).toEqual(writer.firstKeys);
      expect(Math.max(0, ...blocks.map(({ length }) => length))).toBeLessThan(40_000);
      for (const [name, range, belongs] of RANGES) {
        const found = readRange(blocks, firstKeys, range);
        const expected = lists.filter(({ key }) => belongs(key));
        expect([name, ...found]).toEqual([name, ...expected.flatMap(({ postings }) => postings)]);
      }
    }),
    { numRuns: 8 },
  );
});

function readRange(blocks: readonly Uint8Array[], firstKeys: readonly string[], range: KeyRange): number[] {
  const [first, end] = blocksFor(firstKeys, range);
  return blocks.slice(first, end).flatMap((block) =>
    entriesIn(block, range).flatMap(({ from, to, field }) => {
      expect(fieldOfByte(field)).toBeDefined();
      const into = new Uint32Array(mostPostings(to - from));
      return [...into.subarray(0, takePostings(block, from, to, into, 0))];
    }),
  );
}
