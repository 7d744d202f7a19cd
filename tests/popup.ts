// For the tests of the models: a popup over a library in memory.
import 'fake-indexeddb/auto';

import { expect, vi } from 'vitest';
import type { PaperId } from '../lib/domain/paper.ts';
import { ingest } from '../lib/library/ingest.ts';
import { openDoor } from '../lib/state/door.ts';
import { libraryOf } from '../lib/state/library.ts';
import { type Popup, PopupModel } from '../lib/state/popup.ts';
import { readPreferences } from '../lib/state/preferences.ts';
import { readView, type View } from '../lib/state/view.ts';
import { captureOf, scraped, withLibrary } from './library.ts';

export const NOW = Date.parse('2026-05-12T12:00:00.000Z');
export const TITLES = [
  'Alpha rays in old clocks',
  'Beta decay of paper',
  'Gamma and the grain',
  'Delta of large rivers',
];
export const DAY_AFTER = { key: 'huggingface:day:2026-05-13' };

/** Runs `work` on a popup over a library of four papers, newest first as in TITLES. */
export async function withPopup(
  work: (popup: Popup, bring: (title: string) => Promise<unknown>) => Promise<void>,
  view?: Partial<View>,
) {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(TITLES.map((title) => scraped({ title, abstract: `An abstract on ${title}.` }))));
    const opening = {
      view: { ...readView(undefined), ...view },
      preferences: readPreferences(undefined),
      keepPreferences: () => undefined,
    };
    const popup = new PopupModel(openDoor(libraryOf({ db, nowMs: () => NOW })), opening);
    const bring = (title: string) => ingest(db, captureOf([scraped({ title })], DAY_AFTER, '2026-05-13T08:00:00.000Z'));
    await vi.waitFor(() => expect(popup.list.ids.value).toBeDefined());
    try {
      await work(popup, bring);
    } finally {
      popup[Symbol.dispose]();
    }
  });
}

export const title = (popup: Popup, id: PaperId | undefined) =>
  id === undefined ? undefined : popup.list.papers.value.get(id)?.paper.title;
export const shown = (popup: Popup) => (popup.list.ids.value ?? []).map((id) => title(popup, id));
export const current = (popup: Popup) => title(popup, popup.cursor.current.value);
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

/** The paper in a place of the list, from 0. */
export function idAt(popup: Popup, place: number): PaperId {
  const id = popup.list.ids.value?.[place];
  if (id === undefined) throw new Error(`The list holds no paper in place ${place}`);
  return id;
}
