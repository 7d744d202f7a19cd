import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainReading } from '../../tests/samples/plain-digest.ts';
import { readTextDigest } from './text-digest.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);
const first = readFileSync(new URL(readdirSync(SEEDS).sort()[0] ?? '', SEEDS), 'utf8');
const read = (text: string) => readTextDigest(text, { seenAt: '2026-11-22T08:00:00.000Z' });

/** What came in must be what the damaged text plainly says, or a failure at a line that the text has. */
async function expectHonest(text: string): Promise<'read' | 'refused'> {
  const outcome = await read(text);
  if (outcome.ok) {
    const papers = outcome.value.papers.map((paper) => [paper.title, paper.abstract]);
    expect(papers).toEqual(plainReading(text));
    return 'read';
  }
  expect(outcome.line).toBeGreaterThanOrEqual(1);
  expect(outcome.line).toBeLessThanOrEqual(text.split(/\r\n|[\n\r]/).length);
  return 'refused';
}

describe('damaged digests', () => {
  test('cut at each 1 % are refused, unless the cut falls behind a sentence or in the address that ends it', async () => {
    const whole = plainReading(first);
    const taken = [];
    for (let percent = 0; percent < 100; percent += 1) {
      const cut = first.slice(0, Math.floor((first.length * percent) / 100));
      const outcome = await read(cut);
      if (!outcome.ok) continue;
      const titles = outcome.value.papers.map(({ title }) => title);
      expect(titles).toEqual(whole.slice(0, titles.length).map(([title]) => title));
      taken.push([percent, cut.trimEnd().slice(-1)]);
    }
    expect(taken).toEqual([
      [37, 's'],
      [56, '.'],
    ]);
  });

  test('without one block, whichever it is, are refused', async () => {
    const blocks = first.split('\n\n');
    const date = blocks.indexOf('Mar 11');
    for (const [place] of blocks.entries()) {
      const without = blocks.filter((_, other) => other !== place).join('\n\n');
      expect([place, (await read(without)).ok]).toEqual([place, place < date]);
    }
  });

  test('with a flipped bit are read as they stand or refused at a line', async () => {
    const bytes = new TextEncoder().encode(first);
    const results = new Set<string>();
    for (let round = 0; round < 120; round += 1) {
      const flipped = bytes.slice();
      const at = Math.floor((bytes.length * (round + 0.5)) / 120);
      flipped[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
      results.add(await expectHonest(new TextDecoder().decode(flipped)));
    }
    expect([...results].sort()).toEqual(['read', 'refused']);
  });

  test.each([
    [
      'UTF-16 read as UTF-8',
      new TextDecoder().decode(new Uint8Array(new Uint16Array([...first].map((c) => c.charCodeAt(0))).buffer)),
    ],
    [
      'every second line',
      first
        .split('\n')
        .filter((_, place) => place % 2 === 0)
        .join('\n'),
    ],
    ['lines in reverse', first.split('\n').reverse().join('\n')],
    ['twice', first + first],
    ['no blank lines', first.replaceAll('\n\n', '\n')],
    ['one line', first.replaceAll('\n', ' ')],
    [
      'titles only',
      plainReading(first)
        .map(([title]) => title)
        .join('\n\n'),
    ],
    [
      'date and titles only',
      `Mar 11\n\n${plainReading(first)
        .map(([title]) => title)
        .join('\n\n')}`,
    ],
    ['an HTML page', `<!doctype html><title>Papers</title>${first}`],
    ['JSON', JSON.stringify({ first })],
  ])('as %s are refused', async (_, text) => {
    expect(await expectHonest(text)).toBe('refused');
  });
});
