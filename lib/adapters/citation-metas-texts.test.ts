import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { foundInMetas } from './citation-metas.ts';

const TITLE: Meta = ['citation_title', 'Tides in Small Cups'];
const AUTHOR: Meta = ['citation_author', 'Oduya, Mira'];
const LONG = 'We measure tides in forty cups. '.repeat(12).trim();

type Meta = readonly [name: string, content: string];

describe('the metas of a page', () => {
  test.each<[string, Meta[], string[]]>([
    [
      'one for each',
      [
        ['citation_author', 'Oduya, Mira'],
        ['citation_author', 'Li Wen'],
      ],
      ['Mira Oduya', 'Li Wen'],
    ],
    ['one for all', [['citation_authors', 'Oduya, Mira; Wen, Li;']], ['Mira Oduya', 'Li Wen']],
    ['short names for all', [['citation_authors', 'Oduya M;Wen L;']], ['Oduya M', 'Wen L']],
    ['of Dublin Core', [['DC.Creator', 'Mira Oduya']], ['Mira Oduya']],
    ['of HighWire’s Dublin Core', [['DC.Contributor', 'Mira Oduya']], ['Mira Oduya']],
    [
      'of two kinds, which say the same',
      [
        ['dc.creator', 'Oduya, Mira'],
        ['citation_author', 'Mira Oduya'],
      ],
      ['Mira Oduya'],
    ],
    ['with a suffix', [['citation_author', 'King, Ada, Jr.']], ['Ada King Jr.']],
    ['with a degree', [['citation_author', 'Ada King, PhD']], ['Ada King']],
    ['of a group', [['citation_author', 'Collaboration, The CUPS']], ['The CUPS Collaboration']],
    [
      'who share a name',
      [
        ['citation_author', 'Wei Wang'],
        ['citation_author', 'Wei Wang'],
      ],
      ['Wei Wang', 'Wei Wang'],
    ],
    ['twice, as all the metas are', [TITLE, AUTHOR, AUTHOR], ['Mira Oduya']],
    ['parted by commas', [['citation_authors', 'Mira Oduya, Li Wen, Jo Ek']], ['Mira Oduya', 'Li Wen', 'Jo Ek']],
    ['with more commas than a name has', [['citation_author', 'Oduya, Mira, Wen']], ['Oduya, Mira, Wen']],
  ])('name authors: %s', (_, metas, authors) => {
    expect(read([TITLE, ...metas])?.authors).toEqual(authors);
  });

  test.each<[string, Meta, string | undefined]>([
    [
      'in paragraphs',
      ['citation_abstract', '<p>Cups <i>have</i></p><p>tides &amp; more.</p>'],
      'Cups have tides & more.',
    ],
    [
      'of JATS',
      ['citation_abstract', '<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O.</jats:p>'],
      'H2O.',
    ],
    ['below a heading', ['citation_abstract', '<h3>Abstract</h3><p>Cups.</p>'], 'Cups.'],
    ['behind a label', ['citation_abstract', 'Abstract: Cups.'], 'Cups.'],
    ['with mark-up that was escaped twice', ['citation_abstract', '&lt;p&gt;Cups.&lt;/p&gt;'], 'Cups.'],
    [
      'with signs that are no mark-up',
      ['citation_abstract', 'For k<n and n>0, a <b and c> d.'],
      'For k<n and n>0, a <b and c> d.',
    ],
    ['that is an extract', ['citation_abstract', `${LONG} We also…`], undefined],
    ['that says there is none', ['citation_abstract', 'Abstract not available.'], undefined],
    ['in a description that is long', ['DC.Description', LONG], LONG],
    ['in a description that is short', ['DC.Description', 'Annals of Small Water, volume 3.'], undefined],
    ['in a description of the page', ['og:description', LONG], undefined],
  ])('hold an abstract %s', (_, meta, abstract) => {
    expect(read([TITLE, AUTHOR, meta])?.abstract?.replace(/\s+/g, ' ').trim()).toBe(abstract);
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
