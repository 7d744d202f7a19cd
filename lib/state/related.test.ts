import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from '../library/ingest.ts';
import { changeEntries } from '../library/shelf.ts';
import { indexAll } from '../search/index-papers.ts';
import { libraryOf } from './library.ts';
import { findRelated } from './related.ts';

const NOW = Date.parse('2026-05-12T12:00:00.000Z');
const TITLES = ['Tidal pools at night', 'Tidal pools by day', 'Tidal clocks', 'Bread in small ovens'];

test('papers that share telling words are related, and those that were removed are not shown', () =>
  withLibrary(async (db) => {
    await ingest(db, captureOf(TITLES.map((title) => scraped({ title, abstract: `We study ${title}.` }))));
    await indexAll(db);
    const library = libraryOf({ db, nowMs: () => NOW });
    const listed = await library.loadListed(db, await everyId(db));
    const idOf = (title: string) => [...listed.values()].find(({ paper }) => paper.title === title)?.paper.id ?? -1;
    const titlesBeside = async (title: string) =>
      (await findRelated(library, idOf(title), new AbortController().signal)).map((related) => related.title);
    expect((await titlesBeside('Tidal pools at night')).slice(0, 2)).toEqual(['Tidal pools by day', 'Tidal clocks']);
    await changeEntries(db, [idOf('Tidal pools by day')], { removed: true }, NOW);
    expect(await titlesBeside('Tidal pools at night')).not.toContain('Tidal pools by day');
  }));
