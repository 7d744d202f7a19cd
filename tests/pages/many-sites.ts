import type { Entry } from './huggingface-entry.ts';
import { dayPage } from './huggingface-page.ts';

/** A paper that nobody wrote, to be shown by pages of many sites, each in its own mark-up. */
export interface Work {
  title: string;
  authors: string[];
  abstract: string;
  arxiv: string;
  doi: string;
  s2: string;
  openreview: string;
  acl: string;
}

/** One such paper. */
export const HERONS: Work = {
  title: 'Herons Decide Late: Waiting as a Strategy',
  authors: ['Wilma Reed', 'Otto Sandbank'],
  abstract: 'We watched herons, and they watched us. Both sides waited; one of them caught fish.',
  arxiv: '2605.04001',
  doi: '10.1234/herons.1',
  s2: 'a'.repeat(40),
  openreview: 'hErOnS4001',
  acl: '2026.marsh-long.1',
};

/** A page and where it stands. */
export interface ShownPage {
  address: string;
  html: string;
}

/** What a machine made of any of these papers; no library may ever hold it. */
export const MACHINE_TEXT = 'A machine says in one line that somebody waited.';

/** The Hugging Face page of a day, whose data holds the abstract with other white space. */
export function huggingfaceDay({ arxiv, title, authors, abstract }: Work): ShownPage {
  const entry: Entry = {
    paper: {
      id: arxiv,
      authors: authors.map((name) => ({ name })),
      publishedAt: '2026-05-11T20:00:00.000Z',
      title: title.replace(' ', '\n  '),
      summary: `${abstract} `,
      upvotes: 12,
      ai_summary: MACHINE_TEXT,
    },
    numComments: 3,
  };
  return { address: 'https://huggingface.co/papers/date/2026-05-12', html: dayPage('2026-05-12', [entry]) };
}

/** arXiv's list of new papers. */
export function arxivNew({ arxiv, title, authors, abstract }: Work): ShownPage {
  const links = authors.map((name) => `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=x">${name}</a>`);
  const html = `<h3>Showing new listings for Tuesday, 12 May 2026</h3><dl id="articles">
    <h3>New submissions (showing 1 of 1 entries)</h3>
    <dt><a name="item1">[1]</a> <a href="/abs/${arxiv}" title="Abstract" id="${arxiv}">arXiv:${arxiv}</a></dt>
    <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
    <div class="list-authors">${links.join(', ')}</div><p class="mathjax">${abstract}</p></div></dd></dl>`;
  return { address: 'https://arxiv.org/list/cs.LG/new', html: page(html) };
}

/** alphaXiv's feed, which shows a machine's summary. */
export function alphaxivFeed({ arxiv, title, authors }: Work): ShownPage {
  const names = authors.map((name) => `<div class="font-normal">${name}</div>`).join('');
  const html = `<div class="rounded-xl border"><a href="/abs/${arxiv}v1"><div class="tiptap">${title}</div></a>
    <div><span>11 May 2026</span><div>${names}</div></div><p><span>${MACHINE_TEXT}</span></p></div>`;
  return { address: 'https://www.alphaxiv.org/', html: page(html) };
}

/** papers.cool, with the words of the query marked. */
export function papersCool({ arxiv, title, authors, abstract }: Work): ShownPage {
  const marked = title.replace(/\w+/, '<mark>$&</mark>');
  const html = `<div class="papers"><div class="panel paper" id="${arxiv}"><h2 class="title">
    <a href="https://arxiv.org/abs/${arxiv}"><span class="index">#1</span></a>
    <a class="title-link" id="title-${arxiv}" href="/arxiv/${arxiv}">${marked}</a></h2>
    <p class="authors" id="authors-${arxiv}">${authors.map((name) => `<a class="author">${name}</a>`).join(', ')}</p>
    <p class="summary" id="summary-${arxiv}">${abstract}</p></div></div>`;
  return { address: 'https://papers.cool/arxiv/search?query=herons&show=50', html: page(html) };
}

/** A row of Semantic Scholar, with a link to arXiv or without any, and a machine's line on the paper. */
export function semanticScholarRow({ s2, title, authors, arxiv }: Work, isLinked: boolean): ShownPage {
  const names = authors.map((name) => `<span data-test-id="author-list"><a href="/author/x/1">${name}</a></span>`);
  const out = isLinked ? `<a data-test-id="paper-link" href="https://arxiv.org/pdf/${arxiv}">arXiv</a>` : '';
  const html = `<div data-test-id="results"><div class="cl-paper-row serp-papers__paper-row" data-paper-id="${s2}">
    <a data-test-id="title-link" href="/paper/Herons/${s2}"><h2 class="cl-paper-title">${title}</h2></a>${names.join('')}
    <div class="tldr-abstract-replacement"><button>TLDR</button><span>${MACHINE_TEXT}</span></div>${out}</div></div>`;
  return { address: `https://www.semanticscholar.org/search?q=herons${isLinked ? '' : '%20waiting'}`, html: page(html) };
}

/** A publisher's page of the paper, by the DOI that is given. */
export function doiPage({ title, authors }: Work, doi: string): ShownPage {
  const people = authors.map((name) => {
    const words = name.split(' ');
    return meta('citation_author', `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`);
  });
  const metas = [meta('citation_title', title), ...people, meta('citation_doi', doi), meta('description', MACHINE_TEXT)];
  return { address: `https://publisher.example/doi/${doi}`, html: page(`<h1>${title}</h1>`, metas.join('')) };
}

/** The paper's forum on OpenReview. */
export function openreviewForum({ openreview, title, authors, abstract }: Work): ShownPage {
  const metas = [
    meta('citation_title', title),
    ...authors.map((name) => meta('citation_author', name)),
    meta('citation_pdf_url', `https://openreview.net/pdf?id=${openreview}`),
    meta('citation_abstract', abstract),
  ];
  const html = `<main><h2 class="citation_title">${title}</h2><div class="forum-authors">${authors.join(', ')}</div></main>`;
  return { address: `https://openreview.net/forum?id=${openreview}`, html: page(html, metas.join('')) };
}

/** The paper's page in the ACL Anthology. */
export function aclPaper({ acl, title, authors }: Work): ShownPage {
  const metas = [
    meta('citation_title', title),
    ...authors.map((name) => meta('citation_author', name)),
    meta('citation_pdf_url', `https://aclanthology.org/${acl}.pdf`),
    meta('citation_conference_title', 'Proceedings of a Meeting That Was Never Held'),
  ];
  const html = `<div id="main"><h2 id="title"><a href="https://aclanthology.org/${acl}.pdf">${title}</a></h2></div>`;
  return { address: `https://aclanthology.org/${acl}/`, html: page(html, metas.join('')) };
}

function meta(name: string, content: string): string {
  return `<meta name="${name}" content="${content}">`;
}

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`;
}
