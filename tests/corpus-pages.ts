import {
  aclPaper,
  alphaxivCard,
  arxivPaper,
  arxivSearch,
  daily,
  forum,
  fragment,
  papersCool,
  pubmed,
  scholar,
  semanticScholar,
  trending,
} from './corpus-rows.ts';
import { type CorpusPage, inFile } from './corpus-said.ts';

const HF = 'https://huggingface.co/papers';
const ACL = 'https://aclanthology.org';
const ARXIV_NEW = 'arxiv/list_cs.LG_new__rendered-from-hf-data.html';
const ARXIV_RECENT = 'arxiv/list_cs.LG_recent__rendered-from-hf-data.html';
const ARXIV_SEARCH = 'arxiv/search_results__rendered-from-hf-data.html';
const ALPHAXIV = 'alphaxiv/explore_reconstructed.html';
const OPENREVIEW = 'openreview/venue_list_reconstructed.html';
const VOLUME = 'acl/volume_2026.acl-long_reconstructed.html';

/** Every page of the corpus with the papers that are to be read of it. */
export const CORPUS_PAGES: readonly CorpusPage[] = [
  { file: 'huggingface/daily_2026-05-12_reconstructed.html', address: `${HF}/date/2026-05-12`, said: daily },
  { file: 'huggingface/trending_reconstructed_real-cards-2026-10.html', address: `${HF}/trending`, said: trending },
  { file: 'huggingface/trending_2026-10-07.fragment-real.html', address: `${HF}/trending`, said: fragment },
  {
    file: ARXIV_NEW,
    address: 'https://arxiv.org/list/cs.LG/new',
    said: () => inFile('arxiv/list_cs.LG__expected.json', ARXIV_NEW, 'arxiv', 'new'),
  },
  {
    file: ARXIV_RECENT,
    address: 'https://arxiv.org/list/cs.LG/recent',
    said: () => inFile('arxiv/list_cs.LG__expected.json', ARXIV_RECENT, 'arxiv', 'recent_first50'),
  },
  {
    file: ARXIV_SEARCH,
    address: 'https://arxiv.org/search/?query=language+model&searchtype=all',
    said: () => inFile('arxiv/search_results__expected.json', ARXIV_SEARCH, 'arxiv'),
  },
  {
    file: 'arxiv/search_endometriosis_2023-09.real-rows.html',
    address: 'https://arxiv.org/search/?query=endometriosis&searchtype=all',
    said: arxivSearch,
  },
  {
    file: 'arxiv/abs_1810.04805_bert_v2__rendered.html',
    address: 'https://arxiv.org/abs/1810.04805v2',
    said: arxivPaper,
  },
  {
    file: 'alphaxiv/explore_card_2606.15956.real-trimmed.html',
    address: 'https://www.alphaxiv.org/',
    said: alphaxivCard,
  },
  {
    file: ALPHAXIV,
    address: 'https://www.alphaxiv.org/?sort=Hot',
    said: () => inFile('alphaxiv/explore__expected.json', ALPHAXIV, 'arxiv'),
  },
  {
    file: 'paperscool/search_first5.real-trimmed.html',
    address: 'https://papers.cool/arxiv/search?highlight=1&query=effective+reasoning&show=50',
    said: papersCool,
  },
  {
    file: 'semanticscholar/search_first3.real-trimmed.html',
    address: 'https://www.semanticscholar.org/search?q=ego%20depletion&sort=relevance',
    said: semanticScholar,
  },
  {
    file: 'pubmed/search_endometriosis_2023-11.real-rows.html',
    address: 'https://pubmed.ncbi.nlm.nih.gov/?term=endometriosis&sort=date',
    said: pubmed,
  },
  {
    file: OPENREVIEW,
    address: 'https://openreview.net/group?id=ICLR.cc/2026/Conference',
    said: () => inFile('openreview/expected.json', OPENREVIEW, 'openreview', 'list'),
  },
  {
    file: 'openreview/forum_reconstructed.html',
    address: 'https://openreview.net/forum?id=aB3x03KqLm',
    said: forum,
  },
  {
    file: VOLUME,
    address: `${ACL}/volumes/2026.acl-long/`,
    said: () => inFile('acl/expected.json', VOLUME, 'acl', 'volume'),
  },
  ...['2020.lrec-1.2', 'N18-1001', 'Q18-1001'].map((id) => ({
    file: `acl/paper_${id}_reconstructed.html`,
    address: `${ACL}/${id}/`,
    said: () => aclPaper(id),
  })),
  {
    file: 'scholar/search_1_2026-06-23.real.html',
    address: 'https://scholar.google.com/scholar?hl=en&q=fair+data+stewardship',
    said: scholar,
  },
];
