import { expect, test } from 'vitest';
import { listedPaper } from '../../tests/samples/listed-paper.ts';
import type { Paper } from '../domain/paper.ts';
import { citationLine, markdownLink } from './citation-line.ts';

const arxiv = { identifiers: ['arxiv:2401.12340' as const] };

test.each<[string, Partial<Paper>, string]>([
  ['a title alone', {}, 'A Title.'],
  [
    'an arXiv paper',
    { ...arxiv, authors: ['Ann Lee', 'Bo Ek'] },
    'Ann Lee, Bo Ek (2024). A Title. arXiv:2401.12340. https://arxiv.org/abs/2401.12340',
  ],
  [
    'a venue, which says more than the identifier',
    { ...arxiv, venue: 'Seeds 2025', published: '2025-05-01' },
    '(2025). A Title. Seeds 2025. https://arxiv.org/abs/2401.12340',
  ],
  ['a title that ends a sentence itself', { title: 'Why Seeds?' }, 'Why Seeds?'],
  ['TeX that lost its backslashes', { title: 'Sorting in mathcal O(sqrt K)' }, 'Sorting in 𝒪(√K).'],
  ['many authors', { authors: ['A A', 'B B', 'C C', 'D D', 'E E', 'F F', 'G G'] }, 'A A, B B, C C, et al. A Title.'],
  ['an address that is none', { page: 'javascript:alert(1)' }, 'A Title.'],
])('the citation of %s is one line', (_, paper, line) => {
  expect(citationLine(listedPaper({ paper }).paper)).toBe(line);
});

test('a Markdown link is text where there is nothing to link to, and its title is never mark-up', () => {
  const { paper } = listedPaper({ paper: { ...arxiv, title: 'A [b](c) *d*' } });
  expect(markdownLink(paper)).toBe('[A \\[b\\]\\(c\\) \\*d\\*](https://arxiv.org/abs/2401.12340)');
  expect(markdownLink(listedPaper().paper)).toBe('A Title');
});
