import { describe, expect, test } from 'vitest';
import { eventually, idAt, TITLES, withPopup } from '../../tests/popup.ts';
import { HistoryModel, undoBackTo } from './history.ts';
import { sayNote } from './note.ts';
import { knownTags, tagPapers, tagsOn } from './tags.ts';

describe('What a user says of papers', () => {
  test('tags are put on and taken off without touching others', () =>
    withPopup(async (popup) => {
      const ids = [idAt(popup, 0), idAt(popup, 1)];
      await popup.triage.perform(tagPapers(ids, { add: ['graphs', ' to  read '] }));
      await popup.triage.perform(tagPapers([idAt(popup, 0)], { remove: ['graphs'] }));
      expect(await tagsOn(popup.library(), ids)).toEqual([
        { tag: 'to read', papers: 2 },
        { tag: 'graphs', papers: 1 },
      ]);
      expect(await knownTags(popup.library())).toEqual(['to read', 'graphs']);
      expect(popup.triage.done.value).toMatchObject({ action: 'tags', count: 1, title: TITLES[0] });
    }));

  test('a note that is saved quietly says nothing, and undo tells of it', () =>
    withPopup(async (popup) => {
      expect(await popup.triage.perform(sayNote(idAt(popup, 0), 'see'), { quiet: true })).toBe(true);
      expect(popup.triage.done.value).toBeUndefined();
      await popup.triage.undo();
      expect(popup.triage.done.value).toMatchObject({ action: 'note', undone: true, title: TITLES[0] });
    }));

  test('an action that fails says so, and what it changed is as it was', () =>
    withPopup(async (popup) => {
      const isDone = await popup.triage.perform(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
      expect(isDone).toBe(false);
      expect(popup.triage.failure.value).toMatchObject({ name: 'QuotaExceededError' });
    }));

  test('a step whose way back is elsewhere is not told as undone where there is no way', () =>
    withPopup(async (popup) => {
      const row = { action: 'restore' as const, at: 1, before: [], count: 4, wayBack: 'gone.gz' };
      await popup.library().db.undo.add(row);
      expect(await popup.triage.undo()).toBeUndefined();
      expect(popup.triage.failure.value).toBeInstanceOf(Error);
      expect(popup.triage.done.value).toBeUndefined();
    }));
});

describe('The history', () => {
  test('lists steps, the last one first, and goes back over several', () =>
    withPopup(async (popup) => {
      const [first, second] = [idAt(popup, 0), idAt(popup, 1)];
      await popup.triage.toggleStatus([first], 'read');
      await popup.triage.toggleStar([second]);
      await popup.triage.toggleStatus([second], 'skipped');
      const history = new HistoryModel(popup.library());
      await eventually(() =>
        expect(history.steps.value).toMatchObject([
          { action: 'status', status: 'skipped', title: TITLES[1] },
          { action: 'star', starred: true, title: TITLES[1] },
          { action: 'status', status: 'read', title: TITLES[0] },
        ]),
      );
      await undoBackTo(popup.triage, history.steps.value?.[1]?.id ?? 0);
      await eventually(() => expect(history.steps.value).toMatchObject([{ status: 'read' }]));
      await eventually(() => expect(popup.list.papers.value.get(second)?.entry.starred).toBe(false));
      history[Symbol.dispose]();
    }));
});
