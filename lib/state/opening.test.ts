import { describe, expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import { current, eventually, NOW, shown, TITLES } from '../../tests/popup.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { makeDoor } from './door.ts';
import { libraryOf } from './library.ts';
import { type Popup, PopupModel } from './popup.ts';
import { readPreferences } from './preferences.ts';
import { firstScreen, renewFirstScreen } from './take-first-screen.ts';
import { readView, type View } from './view.ts';

interface Opening {
  popup: Popup;
  db: GleanerDatabase;
  /** Opens the library, which was closed so far. */
  open(): void;
}

/** A popup that knows its first screen and whose library is not open yet; `meanwhile` happens after it was closed. */
function withClosedDoor(
  work: (opening: Opening) => Promise<void>,
  { meanwhile, view = {} }: { meanwhile?: (db: GleanerDatabase) => Promise<unknown>; view?: Partial<View> } = {},
) {
  return withLibrary(async (db) => {
    await ingest(db, captureOf(TITLES.map((title) => scraped({ title }))));
    const opening = { ...readView(undefined), ...view };
    const first = await firstScreen(db, opening, { nowMs: NOW, greets: false });
    await meanwhile?.(db);
    const door = makeDoor(() => NOW);
    const preferences = readPreferences({ greeted: true });
    const popup = new PopupModel(door, { view: opening, preferences, keepPreferences: () => undefined, first });
    try {
      await work({ popup, db, open: () => door.open(libraryOf({ db, nowMs: () => NOW })) });
    } finally {
      popup[Symbol.dispose]();
    }
  });
}

const newer = (db: GleanerDatabase) =>
  ingest(db, captureOf([scraped({ title: 'Epsilon at last' })], { key: 'b' }, '2026-05-13T08:00:00.000Z'));

describe('Before the library is open', () => {
  test('the rows of the last time are there, and the numbers', () =>
    withClosedDoor(async ({ popup }) => {
      expect(shown(popup)).toEqual(TITLES);
      expect(popup.list.counts.value).toMatchObject({ unread: 4, all: 4 });
      expect([popup.list.isLive.value, popup.isOpen.value, current(popup)]).toEqual([false, false, TITLES[0]]);
    }));

  test('what is remembered of the view stays as it was', () =>
    withClosedDoor(
      async ({ popup }) => {
        expect(popup.view.value).toMatchObject({ selected: 99, sort: 'newest' });
      },
      { view: { selected: 99 } },
    ));

  test('a decision takes the paper off the list and is carried out later', () =>
    withClosedDoor(async ({ popup, open }) => {
      const decided = popup.triage.toggleStatus([popup.cursor.current.value ?? 0], 'read');
      expect(shown(popup)).toEqual(TITLES.slice(1));
      open();
      await decided;
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 3, read: 1 }));
      expect(shown(popup)).toEqual(TITLES.slice(1));
    }));
});

describe('When the library opens', () => {
  test('on the same list, that list goes on and does not begin anew', () =>
    withClosedDoor(
      async ({ popup, open }) => {
        const before = popup.list.generation.value;
        open();
        await eventually(() => expect(popup.list.isLive.value).toBe(true));
        expect(popup.list.generation.value).toBe(before);
        expect(popup.takeOpeningTop()).toBeUndefined();
        expect(shown(popup)).toEqual(TITLES);
      },
      { view: { top: { id: 1, offset: 5 } } },
    ));

  test('on another list, that one takes its place, where the popup stood', () => {
    const top = { id: 1, offset: 5 };
    return withClosedDoor(
      async ({ popup, open }) => {
        const before = popup.list.generation.value;
        expect(popup.takeOpeningTop()).toEqual(top);
        open();
        await eventually(() => expect(shown(popup)).toEqual(['Epsilon at last', ...TITLES]));
        expect(popup.list.generation.value).not.toBe(before);
        expect(popup.takeOpeningTop()).toEqual(top);
        expect(popup.takeOpeningTop()).toBeUndefined();
      },
      { meanwhile: newer, view: { top } },
    );
  });
});

describe('What is kept for the next opening', () => {
  const store = (kept: unknown) => {
    const written: unknown[] = [];
    return { written, read: async () => kept, write: async (next: unknown) => void written.push(next) };
  };

  test('is renewed for the view that it was of, when the library has changed', () =>
    withClosedDoor(async ({ db }) => {
      const view: View = { ...readView(undefined), sort: 'oldest' };
      const kept = store(await firstScreen(db, view, { nowMs: NOW, greets: true }));
      await newer(db);
      await renewFirstScreen(db, kept, NOW);
      expect(kept.written).toMatchObject([
        {
          total: 5,
          view: { sort: 'oldest' },
          greets: true,
          papers: TITLES.toReversed()
            .map((title) => ({ paper: { title } }))
            .concat([{ paper: { title: 'Epsilon at last' } }]),
        },
      ]);
    }));

  test('is said to be out of date where nothing is within reach', () =>
    withClosedDoor(async ({ db }) => {
      const kept = store(undefined);
      await renewFirstScreen(db, kept, NOW);
      expect(kept.written).toEqual([undefined]);
    }));
});
