import { expect, test } from 'vitest';
import { arxivIdentifier, doiIdentifier, identifierFrom } from './identifier.ts';

const ARXIV: [string, string | undefined][] = [
  ['2503.01234', 'arxiv:2503.01234'],
  ['2503.01234v12', 'arxiv:2503.01234'],
  ['arXiv:0704.0001', 'arxiv:0704.0001'],
  ['cs/0012007v2', 'arxiv:cs/0012007'],
  ['math.GT/0309136', 'arxiv:math/0309136'],
  ['hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['2513.01234', undefined],
  ['2503.123', undefined],
  ['mai-thinking-1', undefined],
  ['2503.01234/../x', undefined],
];
test.each(ARXIV)('arXiv %j is %j', (text, expected) => {
  expect(arxivIdentifier(text)).toBe(expected);
});

const DOI: [string, string | undefined][] = [
  ['10.1037/A0019486', 'doi:10.1037/a0019486'],
  ['https://doi.org/10.1037/a0019486', 'doi:10.1037/a0019486'],
  ['10.48550/arXiv.2503.01234', 'arxiv:2503.01234'],
  ['doi:10.1000//double', 'doi:10.1000//double'],
  ['11.1000/x', undefined],
  ['10.1000/with space', undefined],
];
test.each(DOI)('DOI %j is %j', (text, expected) => {
  expect(doiIdentifier(text)).toBe(expected);
});

const WRITTEN: [string, string | undefined][] = [
  ['arxiv:2503.01234v3', 'arxiv:2503.01234'],
  ['pmid:123', 'pmid:123'],
  ['__proto__:x', undefined],
  ['constructor', undefined],
  ['s2:xyz', undefined],
];
test.each(WRITTEN)('written %j is %j', (text, expected) => {
  expect(identifierFrom(text)).toBe(expected);
});
