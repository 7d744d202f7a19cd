import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { scraped } from '../../tests/library.ts';
import { type Description, describe } from './description.ts';
import type { Identifier } from './identifier.ts';
import { partition } from './identity.ts';
import type { ScrapedPaper } from './paper.ts';

const LONG = 'A Title Long Enough To Tell Papers Apart';

/** How many papers these are, and which of them (by position) are one. */
function papersOf(papers: (Partial<ScrapedPaper> & { title: string })[], apart: [number, number][] = []): number[][] {
  const keys = papers.map((paper) => describe(scraped(paper)).key);
  const descriptions = [
    ...new Map(papers.map((paper) => [describe(scraped(paper)).key, describe(scraped(paper))])).values(),
  ];
  const pairs = apart.map(([a, b]): [string, string] => [keys[a] ?? '', keys[b] ?? '']);
  const clusters = partition(descriptions, pairs).map((cluster) => new Set(cluster.descriptions.map(({ key }) => key)));
  return clusters
    .map((cluster) => keys.flatMap((key, index) => (cluster.has(key) ? [index] : [])))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

suite('what makes two descriptions one paper', () => {
  const cases: [string, (Partial<ScrapedPaper> & { title: string })[], number[][]][] = [
    [
      'the same identifier, whatever the titles',
      [
        { title: 'One Name', identifiers: ['arxiv:2501.00001'] },
        { title: 'Another Name', identifiers: ['arxiv:2501.00001', 'doi:10.1/x'] },
      ],
      [[0, 1]],
    ],
    [
      'a bare title and an identified paper of that title',
      [{ title: LONG }, { title: LONG.toUpperCase(), identifiers: ['arxiv:2501.00001'] }],
      [[0, 1]],
    ],
    [
      'never two arXiv identifiers under one title',
      [
        { title: LONG, identifiers: ['arxiv:2501.00001'] },
        { title: LONG, identifiers: ['arxiv:2501.00002'] },
      ],
      [[0], [1]],
    ],
    [
      'never two arXiv identifiers under one DOI',
      [
        { title: LONG, identifiers: ['arxiv:2501.00001', 'doi:10.1/x'] },
        { title: LONG, identifiers: ['arxiv:2501.00002', 'doi:10.1/x'] },
      ],
      [[0], [1]],
    ],
    [
      'two DOIs under one arXiv identifier',
      [
        { title: LONG, identifiers: ['arxiv:2501.00001', 'doi:10.1/x'] },
        { title: LONG, identifiers: ['arxiv:2501.00001', 'doi:10.1/y'] },
      ],
      [[0, 1]],
    ],
    [
      'a preprint and its DOI by title and a shared surname',
      [
        { title: LONG, identifiers: ['arxiv:2501.00001'], authors: ['Ada Lovelace', 'Mary Somerville'] },
        { title: LONG, identifiers: ['doi:10.1/x'], authors: ['Somerville, M.'] },
      ],
      [[0, 1]],
    ],
    [
      'not where both know their authors and share none',
      [
        { title: LONG, identifiers: ['arxiv:2501.00001'], authors: ['Ada Lovelace'] },
        { title: LONG, identifiers: ['doi:10.1/x'], authors: ['Mary Somerville'] },
      ],
      [[0], [1]],
    ],
    [
      'not under a vague title alone',
      [
        { title: 'Introduction', identifiers: ['arxiv:2501.00001'] },
        { title: 'Introduction', identifiers: ['doi:10.1/x'] },
      ],
      [[0], [1]],
    ],
    [
      'under a vague title whose abstracts agree',
      [
        { title: 'Introduction', identifiers: ['arxiv:2501.00001'], abstract: 'We open this volume with a survey.' },
        { title: 'Introduction', identifiers: ['doi:10.1/x'], abstract: 'We open  this volume with a Survey.' },
      ],
      [[0, 1]],
    ],
    [
      'two bare vague titles with different abstracts are two',
      [
        { title: 'Introduction', abstract: 'We open this volume with a survey.' },
        { title: 'Introduction', abstract: 'Bees communicate by dancing.' },
      ],
      [[0], [1]],
    ],
    [
      'a bare title that fits two papers goes to the smaller identifier',
      [
        { title: LONG, identifiers: ['arxiv:2501.00002'] },
        { title: LONG },
        { title: LONG, identifiers: ['arxiv:2501.00001'] },
      ],
      [[0], [1, 2]],
    ],
  ];
  test.each(cases)('%s', (_name, papers, expected) => {
    expect(papersOf(papers)).toEqual(expected);
  });

  test('what the user has set apart stays apart, even with a shared identifier', () => {
    const papers = [
      { title: LONG, identifiers: ['arxiv:2501.00001'] as Identifier[] },
      { title: LONG, identifiers: ['arxiv:2501.00001', 'doi:10.1/x'] as Identifier[] },
    ];
    expect(papersOf(papers, [[0, 1]])).toEqual([[0], [1]]);
  });
});

test('the partition is the same for every order of the descriptions', () => {
  const description = fc
    .record({
      title: fc.constantFrom(LONG, `${LONG}!`, 'Another Long Title Of A Paper', 'Introduction'),
      arxiv: fc.option(fc.constantFrom('arxiv:2501.00001', 'arxiv:2501.00002')),
      doi: fc.option(fc.constantFrom('doi:10.1/x', 'doi:10.1/y')),
      authors: fc.subarray(['Ada Lovelace', 'Mary Somerville', 'Emmy Noether']),
      abstract: fc.constantFrom('We survey.', 'Bees dance.'),
    })
    .map(({ arxiv, doi, ...rest }): Description => {
      const identifiers = [arxiv, doi].filter((identifier) => identifier !== null) as Identifier[];
      return describe(scraped({ ...rest, identifiers }));
    });
  const sets = fc.uniqueArray(description, { selector: ({ key }) => key, maxLength: 10 });
  const shuffled = sets.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      const form = (items: Description[]) =>
        partition(items, [])
          .map((cluster) =>
            cluster.descriptions
              .map(({ key }) => key)
              .sort()
              .join('\n'),
          )
          .sort();
      expect(form(other)).toEqual(form(list));
      for (const cluster of partition(list, [])) {
        const arxiv = new Set(
          cluster.descriptions.flatMap(({ identifiers }) => identifiers.filter((id) => id.startsWith('arxiv:'))),
        );
        expect(arxiv.size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 2_000 },
  );
});
