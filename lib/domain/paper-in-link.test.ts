import { describe, expect, test } from 'vitest';
import { LINK_PATTERNS, paperInLink, standInTitle, titleInLinkText } from './paper-in-link.ts';

const HASH = '0123456789abcdef0123456789abcdef01234567';

const PAPERS = [
  ['https://arxiv.org/abs/2503.01234', 'arxiv:2503.01234'],
  ['http://arxiv.org/abs/2503.01234v2', 'arxiv:2503.01234'],
  ['https://arxiv.org/abs/2503.01234?context=cs.LG', 'arxiv:2503.01234'],
  ['https://arxiv.org/pdf/2503.01234', 'arxiv:2503.01234'],
  ['https://arxiv.org/pdf/2503.01234v1.pdf', 'arxiv:2503.01234'],
  ['https://arxiv.org/html/2503.01234v3#S1', 'arxiv:2503.01234'],
  ['https://export.arxiv.org/abs/math.GT/0309136', 'arxiv:math/0309136'],
  ['https://arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://huggingface.co/papers/2503.01234', 'arxiv:2503.01234'],
  ['https://huggingface.co/papers/2503.01234#community', 'arxiv:2503.01234'],
  ['https://www.alphaxiv.org/abs/2503.01234v1', 'arxiv:2503.01234'],
  ['https://www.alphaxiv.org/overview/2503.01234', 'arxiv:2503.01234'],
  ['https://papers.cool/arxiv/2503.01234', 'arxiv:2503.01234'],
  ['https://openreview.net/forum?id=aBcD3_f-g1', 'openreview:aBcD3_f-g1'],
  ['https://openreview.net/pdf?id=aBcD3_f-g1', 'openreview:aBcD3_f-g1'],
  ['https://openreview.net/forum?noteId=x&id=aBcD3_f-g1', 'openreview:aBcD3_f-g1'],
  ['https://aclanthology.org/2024.acl-long.12/', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/2024.acl-long.12.pdf', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/P18-1001', 'acl:P18-1001'],
  ['https://doi.org/10.1234/Some.Thing', 'doi:10.1234/some.thing'],
  ['https://doi.org/10.48550/arXiv.2503.01234', 'arxiv:2503.01234'],
  ['http://dx.doi.org/10.1234/a%2Fb', 'doi:10.1234/a/b'],
  [`https://www.semanticscholar.org/paper/A-Made-Up-Title/${HASH}`, `s2:${HASH}`],
  [`https://www.semanticscholar.org/paper/${HASH}`, `s2:${HASH}`],
  ['https://pubmed.ncbi.nlm.nih.gov/38000001/', 'pmid:38000001'],
  ['https://www.biorxiv.org/content/10.1101/2026.01.02.000003v1', 'doi:10.1101/2026.01.02.000003'],
  ['https://www.medrxiv.org/content/10.1101/2026.01.02.000003v1.full.pdf', 'doi:10.1101/2026.01.02.000003'],
] as const;

const OTHERS = [
  '',
  'arxiv.org/abs/2503.01234',
  'javascript:alert(1)',
  'https://arxiv.org/list/cs.LG/recent',
  'https://arxiv.org/abs/',
  'https://arxiv.org/abs/nothing',
  'https://arxiv.org.example.com/abs/2503.01234',
  'https://huggingface.co/papers/date/2026-05-12',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/models/2503.01234',
  'https://papers.cool/arxiv/cs.LG',
  'https://openreview.net/group?id=Venue.cc/2026/Conference',
  'https://openreview.net/forum',
  'https://aclanthology.org/volumes/2024.acl-long/',
  'https://aclanthology.org/people/a/an-author/',
  'https://doi.org/',
  'https://doi.org/10.1234/%E0%A4%A',
  'https://www.semanticscholar.org/author/An-Author/1234',
  'https://pubmed.ncbi.nlm.nih.gov/?term=cells',
];

describe('The paper that a link leads to', () => {
  test.each(PAPERS)('%s is %s', (address, identifier) => {
    expect(paperInLink(address)).toBe(identifier);
  });

  test.each(OTHERS)('"%s" is none', (address) => {
    expect(paperInLink(address)).toBeUndefined();
  });

  test.each(PAPERS)('the menu is offered on %s', (address) => {
    expect(LINK_PATTERNS.some((pattern) => matcher(pattern).test(address))).toBe(true);
  });
});

/** What a match pattern of a browser matches, as far as the patterns here go. */
function matcher(pattern: string): RegExp {
  const [scheme = '', rest = ''] = pattern.split('://');
  const text = rest.replace(/[.?]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${scheme === '*' ? 'https?' : scheme}://${text}$`);
}

test.each([
  ['arxiv:2503.01234', 'arXiv:2503.01234'],
  ['doi:10.1234/x', 'doi:10.1234/x'],
  ['pmid:38000001', 'PMID:38000001'],
  ['acl:P18-1001', 'ACL:P18-1001'],
] as const)('until its title is known, %s is called %s', (identifier, title) => {
  expect(standInTitle(identifier)).toBe(title);
});

test.each([
  ['A Made-Up Title of Some Length', 'A Made-Up Title of Some Length'],
  ['  A title\n  over   two lines ', 'A title over two lines'],
  ['量子纠错的一种新方法', '量子纠错的一种新方法'],
  ['PDF', undefined],
  ['View PDF', undefined],
  ['arXiv:2503.01234', undefined],
  ['[1] 2503.01234 (2025)', undefined],
  ['https://arxiv.org/abs/2503.01234', undefined],
  ['', undefined],
  ['word '.repeat(100), undefined],
])('the text of a link, "%s", is the title %s', (text, title) => {
  expect(titleInLinkText(text)).toBe(title);
});
