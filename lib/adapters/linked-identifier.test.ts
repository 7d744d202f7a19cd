import { expect, test } from 'vitest';
import { linkedIdentifier } from './linked-identifier.ts';

test.each([
  ['https://arxiv.org/abs/2503.01234v2', 'arxiv:2503.01234'],
  ['http://www.arxiv.org/pdf/2503.01234.pdf', 'arxiv:2503.01234'],
  ['https://export.arxiv.org/abs/math.GT/0309136', 'arxiv:math/0309136'],
  ['https://arxiv.org/list/cs.LG/new', undefined],
  ['https://doi.org/10.1234/Hedge.7', 'doi:10.1234/hedge.7'],
  ['http://dx.doi.org/10.1234%2Fhedge(7)', 'doi:10.1234/hedge(7)'],
  ['https://doi.org/10.48550/arXiv.2503.01234', 'arxiv:2503.01234'],
  ['https://doi.org/10.1234/%E0%A4%A', 'doi:10.1234/%e0%a4%a'],
  ['https://www.doi.org/about', undefined],
  ['https://www.ncbi.nlm.nih.gov/pubmed/9599441', 'pmid:9599441'],
  ['https://pubmed.ncbi.nlm.nih.gov/9599441/', 'pmid:9599441'],
  ['https://pubmed.ncbi.nlm.nih.gov/?term=9599441', undefined],
  ['https://openreview.net/pdf?id=gArd3nO001', 'openreview:gArd3nO001'],
  ['https://evil-arxiv.org/abs/2503.01234', undefined],
  ['https://constructor/abs/2503.01234', undefined],
  ['/abs/2503.01234', undefined],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('a link to %s is one to %s', (href, identifier) => {
  expect(linkedIdentifier(href)).toBe(identifier);
});
