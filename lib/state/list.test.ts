import { describe, expect, test } from 'vitest';
import { withLibrary } from '../../tests/library.ts';
import { DAY_AFTER, eventually, idAt, NOW, shown, TITLES, withPopup } from '../../tests/popup.ts';
import { openDoor } from './door.ts';
import { libraryOf } from './library.ts';
import { PopupModel } from './popup.ts';
import { readPreferences } from './preferences.ts';
import { tagPapers } from './tags.ts';
import { readView } from './view.ts';

describe('The list', () => {
  test('opens on the newest unread, with their rows', () =>
    withPopup(async (popup) => {
      expect(shown(popup)).toEqual(TITLES);
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 4, read: 0, all: 4 }));
    }));

  test('lets a paper that arrives wait until it is asked for', () =>
    withPopup(async (popup, bring) => {
      await bring('Epsilon at last');
      await eventually(() => expect(popup.list.arrivals.value).toHaveLength(1));
      expect(shown(popup)).toEqual(TITLES);
      popup.list.admitArrivals();
      await eventually(() => expect(shown(popup)).toEqual(['Epsilon at last', ...TITLES]));
      expect(popup.list.arrivals.value).toEqual([]);
    }));

  test('stands in the order that was asked for', () =>
    withPopup(async (popup) => {
      popup.list.setSort('oldest');
      await eventually(() => expect(shown(popup)).toEqual(TITLES.toReversed()));
      expect(popup.view.value.sort).toBe('oldest');
    }));

  test('counts its sources while something shows them', () =>
    withPopup(async (popup) => {
      expect(popup.list.sites.value).toBeUndefined();
      const stop = popup.list.sites.subscribe(() => undefined);
      await eventually(() => expect(popup.list.sites.value).toEqual(new Map([['huggingface', 4]])));
      stop();
    }));

  test('finds words in one field, and marks them in that field alone', () =>
    withPopup(async (popup) => {
      popup.list.setQuery('title:gamma');
      await eventually(() => expect(shown(popup)).toEqual(['Gamma and the grain']));
      const mark = popup.list.mark.value;
      expect(mark?.('Gamma', 'title')).toEqual([{ text: 'Gamma', hit: true }]);
      expect(mark?.('Gamma', 'abstract')).toEqual([{ text: 'Gamma', hit: false }]);
    }));

  test('is searched within its other filters', () =>
    withPopup(async (popup, bring) => {
      await bring('Epsilon of paper');
      popup.list.setFilter({ status: 'all', digestKey: DAY_AFTER.key });
      popup.list.setQuery('paper');
      await eventually(() => expect(popup.list.gaps.value).toMatchObject({ waiting: 0, cut: false }));
      await eventually(() => expect(shown(popup)).toEqual(['Epsilon of paper']));
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 1, all: 1 }));
    }));

  test('narrows to what a search finds, and counts it by status', () =>
    withPopup(async (popup) => {
      await popup.triage.change([idAt(popup, 1)], { status: 'read' });
      popup.list.setFilter({ status: 'all' });
      popup.list.setQuery('pap');
      await eventually(() => expect(shown(popup)).toEqual(['Beta decay of paper']));
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 0, read: 1, all: 1 }));
      expect(popup.list.mark.value?.('old paper')).toEqual([
        { text: 'old ', hit: false },
        { text: 'paper', hit: true },
      ]);
    }));

  test('is searched again when a tag is put on or taken off, and when that is undone', () =>
    withPopup(async (popup) => {
      const third = idAt(popup, 2);
      popup.list.setQuery('tag:later');
      await eventually(() => expect(shown(popup)).toEqual([]));
      await popup.triage.perform(tagPapers([third], { add: ['later'] }));
      await eventually(() => expect(shown(popup)).toEqual(['Gamma and the grain']));
      await popup.triage.undo();
      await eventually(() => expect(shown(popup)).toEqual([]));
    }));

  test('shows everything again when the search is cleared', () =>
    withPopup(async (popup) => {
      popup.list.setQuery('gamma');
      await eventually(() => expect(shown(popup)).toHaveLength(1));
      popup.list.setQuery('');
      expect(shown(popup)).toHaveLength(4);
    }));

  test('that was closed on a search never shows the rest first', () =>
    withPopup(
      async (popup) => {
        expect(shown(popup)).toEqual(['Gamma and the grain']);
      },
      { query: 'gamma' },
    ));

  test('combines filters, and its counts follow them', () =>
    withPopup(async (popup, bring) => {
      await bring('Epsilon at last');
      await popup.triage.change([idAt(popup, 0)], { starred: true });
      popup.list.setFilter({ status: 'all', digestKey: DAY_AFTER.key });
      await eventually(() => expect(shown(popup)).toEqual(['Epsilon at last']));
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 1, all: 1 }));
      popup.list.setFilter({ starred: true });
      await eventually(() => expect(shown(popup)).toEqual([]));
    }));
});

test('a library that does not open is a failure to show, not an endless wait', async () => {
  await withLibrary(async (db) => {
    db.open = () => Promise.reject(new DOMException('no', 'UnknownError')) as never;
    const opening = {
      view: readView(undefined),
      preferences: readPreferences(undefined),
      keepPreferences: () => undefined,
    };
    const popup = new PopupModel(openDoor(libraryOf({ db, nowMs: () => NOW })), opening);
    await eventually(() => expect(popup.list.failure.value).toBeInstanceOf(DOMException));
    popup[Symbol.dispose]();
  });
});
