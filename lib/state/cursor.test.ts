import { describe, expect, test } from 'vitest';
import { current, eventually, idAt, shown, TITLES, title, withPopup } from '../../tests/popup.ts';
import { readView } from './view.ts';

describe('The cursor', () => {
  test('stops at both ends', () =>
    withPopup(async (popup) => {
      popup.cursor.move(-1);
      expect(current(popup)).toBe(TITLES[0]);
      popup.cursor.move(99);
      expect(current(popup)).toBe(TITLES[3]);
    }));

  test('picks a range in the order of the list, whichever end it began at', () =>
    withPopup(async (popup) => {
      popup.cursor.select(idAt(popup, 3));
      popup.cursor.pickTo(idAt(popup, 1));
      popup.cursor.pick(idAt(popup, 2), false);
      expect(popup.cursor.picked.value.map((id) => title(popup, id))).toEqual([TITLES[1], TITLES[3]]);
    }));

  test('picks the whole list, and what is read goes with all of it and comes back with undo', () =>
    withPopup(async (popup) => {
      popup.cursor.pickAll();
      expect(popup.cursor.picked.value).toEqual(popup.list.ids.value);
      await popup.triage.toggleStatus(popup.cursor.picked.value, 'read');
      await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread: 0, read: 4 }));
      expect([popup.cursor.picked.value, shown(popup)]).toEqual([[], []]);
      await popup.triage.undo();
      await eventually(() => expect(shown(popup)).toEqual(TITLES));
      expect(popup.list.counts.value).toMatchObject({ unread: 4, read: 0 });
    }));

  test('knows of each paper whether it is picked', () =>
    withPopup(async (popup) => {
      popup.cursor.pickAll();
      popup.cursor.pick(idAt(popup, 2), false);
      expect([1, 2].map((place) => popup.cursor.isPicked(idAt(popup, place)))).toEqual([true, false]);
      popup.cursor.clearPicked();
      expect(popup.cursor.isPicked(idAt(popup, 1))).toBe(false);
    }));

  test('follows the next paper of the list when its own has left, or the one before at the end', () =>
    withPopup(async (popup) => {
      popup.cursor.select(idAt(popup, 1));
      popup.list.letGo([idAt(popup, 1), idAt(popup, 2)]);
      expect(current(popup)).toBe(TITLES[3]);
      popup.list.letGo([idAt(popup, 1)]);
      expect(current(popup)).toBe(TITLES[0]);
    }));

  test('stays at the paper that one went to, when that is in this list and the one that is on its way', () =>
    withPopup(async (popup) => {
      const generation = popup.list.generation.peek();
      popup.list.setFilter({ status: 'all' });
      popup.cursor.goTo(idAt(popup, 2));
      // As the row does when it gets the focus.
      popup.cursor.select(idAt(popup, 2));
      expect(current(popup)).toBe(TITLES[2]);
      await eventually(() => expect(popup.list.generation.value).not.toBe(generation));
      expect(current(popup)).toBe(TITLES[2]);
    }));

  test('begins anew, with nothing picked or open, when another list is shown', () =>
    withPopup(async (popup) => {
      popup.cursor.toggleExpanded(idAt(popup, 2));
      popup.cursor.pick(idAt(popup, 2), true);
      popup.list.setFilter({ status: 'all' });
      await eventually(() => expect(popup.cursor.expanded.value).toBeUndefined());
      expect([current(popup), popup.cursor.picked.value]).toEqual([TITLES[0], []]);
    }));

  test('that is at the very top is remembered by no paper, so that newer ones are met first', () =>
    withPopup(async (popup) => {
      expect(popup.view.value).not.toHaveProperty('selected');
      popup.setTop({ id: idAt(popup, 1), offset: 3 });
      expect(popup.view.value).toMatchObject({ selected: idAt(popup, 0), top: { id: idAt(popup, 1), offset: 3 } });
    }));

  test('is where the popup was closed', () =>
    withPopup(async (popup) => {
      const second = idAt(popup, 1);
      popup.cursor.toggleExpanded(second);
      expect(popup.view.value).toMatchObject({ selected: second, expanded: second });
      expect(readView(JSON.parse(JSON.stringify(popup.view.value)))).toEqual(popup.view.value);
    }));
});
