import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { readTextDigest } from '../lib/importers/text-digest.ts';
import type { Entry } from '../tests/pages/huggingface-entry.ts';
import { dayPage } from '../tests/pages/huggingface-page.ts';
import { root } from './project.ts';

const DAY = '2026-11-20';

/** Papers of the example digests that are listed again, now with what a real page adds. A real paper keeps its facts. */
const LISTED_AGAIN = [
  {
    id: '2411.09009',
    title: 'Cut Your Losses in Large-Vocabulary Language Models',
    authors: ['Erik Wijmans', 'Brody Huval', 'Alexander Hertzberg', 'Vladlen Koltun', 'Philipp Krähenbühl'],
    published: '2024-11-13',
    upvotes: 43,
    comments: 3,
  },
  {
    id: '2409.17481',
    title: 'MaskLLM: Learnable Semi-Structured Sparsity for Large Language Models',
    authors: [
      'Gongfan Fang',
      'Hongxu Yin',
      'Saurav Muralidharan',
      'Greg Heinrich',
      'Jeff Pool',
      'Jan Kautz',
      'Pavlo Molchanov',
      'Xinchao Wang',
    ],
    published: '2024-09-26',
    upvotes: 46,
    comments: 2,
  },
  {
    id: '2410.08391',
    title: 'KV Prediction for Improved Time to First Token',
    authors: [
      'Maxwell Horton',
      'Qingqing Cao',
      'Chenfan Sun',
      'Yanzi Jin',
      'Sachin Mehta',
      'Mohammad Rastegari',
      'Moin Nabi',
    ],
    published: '2024-10-10',
    upvotes: 11,
    comments: 2,
  },
];

/** Papers that nobody wrote. Their numbers are of December 2099, so that no link leads to somebody else's paper. */
const INVENTED = [
  {
    title: 'Reading in the Margins: Annotating Long Documents with Small Models',
    authors: ['Ines Marrow', 'Tobias Quill', 'Wen Lanting'],
    upvotes: 87,
    comments: 6,
    abstract:
      'Margins are where readers think. We train small models to write notes beside a long document rather than a summary of it, and ask 212 readers which of the two they return to. Notes win for every text above forty pages. The notes, the texts and the answers of the readers are released at https://example.org/margins.',
  },
  {
    title: 'How Many Examples Is One Good Explanation Worth?',
    authors: ['Dara Okonjo', 'Mikel Etxe'],
    upvotes: 64,
    comments: 4,
    abstract:
      'An explanation can stand in for examples, but at what rate? Over thirty-one tasks we measure how many labelled examples a model needs to reach what it does with one written explanation. The rate ranges from three to four hundred, and the length of the explanation says almost nothing about it.',
  },
  {
    title: 'Slow Gradients: What a Model Learns When Nothing Seems to Happen',
    authors: ['Lena Vogelsang', 'Arjun Pillai', 'Sofia Brandt', 'Jun Takeda'],
    upvotes: 51,
    comments: 2,
    abstract:
      'Loss curves have long flat stretches. We look inside four models during such stretches and find that the geometry of their features changes steadily while the loss stands still. A probe trained on the geometry foretells the next drop on average 1,900 steps ahead.',
  },
  {
    title: 'A Library Card for Agents: Citing What Was Actually Read',
    authors: ['Noor Haddad', 'Pieter van Loon'],
    upvotes: 38,
    comments: 9,
    abstract:
      'Agents cite pages that they never opened. We give every retrieval a receipt and allow a citation only against a receipt. Unsupported citations fall from 23% to 2%, and answers become shorter. The receipts are plain text and can be checked by a person.',
  },
  {
    title: 'Fifty Small Maps: Local Geometry Beats One Global Embedding',
    authors: ['Ravi Sundaram', 'Clara Ney'],
    upvotes: 29,
    comments: 1,
    abstract:
      'Instead of one space for all documents we learn fifty overlapping small ones and a rule for changing between them. Retrieval improves most where a corpus mixes fields, and the whole index is smaller than the single embedding that it replaces.',
  },
  {
    title: 'Quiet Tokens: Pruning Attention by What Is Never Asked For',
    authors: ['Hana Sedláková', 'Omar Reyes', 'Yuki Mori'],
    upvotes: 22,
    comments: 0,
    abstract:
      'Most of a cache is never attended to again. We predict which part from the first two layers alone and drop it before the others are computed. At 128k tokens memory falls by 61% with no change on the long-context suites that we could run.',
  },
  {
    title: 'When Benchmarks Age: Tracking 40 Test Sets Over Six Years',
    authors: ['Grace Adeyemi', 'Ulrich Sommer'],
    upvotes: 17,
    comments: 3,
    abstract:
      'We follow forty public test sets from their release and separate three ways of growing old: leaking, saturating and losing their meaning. Leaking is the rarest. We give a short protocol for retiring a benchmark with dignity.',
  },
  {
    title: 'Proofs with Holes: Training on Arguments That Do Not Close',
    authors: ['Bao Nguyen', 'Elif Kaya'],
    upvotes: 9,
    comments: 0,
    abstract:
      'Textbooks show finished proofs; work consists of unfinished ones. We collect 18,000 attempts with a marked gap and train a prover to name the gap before it fills it. Naming alone accounts for two thirds of the improvement.',
  },
];

/** The address of the sample page. */
export const SAMPLE_ADDRESS = `https://huggingface.co/papers/date/${DAY}`;

/** A day page of ours in the site's shape: eight invented papers, and three that the example digests hold already. */
export async function sampleDigest(): Promise<string> {
  const examples = await exampleAbstracts();
  const again = LISTED_AGAIN.map((paper) => {
    const abstract = examples.get(paper.title);
    if (abstract === undefined) throw new Error(`No example digest holds "${paper.title}" any more.`);
    return entry({ ...paper, abstract });
  });
  const invented = INVENTED.map((paper, index) =>
    entry({ ...paper, id: `9912.${String(index + 1).padStart(5, '0')}`, published: '2026-11-19' }),
  );
  const byUpvotes = [...invented, ...again].sort((a, b) => b.paper.upvotes - a.paper.upvotes);
  return dayPage(DAY, byUpvotes);
}

type Sample = Required<Pick<ScrapedPaper, 'title' | 'authors' | 'abstract' | 'published' | 'upvotes' | 'comments'>> & {
  id: string;
};

function entry({ id, title, authors, abstract, published, upvotes, comments }: Sample): Entry {
  const names = authors.map((name) => ({ name, hidden: false }));
  const publishedAt = `${published}T18:00:00.000Z`;
  return {
    paper: { id, authors: names, publishedAt, title, summary: abstract, upvotes },
    publishedAt,
    title,
    numComments: comments,
  };
}

/** Abstracts of the example digests by title. */
async function exampleAbstracts(): Promise<Map<string, string>> {
  const folder = join(root, 'seeds');
  const abstracts = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const read = await readTextDigest(readFileSync(join(folder, file), 'utf8'), { seenAt: `${DAY}T12:00:00.000Z` });
    if (!read.ok) throw new Error(`The example digest ${file} cannot be read: ${read.code}`);
    for (const paper of read.value.papers) abstracts.set(paper.title, paper.abstract ?? '');
  }
  return abstracts;
}
