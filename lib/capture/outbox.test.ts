import { describe, expect, test } from 'vitest';
import { deafWays } from '../../tests/tab.ts';
import type { Capture } from '../domain/capture.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { parseCapture } from '../messages/parse.ts';
import { bytesOf, MESSAGE_LIMITS } from '../messages/size.ts';
import { newOutbox } from './outbox.ts';
import { parted } from './parted.ts';

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
      ...deafWays(),
      warn: () => {},
      send: async (message) => {
        sent.push(message);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ok: false, code: 'malformed' };
      },
    },
    { gone() {}, stored() {} },
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

describe('the biggest message', () => {
  const letter = '漢'; // three bytes each
  const longest = (limit: number) => letter.repeat(limit);
  const address = `https://example.org/${'a'.repeat(LIMITS.url - 30)}`;
  const huge: ScrapedPaper = {
    identifiers: ['arxiv:2605.00001', `doi:10.1234/${'a'.repeat(300)}`],
    source: 'huggingface-data',
    rank: 1,
    title: longest(LIMITS.title),
    authors: Array.from({ length: LIMITS.allAuthors / LIMITS.name }, () => longest(LIMITS.name)),
    abstract: longest(LIMITS.abstract),
    venue: longest(LIMITS.short),
    organisation: longest(LIMITS.short),
    keywords: Array.from({ length: LIMITS.keywords }, () => longest(LIMITS.name)),
    thumbnail: address,
    page: address,
    pdf: address,
    code: address,
    project: address,
  };
  const problems = Array.from({ length: 400 }, (_, index) => ({
    code: 'row-without-identifier' as const,
    rank: index + 1,
    part: letter.repeat(100),
  }));

  test('with one paper at every limit and all the problems that fit is still taken', () => {
    const whole = { ...capture([huge]), problems };
    const [only, ...more] = parted(whole);
    expect(more).toEqual([]);
    expect(bytesOf(only)).toBeGreaterThan(0.5 * MESSAGE_LIMITS.bytes);
    expect(parseCapture(only)).toEqual(whole);
  });

  test('of a list of such papers holds one of them, and each is taken', () => {
    const parts = parted(capture([huge, huge, huge]));
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(parseCapture(part)?.papers).toEqual([huge]);
  });

  test('that is larger by half is refused', () => {
    const [only] = parted({ ...capture([{ ...huge, authors: Array.from({ length: 1_200 }, () => longest(300)) }]) });
    expect(parseCapture(only)).toBeUndefined();
  });
});
