import { describe, expect, test } from 'vitest';
import { current, eventually, idAt, TITLES, title, withPopup } from '../../tests/popup.ts';
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

  test('begins anew, with nothing picked or open, when another list is shown', () =>
    withPopup(async (popup) => {
      popup.cursor.toggleExpanded(idAt(popup, 2));
      popup.cursor.pick(idAt(popup, 2), true);
      popup.list.setFilter({ status: 'all' });
      await eventually(() => expect(popup.cursor.expanded.value).toBeUndefined());
      expect([current(popup), popup.cursor.picked.value]).toEqual([TITLES[0], []]);
    }));

  test('is where the popup was closed', () =>
    withPopup(async (popup) => {
      const [, second] = popup.list.ids.value ?? [];
      popup.cursor.toggleExpanded(second ?? '');
      expect(popup.view.value).toMatchObject({ selected: second, expanded: second });
      expect(readView(JSON.parse(JSON.stringify(popup.view.value)))).toEqual(popup.view.value);
    }));
});
