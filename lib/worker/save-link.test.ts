import { expect, test } from 'vitest';
import { captureOf, everyPaper, scraped, withLibrary } from '../../tests/library.ts';
import { resolvePaper } from '../domain/resolve.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { saveLink } from './save-link.ts';

const AT = '2026-11-22T06:00:00.000Z';
const LINK = 'https://arxiv.org/abs/2503.01234v2';

async function papersOf(db: GleanerDatabase) {
  return [...(await everyPaper(db))].map(([id, paper]) => resolvePaper({ id, ...paper }));
}

test('a link is saved under the first of its texts that is a title', () =>
  withLibrary(async (db) => {
    const receipt = await saveLink(
      db,
      { address: LINK, texts: ['PDF', 'An Invented Title', 'Another Invented Title'] },
      AT,
    );
    expect(receipt).toMatchObject({ digestKey: 'link:saved', site: 'link', new: 1, known: 0 });
    expect(await papersOf(db)).toMatchObject([{ title: 'An Invented Title', identifiers: ['arxiv:2503.01234'] }]);
    expect((await papersOf(db))[0]?.page).toBeUndefined();
  }));

test('a stand-in gives way to the title of any page, which came before or comes after', () =>
  withLibrary(async (db) => {
    const page = captureOf([scraped({ title: 'The Title', identifiers: ['arxiv:2503.01234'], source: 'digest-card' })]);
    await saveLink(db, { address: LINK, texts: ['View PDF'] }, AT);
    expect(await papersOf(db)).toMatchObject([{ title: 'arXiv:2503.01234' }]);
    await ingest(db, page);
    expect(await papersOf(db)).toMatchObject([{ title: 'The Title' }]);
    expect(await saveLink(db, { address: LINK, texts: ['A Text of Some Length That Is Longer'] }, AT)).toMatchObject({
      new: 0,
      known: 1,
    });
    expect(await papersOf(db)).toMatchObject([{ title: 'The Title' }]);
  }));

test('where an identifier leads nowhere by itself, the link is kept as the page of the paper', () =>
  withLibrary(async (db) => {
    const address = 'https://openreview.net/forum?id=inv3nt3d01';
    await saveLink(db, { address, texts: [] }, AT);
    expect(await papersOf(db)).toMatchObject([{ title: 'OpenReview:inv3nt3d01', page: address }]);
  }));

test('a link that is no paper’s is not saved', () =>
  withLibrary(async (db) => {
    expect(await saveLink(db, { address: 'https://arxiv.org/list/cs.LG/new', texts: ['A b c'] }, AT)).toBeUndefined();
    expect(await papersOf(db)).toEqual([]);
  }));
