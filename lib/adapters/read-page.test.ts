import { expect, test } from 'vitest';
import { readHtml } from '../../tests/reading.ts';
import { parseCapture } from '../messages/parse.ts';

const LONG = encodeURIComponent('静かな夜の鳥'.repeat(50));

test.each([
  `https://huggingface.co/papers?q=${LONG}`,
  `https://arxiv.org/search/?query=${LONG}&searchtype=all`,
  `https://www.alphaxiv.org/search?q=${LONG}`,
  `https://papers.cool/arxiv/search?query=${LONG}`,
  `https://openreview.net/search?term=${LONG}`,
  `https://www.semanticscholar.org/search?q=${LONG}`,
  `https://pubmed.ncbi.nlm.nih.gov/?term=${LONG}`,
  `https://www.biorxiv.org/search/${LONG}`,
  `https://europepmc.org/search?query=${LONG}`,
  `https://scholar.google.com/scholar?q=${LONG}`,
])('a search that is too long for an address goes without one, and is taken all the same: %s', (address) => {
  const seen = readHtml('<!doctype html><main></main>', address);
  const { digest, reading } = seen ?? {};
  const capture = {
    digest,
    adapter: digest?.site,
    seenAt: '2026-05-12T08:00:00.000Z',
    papers: [],
    problems: reading?.problems,
  };
  expect(digest?.kind).toBe('search');
  expect(parseCapture(capture)).toEqual(capture);
});
