import { expect, test } from 'vitest';
import { listedPaper } from '../../tests/samples/listed-paper.ts';
import { itemOf } from './items.ts';

const ALONG = { tags: true, status: true };
const known = {
  id: 7,
  title: 'A Title',
  authors: ['Ada Field', 'Ludwig van Beethoven', 'John R. Tolkien Jr.', 'DeepSeek-AI'],
  abstract: 'An abstract.',
  published: '2024-01-23',
  identifiers: ['arxiv:2401.12345' as const],
};

test('a paper of arXiv is the preprint that Zotero’s own translator makes of it', () => {
  const entry = { status: 'reading' as const, tags: ['graphs', 'to cite'], note: 'Mine.' };
  expect(itemOf(listedPaper({ paper: known, entry }), ALONG)).toEqual({
    id: 'paper-7',
    itemType: 'preprint',
    title: 'A Title',
    creators: [
      { creatorType: 'author', firstName: 'Ada', lastName: 'Field' },
      { creatorType: 'author', firstName: 'Ludwig', lastName: 'van Beethoven' },
      { creatorType: 'author', firstName: 'John R., Jr.', lastName: 'Tolkien' },
      { creatorType: 'author', lastName: 'DeepSeek-AI', fieldMode: 1 },
    ],
    abstractNote: 'An abstract.',
    repository: 'arXiv',
    archiveID: 'arXiv:2401.12345',
    DOI: '10.48550/arXiv.2401.12345',
    date: '2024-01-23',
    url: 'https://arxiv.org/abs/2401.12345',
    libraryCatalog: 'arXiv.org',
    accessDate: '2026-11-20T08:00:00Z',
    extra: 'arXiv:2401.12345\nRead_Status: In Progress',
    tags: [{ tag: 'graphs' }, { tag: 'to cite' }],
    notes: [],
    attachments: [],
    seeAlso: [],
  });
});

test('tags and status stay here unless they are to go along', () => {
  const listed = listedPaper({ paper: known, entry: { status: 'read', tags: ['graphs'] } });
  expect(itemOf(listed, { tags: false, status: false })).toMatchObject({ tags: [], extra: 'arXiv:2401.12345' });
  expect(itemOf(listed, { tags: true, status: false })).toMatchObject({ tags: [{ tag: 'graphs' }] });
  expect(itemOf(listed, { tags: false, status: true }).extra).toContain('Read_Status: Read');
  expect(itemOf(listedPaper({ paper: known }), ALONG).extra, 'of which nothing was said').toBe('arXiv:2401.12345');
});

test('the DOI of a journal makes it an article, and the arXiv id stays in Extra', () => {
  const paper = {
    ...known,
    venue: 'J. Inv. Gardens 7',
    identifiers: ['arxiv:2401.12345' as const, 'doi:10.5555/inv.7' as const],
  };
  const item = itemOf(listedPaper({ paper }), ALONG);
  expect(item).toMatchObject({
    itemType: 'journalArticle',
    publicationTitle: 'J. Inv. Gardens 7',
    DOI: '10.5555/inv.7',
    extra: 'arXiv:2401.12345',
  });
  expect(Object.keys(item)).not.toContain('repository');
  expect(Object.keys(item)).not.toContain('archiveID');
});

test.each([
  ['doi:10.1101/2026.05.02.654321', 'preprint'],
  ['doi:10.64898/2026.05.02.26700002', 'preprint'],
  ['doi:10.48550/arxiv.2401.12345', 'preprint'],
  ['doi:10.1101/gr.123456.126', 'journalArticle'],
  ['doi:10.5555/inv.7', 'journalArticle'],
] as const)('%s is a %s', (identifier, type) => {
  expect(itemOf(listedPaper({ paper: { identifiers: [identifier] } }), ALONG).itemType).toBe(type);
});

test('of a paper known by its title alone nothing is made up', () => {
  expect(itemOf(listedPaper(), ALONG)).toEqual({
    id: 'paper-1',
    itemType: 'preprint',
    title: 'A Title',
    creators: [],
    accessDate: '2026-11-20T08:00:00Z',
    tags: [],
    notes: [],
    attachments: [],
    seeAlso: [],
  });
});

test('a date that no page said is that of the arXiv id', () => {
  const { published: _, ...paper } = known;
  expect(itemOf(listedPaper({ paper }), ALONG).date).toBe('2024-01');
});
