import { expect, test } from 'vitest';
import type { Digest } from '../domain/digest.ts';
import { writeSiteReport } from './site-report.ts';

const at = '2026-11-22T06:00:00.000Z';

function digestAt(url: string): Digest {
  const stays = { firstSeenAt: at, lastSeenAt: at, size: 3 };
  return { key: 'arxiv:search:secret', site: 'arxiv', kind: 'search', query: 'secret', title: 'secret', url, ...stays };
}

test('a report of a site is one fact a line', () => {
  const problems = [
    { code: 'site-changed' as const, part: 'authors', times: 1 },
    { code: 'row-without-title' as const, times: 4 },
  ];
  const digest = digestAt('https://arxiv.org/search/?query=secret');
  const health = { at, digestKey: digest.key, digest, papers: 3, captures: 12, problems };
  const notice = { at, parts: ['authors'] };
  expect(writeSiteReport({ app: '0.2.0', browser: 'Browser/1', site: 'arxiv', health, notice }).split('\n')).toEqual([
    'Gleaner 0.2.0',
    'Browser/1',
    'site: arxiv',
    'page: search at arxiv.org/search',
    'last read: 2026-11-22T06:00:00.000Z, papers: 3',
    'visits: 12',
    'problem: site-changed authors × 1',
    'problem: row-without-title × 4',
    'missing: authors (2026-11-22T06:00:00.000Z)',
    '',
  ]);
});

test.each([
  ['https://arxiv.org/abs/2503.01234', 'arxiv.org/abs'],
  ['https://aclanthology.org/2024.acl-long.12/', 'aclanthology.org/…'],
  ['https://pubmed.ncbi.nlm.nih.gov/38000001/', 'pubmed.ncbi.nlm.nih.gov/…'],
  ['https://openreview.net/forum?id=secret#secret', 'openreview.net/forum'],
  ['https://example.org/a-very-long-title-of-one-invented-paper', 'example.org/…'],
])('of the address %s a report says %s, and never which page it was', (url, place) => {
  const digest = digestAt(url);
  const health = { at, digestKey: digest.key, digest, papers: 0, captures: 1, problems: [] };
  const text = writeSiteReport({ app: '0.2.0', browser: 'Browser/1', site: 'arxiv', health });
  expect(text).toContain(`page: search at ${place}\n`);
  expect(text).not.toMatch(/secret|2503|2024|38000001|invented/);
});

test('a site that was never read has a report too', () => {
  expect(writeSiteReport({ app: '0.2.0', browser: 'B', site: 'acl', health: undefined })).toBe(
    'Gleaner 0.2.0\nB\nsite: acl\n',
  );
});
