import { useLayoutEffect } from 'preact/hooks';
import { commandFor } from '../lib/state/keys.ts';
import type { Popup } from '../lib/state/popup.ts';
import { isPanelOpen, placeOf } from './use-keys.ts';

/** Where there is no list: lets the keys of undo act. */
export function useUndoKeys(popup: Popup): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isPanelOpen(popup)) return;
      if (commandFor(event, placeOf(event.target), popup.preferences.values.peek().letters) !== 'undo') return;
      event.preventDefault();
      void popup.triage.undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [popup]);
}
