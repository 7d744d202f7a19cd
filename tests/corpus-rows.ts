import { domOf, folded, inDailyData, inFile, inRows, type Said, textIn } from './corpus-said.ts';

// What pages say that have no file beside them with what they say: found by the plainest selectors, apart from the adapters.

/** Papers of the page of a day. */
export function daily(): Said[] {
  return inDailyData('huggingface/daily_2026-05-12_reconstructed.html');
}

/** Papers of the trending page. */
export function trending(): Said[] {
  return inDailyData('huggingface/trending_reconstructed_real-cards-2026-10.html');
}

/** The two cards of a trending page; each stands twice in the mark-up. */
export function fragment(): Said[] {
  const id = (card: Element) => `arxiv:${card.querySelector('h3 a')?.getAttribute('href')?.split('/').at(-1)}`;
  const places = { row: 'article', id, title: 'h3 a', authors: '.no-authors-on-cards' };
  const cards = inRows('huggingface/trending_2026-10-07.fragment-real.html', places);
  return cards.filter((card, index) => cards.findIndex((other) => other.id === card.id) === index);
}

/** Rows of a search on arXiv. */
export function arxivSearch(): Said[] {
  return inRows('arxiv/search_endometriosis_2023-09.real-rows.html', {
    row: 'li.arxiv-result',
    id: (row) => textIn(row.querySelector('.list-title > a')).toLowerCase(),
    title: 'p.title',
    authors: 'p.authors a',
    abstract: '.abstract-full',
  });
}

/** An abstract page of arXiv. */
export function arxivPaper(): Said[] {
  const id = (row: Element) => `arxiv:${row.querySelector('[name="citation_arxiv_id"]')?.getAttribute('content')}`;
  const places = { row: 'html', id, title: 'h1.title', authors: '.authors a', abstract: 'blockquote.abstract' };
  const papers = inRows('arxiv/abs_1810.04805_bert_v2__rendered.html', places);
  return papers.map((paper) => ({ ...paper, title: paper.title.replace(/^Title: ?/, '') }));
}

/** The one card of an alphaXiv feed. */
export function alphaxivCard(): Said[] {
  const id = (row: Element) => `arxiv:${row.querySelector('a[href^="/abs/"]')?.getAttribute('href')?.slice(5)}`;
  const places = { row: 'main > div', id, title: '.tiptap', authors: 'div.font-normal' };
  return inRows('alphaxiv/explore_card_2606.15956.real-trimmed.html', places);
}

/** Panels of papers.cool. */
export function papersCool(): Said[] {
  const id = (row: Element) => `arxiv:${row.id}`;
  const places = { row: '.panel.paper', id, title: 'a.title-link', authors: 'a.author', abstract: 'p.summary' };
  return inRows('paperscool/search_first5.real-trimmed.html', places);
}

/** Rows of Semantic Scholar, which shows extracts and a machine’s summaries. */
export function semanticScholar(): Said[] {
  const id = (row: Element) => `s2:${row.getAttribute('data-paper-id')}`;
  const places = { row: '.serp-papers__paper-row', id, title: 'h2', authors: 'a.cl-paper-authors__author-box' };
  return inRows('semanticscholar/search_first3.real-trimmed.html', places);
}

/** Rows of PubMed, which shows extracts. */
export function pubmed(): Said[] {
  const id = (row: Element) => `pmid:${textIn(row.querySelector('.docsum-pmid'))}`;
  const places = { row: 'article', id, title: 'a.docsum-title', authors: '.full-authors' };
  return inRows('pubmed/search_endometriosis_2023-11.real-rows.html', places).map(
    ({ title, authors = [], ...rest }) => ({
      ...rest,
      title: title.replace(/\.$/, ''),
      authors: authors.flatMap((names) => names.replace(/\.$/, '').split(', ')),
    }),
  );
}

/** The forum of one paper, which tells its authors and abstract to search engines. */
export function forum(): Said[] {
  const file = 'openreview/forum_reconstructed.html';
  const metas = (name: string) =>
    [...domOf(file).querySelectorAll(`meta[name="${name}"]`)].map((meta) => folded(meta.getAttribute('content') ?? ''));
  const told = { authors: metas('citation_author'), abstract: metas('citation_abstract').join() };
  return inFile('openreview/expected.json', file, 'openreview', 'forum').map((paper) => ({ ...paper, ...told }));
}

/** The page of one paper of the ACL Anthology. */
export function aclPaper(id: string): Said[] {
  const papers = inFile('acl/expected.json', `acl/paper_${id}_reconstructed.html`, 'acl', 'papers');
  return papers.filter((paper) => paper.id === `acl:${id}`);
}

/** A title or a list of names may be cut, which the site shows by three dots. */
export function scholar(): Said[] {
  const places = { row: '.gs_r[data-cid]', id: () => undefined, title: 'h3.gs_rt > a', authors: '.gs_a' };
  return inRows('scholar/search_1_2026-06-23.real.html', places).map(({ title, authors = [] }) => ({
    title,
    authors: authors.flatMap((line) =>
      folded(line.split(' - ')[0] ?? '')
        .replace(/…$/, '')
        .split(', '),
    ),
  }));
}
