import { describe, expect, test } from 'vitest';
import type { Capture } from '../domain/capture.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import { parseCapture } from '../messages/parse.ts';
import { newOutbox, parted } from './outbox.ts';

const capture = (papers: ScrapedPaper[]): Capture => ({
  digest: { key: 'site:day:2026-05-12', site: 'site', kind: 'day' },
  adapter: 'site',
  seenAt: '2026-05-12T08:00:00.000Z',
  papers,
  problems: [{ code: 'text-bounded', rank: 1, part: 'abstract' }],
});

const papersOf = (count: number, length: number): ScrapedPaper[] =>
  Array.from({ length: count }, (_, index) => ({
    identifiers: [],
    source: 'digest-card',
    title: String(index),
    abstract: 'a'.repeat(length),
    rank: index + 1,
  }));

describe('a capture on its way', () => {
  test.each([
    ['no paper', 0, 0, [0]],
    ['a few papers', 3, 1_000, [3]],
    ['201 papers', 201, 100, [200, 1]],
    ['papers with very long abstracts', 50, 20_000, [19, 19, 12]],
    ['one paper that is longer than a message should be', 2, 500_000, [1, 1]],
  ])('with %s goes in messages of bounded size', (_, count, length, sizes) => {
    const whole = capture(papersOf(count, length));
    const parts = parted(whole);
    expect(parts.map((part) => part.papers.length)).toEqual(sizes);
    expect(parts.flatMap((part) => part.papers)).toEqual(whole.papers);
    expect(parts.flatMap((part) => part.problems)).toEqual(whole.problems);
    for (const part of parts) expect(part).toMatchObject({ digest: whole.digest, seenAt: whole.seenAt });
  });
});

test('a capture that is on its way is not sent a second time', async () => {
  const sent: Capture[] = [];
  const outbox = newOutbox(
    {
      warn: () => {},
      send: async (message) => {
        sent.push(message);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ok: false, code: 'malformed' };
      },
    },
    () => {},
  );
  outbox.put(capture(papersOf(1, 10)));
  await Promise.all([outbox.send(), outbox.send()]);
  await outbox.send();
  expect(sent).toHaveLength(1);
});

test('every part of a page full of problems is a message that is taken', () => {
  const problems = Array.from({ length: 5_000 }, (_, index) => ({ code: 'text-bounded' as const, rank: index + 1 }));
  for (const part of parted({ ...capture(papersOf(450, 100)), problems })) {
    expect(parseCapture(part)?.papers).toEqual(part.papers);
  }
});
