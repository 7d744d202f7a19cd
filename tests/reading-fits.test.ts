import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parted } from '../lib/capture/parted.ts';
import { parseCapture } from '../lib/messages/parse.ts';
import { HOSTILE_STRINGS } from './hostile/strings.ts';
import { type Entry, sampleEntry } from './pages/huggingface-entry.ts';
import { dayPage, paperPage, searchPage, trendingPage } from './pages/huggingface-page.ts';
import { readDigest } from './reading.ts';

const SITE = 'https://huggingface.co';

/** Anything that may stand where the site has a text, a number, a list or an object. */
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS.map(({ text }) => text.slice(0, 5_000))),
  fc.constantFrom(null, true, -1, 0, 1.5, 1e12, Number.MAX_SAFE_INTEGER, '', ' ', '12', [], {}, [''], [null], [[]]),
  fc.constantFrom(
    '2026-13-45',
    '2026-05-12',
    '9999-12-31T00:00:00.000Z',
    '0001-01-01',
    'https://x.example/a b',
    'http://',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const FIELDS = [
  'authors',
  'publishedAt',
  'title',
  'summary',
  'upvotes',
  'projectPage',
  'githubRepo',
  'ai_keywords',
  'organization',
];

/** A paper of the site, some of whose fields hold anything at all. */
const odd = fc
  .tuple(
    fc.nat(500),
    fc.dictionary(fc.constantFrom(...FIELDS), anything),
    fc.dictionary(fc.constantFrom('numComments', 'thumbnail', 'organization', 'summary'), anything),
  )
  .map(([number, inner, outer]): Entry => {
    const entry = sampleEntry(number);
    return { ...entry, ...outer, paper: { ...entry.paper, ...inner } };
  });

test('whatever a page holds, what is read of it is a message that the background takes', () => {
  fc.assert(
    fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), fc.nat(3), (entries, kind) => {
      const plain = entries.map(({ paper }) => sampleEntry(Number(paper.id.slice(5))));
      const [path, html] = [
        [
          '/papers/date/2026-05-12',
          dayPage('2026-05-12', plain, { data: { dateString: '2026-05-12', periodType: 'day', dailyPapers: entries } }),
        ],
        ['/papers/trending', trendingPage(plain, { data: { dailyPapers: entries, isTrending: true } })],
        ['/papers?q=row', searchPage('row', plain, [], { data: { query: { q: 'row' }, searchResults: entries } })],
        [
          `/papers/${entries[0]?.paper.id}`,
          paperPage(plain[0] ?? sampleEntry(1), { data: { paper: entries[0]?.paper } }),
        ],
      ][kind] ?? ['', ''];
      const { digest, reading } = readDigest(html ?? '', `${SITE}${path}`);
      const { papers, problems } = reading;
      const capture = { digest, adapter: 'huggingface', seenAt: '2026-05-12T08:00:00.000Z', papers, problems };
      for (const part of parted(capture)) expect(parseCapture(part)).toEqual(part);
    }),
    { numRuns: 150 },
  );
});

test('the largest paper that a page can hold becomes a message that the background takes', () => {
  const long = (limit: number) => '漢'.repeat(limit + 10);
  const address = `https://example.org/${'a'.repeat(1_900)}`;
  const entry: Entry = {
    ...sampleEntry(1),
    thumbnail: address,
    organization: { name: long(300), fullname: long(300) },
    paper: {
      ...sampleEntry(1).paper,
      title: long(2_000),
      summary: long(20_000),
      authors: Array.from({ length: 6_000 }, () => ({ name: long(300) })),
      ai_keywords: Array.from({ length: 200 }, () => long(300)),
      projectPage: address,
      githubRepo: address,
    },
  };
  const html = paperPage(sampleEntry(1), { data: { paper: entry.paper, organization: entry.organization } });
  const { digest, reading } = readDigest(html, `${SITE}/papers/${entry.paper.id}`);
  const { papers, problems } = reading;
  const [only] = parted({ digest, adapter: 'huggingface', seenAt: '2026-05-12T08:00:00.000Z', papers, problems });
  expect(papers[0]?.authors).toHaveLength(500);
  expect(parseCapture(only)).toEqual(only);
});
