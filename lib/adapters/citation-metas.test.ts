import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { foundInMetas } from './citation-metas.ts';
import { noteFor } from './facts.ts';
import { paperFrom } from './paper-from.ts';

const TITLE: Meta = ['citation_title', 'Tides in Small Cups'];
const AUTHOR: Meta = ['citation_author', 'Oduya, Mira'];
const ABSTRACT = 'We measure tides in forty cups.';

type Meta = readonly [name: string, content: string];

describe('the metas of a page', () => {
  test('say all of a paper', () => {
    expect(
      read([
        TITLE,
        AUTHOR,
        ['citation_author', 'Jens Åkervik'],
        ['citation_doi', 'https://doi.org/10.5555/CUPS.7'],
        ['citation_arxiv_id', '2605.01001'],
        ['citation_pmid', '123456'],
        ['citation_publication_date', '2026/05/10'],
        ['citation_journal_title', 'Annals of Small Water'],
        ['citation_abstract', ABSTRACT],
        ['citation_pdf_url', 'https://water.example/cups.pdf'],
      ]),
    ).toEqual({
      identifiers: ['arxiv:2605.01001', 'doi:10.5555/cups.7', 'pmid:123456'],
      source: 'publisher-page',
      title: 'Tides in Small Cups',
      authors: ['Mira Oduya', 'Jens Åkervik'],
      published: '2026-05-10',
      venue: 'Annals of Small Water',
      abstract: ABSTRACT,
      pdf: 'https://water.example/cups.pdf',
    });
  });

  test.each<[string, Meta[]]>([
    ['a title alone', [TITLE]],
    ['a title and a journal', [TITLE, ['citation_journal_title', 'Annals of Small Water']]],
    ['an author without a title', [AUTHOR, ['og:title', 'Tides in Small Cups'], ['dc.title', 'Tides in Small Cups']]],
    ['an empty title', [['citation_title', ' '], AUTHOR]],
    [
      'two papers',
      [TITLE, AUTHOR, ['citation_doi', '10.5555/a'], ['citation_title', 'Another'], ['citation_doi', '10.5555/b']],
    ],
  ])('are no paper with %s', (_, metas) => {
    expect(read(metas)).toBeUndefined();
  });

  test.each<[string, string, string[]]>([
    ['citation_doi', 'doi:10.5555/Cups', ['doi:10.5555/cups']],
    ['citation_doi', 'http://www.doi.org/10.5555/cups', ['doi:10.5555/cups']],
    ['DC.Identifier', 'info:doi/10.5555/cups', ['doi:10.5555/cups']],
    ['dc.identifier', 'ISSN 1234-5678', []],
    ['dc.identifier', 'https://arxiv.org/abs/2605.01001v2', ['arxiv:2605.01001']],
    ['prism.doi', 'DOI: 10.5555/cups', ['doi:10.5555/cups']],
    ['citation_doi', '10.48550/arXiv.2605.01001', ['arxiv:2605.01001']],
    ['citation_arxiv_id', 'arXiv:2605.01001v3', ['arxiv:2605.01001']],
    ['citation_arxiv_id', 'math.GT/0309136', ['arxiv:math/0309136']],
    ['citation_pmid', 'PMC', []],
  ])('name a paper by %s %s', (name, content, identifiers) => {
    expect(read([TITLE, AUTHOR, [name, content]])?.identifiers).toEqual(identifiers);
  });

  test.each<[Meta[], string | undefined]>([
    [
      [
        ['citation_date', '2018/10/11'],
        ['citation_online_date', '2019/05/24'],
      ],
      '2018-10-11',
    ],
    [[['citation_publication_date', '2018/10']], '2018-10'],
    [
      [
        ['citation_publication_date', 'Winter'],
        ['citation_year', '2018'],
      ],
      '2018',
    ],
    [[['citation_online_date', '11 October 2018']], '2018-10-11'],
    [[['DC.Date', '2018-10-11T09:00:00Z']], '2018-10-11'],
    [[['citation_date', '0000-00-00']], undefined],
  ])('bear a date: %j', (metas, date) => {
    expect(read([TITLE, AUTHOR, ...metas])?.published).toBe(date);
  });

  test('take mark-up out of the title', () => {
    expect(read([['citation_title', 'The <i>E. coli</i> &amp; CO<sub>2</sub>'], AUTHOR])?.title).toBe(
      'The E. coli & CO2',
    );
  });

  test.each<[Meta[], string | undefined]>([
    [
      [
        ['citation_pdf_url', '/cups.pdf'],
        ['og:url', 'https://water.example/7'],
      ],
      'https://water.example/cups.pdf',
    ],
    [[['citation_pdf_url', '/cups.pdf']], undefined],
    [[['citation_pdf_url', 'javascript:void 0']], undefined],
  ])('link a PDF: %j', (metas, pdf) => {
    expect(read([TITLE, AUTHOR, ...metas])?.pdf).toBe(pdf);
  });

  test('are found in any case, and as properties', () => {
    const html = '<meta property="CITATION_TITLE" content="Tides"><meta property="Citation_Author" content="Li Wen">';
    expect(foundInMetas(new JSDOM(html).window.document)).toMatchObject({ title: 'Tides', authors: ['Li Wen'] });
  });

  test('stay text within bounds whatever hostile string stands in all of them', () => {
    for (const { text } of HOSTILE_STRINGS) {
      const names = [
        'citation_title',
        'citation_author',
        'citation_authors',
        'citation_doi',
        'citation_abstract',
        'citation_date',
      ];
      const found = read(names.map((name): Meta => [name, text]));
      const paper = found && paperFrom(found, noteFor([]));
      expect(paper?.title.length ?? 0).toBeLessThanOrEqual(2_000);
      expect(paper?.abstract?.length ?? 0).toBeLessThanOrEqual(20_000);
    }
  });
});

function read(metas: readonly Meta[]) {
  const { document } = new JSDOM('<!doctype html><head></head>').window;
  for (const [name, content] of metas) {
    const meta = document.createElement('meta');
    meta.setAttribute('name', name);
    meta.setAttribute('content', content);
    document.head.append(meta);
  }
  return foundInMetas(document);
}
