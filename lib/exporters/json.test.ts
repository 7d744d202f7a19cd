import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { wholeExport } from '../../tests/samples/whole-export.ts';
import { json } from './json.ts';

const exportedAt = '2026-11-22T08:00:00.000Z';
const written = (...papers: ReturnType<typeof listedPaper>[]) => JSON.parse(wholeExport(json, papers, { exportedAt }));

describe('json', () => {
  test('holds all that a later import needs, and no paper id', () => {
    const paper = listedPaper({
      paper: {
        id: 987_654,
        title: 'A Title',
        identifiers: ['arxiv:2401.00001'],
        authors: ['Ann Lee'],
        sources: { title: 'digest-card', authors: 'huggingface-data' },
      },
      entry: {
        paperId: 987_654,
        status: 'read',
        starred: true,
        tags: ['later'],
        note: 'Good',
        changed: { status: '0-0-device' },
      },
      seen: [seenIn({ date: { unit: 'day', month: 3, day: 11 } }, { upvotes: 7 })],
    });
    const at = '2026-11-20T08:00:00.000Z';
    expect(written(paper)).toEqual({
      format: 'gleaner',
      version: 1,
      exportedAt,
      digests: [
        {
          key: 'huggingface:day:2026-11-20',
          site: 'huggingface',
          kind: 'day',
          date: { unit: 'day', month: 3, day: 11 },
          firstSeenAt: at,
          lastSeenAt: at,
        },
      ],
      papers: [
        {
          identifiers: ['arxiv:2401.00001'],
          title: 'A Title',
          authors: ['Ann Lee'],
          sources: { title: 'digest-card', authors: 'huggingface-data' },
          status: 'read',
          starred: true,
          tags: ['later'],
          note: 'Good',
          removed: false,
          changed: { status: '0-0-device' },
          addedAt: at,
          order: expect.any(Number),
          sightings: [
            {
              digestKey: 'huggingface:day:2026-11-20',
              as: 'arxiv:2401.00001',
              rank: 1,
              upvotes: 7,
              seenAt: at,
              lastSeenAt: at,
            },
          ],
        },
      ],
    });
    expect(wholeExport(json, [paper], { exportedAt })).not.toContain('987654');
  });

  test('names a digest once, however many papers were seen in it', () => {
    const papers = ['A', 'B'].map((title) =>
      listedPaper({ paper: { title }, seen: [seenIn({ key: 'a' }), seenIn({ key: title })] }),
    );
    expect(written(...papers).digests.map((digest: { key: string }) => digest.key)).toEqual(['a', 'A', 'B']);
  });

  test.each(HOSTILE_STRINGS)('gives "$name" back unchanged', ({ text }) => {
    const [paper] = written(listedPaper({ paper: { title: text }, entry: { note: text } })).papers;
    expect([paper.title, paper.note]).toEqual([text, text]);
  });

  test('says nothing of fields that it does not know', () => {
    const paper = listedPaper();
    expect(
      wholeExport(json, [{ ...paper, paper: Object.assign(paper.paper, { searchWords: 'private' }) }], { exportedAt }),
    ).not.toContain('private');
  });
});
