import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEntry } from '../../tests/pages/huggingface-entry.ts';
import type { Problem } from '../domain/capture.ts';
import { LIMITS } from '../domain/plain-text.ts';
import { noteFor } from './facts.ts';
import { paperFromRow, rowsById } from './huggingface-data.ts';
import type { JsonObject } from './json.ts';
import type { Unranked } from './paper-from.ts';

type Expected = { [Name in keyof Unranked]?: Unranked[Name] | undefined };

describe('a row of the page’s data', () => {
  test.each<[string, object, object, Expected]>([
    ['takes the paper’s own title, not the list’s', {}, { title: 'Own\n  title' }, { title: 'Own title' }],
    ['takes the list’s title when the paper has none', { title: 'Listed' }, { title: undefined }, { title: 'Listed' }],
    [
      'takes the list’s abstract when the paper has none',
      { summary: 'Listed.' },
      { summary: undefined },
      { abstract: 'Listed.' },
    ],
    ['drops the version of its id', {}, { id: '2605.00009v3' }, { identifiers: ['arxiv:2605.00009'] }],
    [
      'keeps hidden authors in their place',
      {},
      { authors: [{ name: 'A', hidden: true }, { name: 'B' }] },
      { authors: ['A', 'B'] },
    ],
    [
      'passes over authors without a name',
      {},
      { authors: [{ name: 'A' }, null, 7, { name: ' ' }] },
      { authors: ['A'] },
    ],
    [
      'takes the organisation’s short name when it has no other',
      { organization: { name: 'org' } },
      {},
      { organisation: 'org' },
    ],
    [
      'takes the picture of the first years',
      { thumbnail: undefined, mediaUrl: 'https://x.example/a.png' },
      {},
      { thumbnail: 'https://x.example/a.png' },
    ],
    [
      'takes no film for a picture',
      { thumbnail: undefined, mediaUrl: 'https://x.example/a.mp4' },
      {},
      { thumbnail: undefined },
    ],
    ['knows nothing of comments that are not counted', { numComments: undefined }, {}, { comments: undefined }],
    ['counts no votes that are no number', {}, { upvotes: '12' }, { upvotes: undefined }],
    ['bears no date that is none', {}, { publishedAt: '2026-13-45T00:00:00Z' }, { published: undefined }],
  ])('%s', (_, row, paper, expected) => {
    const { read } = readRow(row, paper);
    const names = Object.keys(expected) as (keyof Unranked)[];
    expect(Object.fromEntries(names.map((name) => [name, read?.[name]]))).toEqual(expected);
  });

  test.each<[string, object, object, Problem]>([
    ['a title that is too long', {}, { title: 'a'.repeat(3_000) }, { code: 'text-bounded', rank: 1, part: 'title' }],
    [
      'an abstract that is too long',
      {},
      { summary: 'a '.repeat(30_000) },
      { code: 'text-bounded', rank: 1, part: 'abstract' },
    ],
    [
      'too many authors',
      {},
      { authors: Array(6_000).fill({ name: 'A' }) },
      { code: 'list-bounded', rank: 1, part: 'authors' },
    ],
    [
      'a link that would run',
      {},
      { projectPage: 'javascript:alert(1)' },
      { code: 'link-refused', rank: 1, part: 'project' },
    ],
    [
      'a picture that is a document',
      { thumbnail: 'data:text/html,x' },
      {},
      { code: 'link-refused', rank: 1, part: 'thumbnail' },
    ],
  ])('is kept with a notice when it has %s', (_, row, paper, problem) => {
    const { read, problems } = readRow(row, paper);
    expect(read?.title.length).toBeLessThanOrEqual(LIMITS.title);
    expect(problems).toEqual([problem]);
  });

  test.each<JsonObject>([
    {},
    { paper: null },
    { paper: [] },
    { paper: { id: 'x', title: 'T' } },
    { paper: { id: '2605.00001' } },
  ])('without id or title (%j) is no paper', (row) => {
    expect(paperFromRow(row, noteFor([]))).toBeUndefined();
  });

  test('has nothing that its prototype has', () => {
    const row = JSON.parse('{"__proto__":{"paper":{"id":"2605.00001","title":"T"}}}');
    expect(paperFromRow(row, noteFor([]))).toBeUndefined();
    expect(rowsById([row])).toEqual(new Map());
  });

  test('of any shape never throws', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.object({ maxDepth: 3 }), (row, paper) => {
        paperFromRow({ ...row, paper: { ...paper, id: '2605.00001', title: 'T' } }, noteFor([]));
      }),
    );
  });
});

function readRow(row: object, paper: object): { read: Unranked | undefined; problems: Problem[] } {
  const sample = sampleEntry(1);
  const problems: Problem[] = [];
  const whole = { ...sample, organization: undefined, ...row, paper: { ...sample.paper, ...paper } };
  return { read: paperFromRow(whole, noteFor(problems, 1)), problems };
}
