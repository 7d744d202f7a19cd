import { describe, expect, test } from 'vitest';
import { current, eventually, idAt, shown, TITLES, title, withPopup } from '../../tests/popup.ts';

describe('In triage', () => {
  test('a decision takes the paper off the list at once, and the next one is current', () =>
    withPopup(async (popup) => {
      popup.cursor.move(1);
      const decided = popup.triage.toggleStatus([idAt(popup, 1)], 'read');
      expect(shown(popup)).toEqual(['Alpha rays in old clocks', 'Gamma and the grain', 'Delta of large rivers']);
      expect(current(popup)).toBe('Gamma and the grain');
      await decided;
      expect(popup.triage.done.value).toMatchObject({ status: 'read', count: 1, title: 'Beta decay of paper' });
    }));

  test('three quick keys decide on three papers', () =>
    withPopup(async (popup) => {
      for (const status of ['read', 'skipped', 'reading'] as const) {
        void popup.triage.toggleStatus([idAt(popup, 0)], status);
      }
      await eventually(() =>
        expect(popup.list.counts.value).toMatchObject({ unread: 1, read: 1, skipped: 1, reading: 1 }),
      );
      expect(shown(popup)).toEqual(['Delta of large rivers']);
    }));

  test('undo brings the paper back to its place and the user to it', () =>
    withPopup(async (popup) => {
      popup.cursor.move(1);
      await popup.triage.toggleStatus([idAt(popup, 1)], 'read');
      popup.cursor.move(1);
      const before = popup.cursor.wish.value.turn;
      await popup.triage.undo();
      await eventually(() => expect(shown(popup)).toEqual(TITLES));
      expect(current(popup)).toBe('Beta decay of paper');
      expect(popup.cursor.wish.value).toMatchObject({ insists: true });
      expect(popup.cursor.wish.value.turn).toBeGreaterThan(before);
    }));

  test('an undone paper comes back while another one waits', () =>
    withPopup(async (popup, bring) => {
      await popup.triage.toggleStatus([idAt(popup, 0)], 'read');
      await bring('Epsilon at last');
      await popup.triage.undo();
      await eventually(() => expect(shown(popup)).toEqual(TITLES));
      await eventually(() => expect(popup.list.arrivals.value).toHaveLength(1));
    }));

  test('the same key takes a status back from very many as well', () =>
    withPopup(async (popup, bring) => {
      await Promise.all(Array.from({ length: 110 }, (_, index) => bring(`Zeta of the number ${index}`)));
      popup.list.setFilter({ status: 'all' });
      await eventually(() => expect(popup.list.ids.value).toHaveLength(114));
      const ids = popup.list.ids.value ?? [];
      for (const unread of [0, 114, 0]) {
        await popup.triage.toggleStatus(ids, 'read');
        await eventually(() => expect(popup.list.counts.value).toMatchObject({ unread, read: 114 - unread }));
      }
    }));

  test('the same key takes a status back, and the paper stays where all are shown', () =>
    withPopup(async (popup) => {
      popup.list.setFilter({ status: 'all' });
      await eventually(() => expect(popup.list.filter.value.status).toBe('all'));
      const [id] = [idAt(popup, 0)];
      await popup.triage.toggleStatus([id], 'read');
      await eventually(() => expect(popup.list.papers.value.get(id)?.entry.status).toBe('read'));
      await popup.triage.toggleStatus([id], 'read');
      await eventually(() => expect(popup.list.papers.value.get(id)?.entry.status).toBe('unread'));
      expect(shown(popup)).toEqual(TITLES);
    }));

  test('an open paper that leaves hands its place to the next one, open as well', () =>
    withPopup(async (popup) => {
      popup.cursor.toggleExpanded(idAt(popup, 0));
      void popup.triage.toggleStatus([idAt(popup, 0)], 'skipped');
      expect(title(popup, popup.cursor.expanded.value)).toBe('Beta decay of paper');
      await eventually(() => expect(popup.list.counts.value?.skipped).toBe(1));
    }));

  test('the last paper of the list gives way to the one before', () =>
    withPopup(async (popup) => {
      popup.cursor.move(Number.POSITIVE_INFINITY);
      await popup.triage.change([idAt(popup, 3)], { removed: true });
      expect(current(popup)).toBe('Gamma and the grain');
    }));

  test('a decision on several papers is one step to undo', () =>
    withPopup(async (popup) => {
      popup.cursor.move(2, true);
      await popup.triage.toggleStatus(popup.cursor.picked.value, 'skipped');
      expect(shown(popup)).toEqual(['Delta of large rivers']);
      expect(popup.triage.done.value).toMatchObject({ count: 3 });
      await popup.triage.undo();
      await eventually(() => expect(shown(popup)).toEqual(TITLES));
    }));
});
