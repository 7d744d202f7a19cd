import { describe, expect, test } from 'vitest';
import { itemOf, type ZoteroItem } from '../lib/zotero/items.ts';
import { hostilePapers } from '../scripts/check-exports/hostile-papers.ts';
import { seedPapers } from './samples/seed-papers.ts';

// The fields of both types in version 41 of Zotero's schema (zotero/zotero-schema).
const OF_BOTH =
  'title abstractNote date series DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber rights extra';
const FIELDS: Record<ZoteroItem['itemType'], string> = {
  preprint: `${OF_BOTH} genre repository archiveID place seriesNumber`,
  journalArticle: `${OF_BOTH} publicationTitle volume issue pages seriesTitle seriesText journalAbbreviation ISSN`,
};
const OF_ITEMS = 'id itemType creators tags notes attachments seeAlso'.split(' ');

const corpora = [
  { name: 'the packaged digests', papers: await seedPapers() },
  { name: 'hostile papers', papers: hostilePapers(2_000) },
];

describe.each(corpora)('$name', ({ papers }) => {
  const items = papers.map((listed) => itemOf(listed, { tags: true, status: true }));

  test('no item has a field that its type does not have, nor an empty one', () => {
    for (const item of items) {
      const allowed = [...FIELDS[item.itemType].split(' '), ...OF_ITEMS];
      expect(Object.keys(item).filter((field) => !allowed.includes(field))).toEqual([]);
      const texts = Object.values(item).filter((value) => !Array.isArray(value));
      expect(texts.filter((value) => typeof value !== 'string' || value.trim() === '')).toEqual([]);
    }
  });

  test('dates, addresses and names are such as Zotero reads', () => {
    for (const { date, accessDate, url, creators, tags, extra, DOI } of items) {
      expect(date ?? '2024').toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
      expect(accessDate).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      expect(url ?? 'https://').toMatch(/^https?:\/\//);
      expect(DOI ?? '10.').toMatch(/^10\./);
      for (const line of extra?.split('\n') ?? []) expect(line).toMatch(/^(?:arXiv:\S+|Read_Status: [A-Z][A-Za-z ]+)$/);
      for (const creator of creators) {
        const isGroup = 'fieldMode' in creator;
        expect(creator.lastName.trim()).not.toBe('');
        expect(isGroup ? creator.fieldMode : creator.firstName.trim()).not.toBe('');
      }
      expect(tags.filter(({ tag }) => tag.trim() === '')).toEqual([]);
    }
  });

  test('items go through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(items))).toEqual(items);
  });
});
