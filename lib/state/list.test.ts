import { describe, expect, test } from 'vitest';
import { withLibrary } from '../../tests/library.ts';
import { DAY_AFTER, eventually, idAt, NOW, shown, TITLES, withPopup } from '../../tests/popup.ts';
import { PopupModel } from './popup.ts';
import { readPreferences } from './preferences.ts';
import { readView } from './view.ts';

describe('The list', () => {
  test('opens on the newest unread, with their rows', () =>
    withPopup(async (popup) => {
      expect(shown(popup)).toEqual(TITLES);
      expect(popup.list.counts.value).toMatchObject({ unread: 4, read: 0, all: 4 });
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
    const popup = new PopupModel({ db, nowMs: () => NOW }, opening);
    await eventually(() => expect(popup.list.failure.value).toBeInstanceOf(DOMException));
    popup[Symbol.dispose]();
  });
});
