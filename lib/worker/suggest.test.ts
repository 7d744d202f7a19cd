import { expect, test } from 'vitest';
import { captureOf, entryOfPaper, everyId, scraped, withLibrary } from '../../tests/library.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { changeEntries } from '../library/shelf.ts';
import { suggestPapers } from './suggest.ts';

const titles = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(
  (which) => `Patient gardeners, the ${which}`,
);

function fill(db: GleanerDatabase) {
  return ingest(
    db,
    captureOf(
      titles.map((title, index) => scraped({ title, identifiers: index < 5 ? [`arxiv:2503.0123${index}`] : [] })),
    ),
  );
}

test('at most five papers are offered, each with where it leads and how it stands', () =>
  withLibrary(async (db) => {
    await fill(db);
    const found = await suggestPapers(db, 'gardeners pat');
    expect(found).toHaveLength(5);
    expect((await suggestPapers(db, 'second'))[0]).toEqual({
      address: 'https://arxiv.org/abs/2503.01231',
      title: titles[1],
      status: 'unread',
    });
    expect((await suggestPapers(db, 'sixth'))[0]?.address).toBe(
      'https://huggingface.co/papers?q=Patient%20gardeners%2C%20the%20sixth',
    );
  }));

test('nothing is offered for nothing, for what is not there, and of what the user has removed', () =>
  withLibrary(async (db) => {
    await fill(db);
    expect([await suggestPapers(db, '  '), await suggestPapers(db, 'aardvark')]).toEqual([[], []]);
    const [first] = await everyId(db);
    const [only] = await suggestPapers(db, 'sixth');
    expect(only?.title).toBe(titles[5]);
    for (const id of await everyId(db)) await changeEntries(db, [id], { removed: true }, 1);
    expect((await entryOfPaper(db, first))?.removed).toBe(true);
    expect(await suggestPapers(db, 'gardeners')).toEqual([]);
  }));
