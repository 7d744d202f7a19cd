import { useLayoutEffect } from 'preact/hooks';
import { commandFor, type KeyPlace } from '../lib/state/keys.ts';
import type { Popup } from '../lib/state/popup.ts';
import { runCommand } from './commands.ts';

/** Lets keys act on the list for as long as it is there, from the moment it is: a key pressed at its first sight counts. */
export function useKeys(popup: Popup, field: { current: HTMLInputElement | null }): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isPanelOpen(popup)) return;
      const command = commandFor(event, placeOf(event.target), popup.preferences.values.peek().letters);
      if (command && runCommand(command, { popup, searchField: () => field.current })) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [popup, field]);
}

/** A dialog that has closed says so a moment later; a key pressed in between is meant for the list. */
export function isPanelOpen(popup: Popup): boolean {
  const dialog = document.querySelector('dialog');
  return popup.panel.peek() !== undefined && (dialog === null || dialog.open);
}

/** Where a key was pressed. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.matches('.search-field input')) return 'text';
  if (target.matches('textarea, select, input:not([type=checkbox])')) return 'field';
  // A title's own press would open the paper that has the focus; after a quick j that is still the one before.
  if (target.matches('.paper-title button')) return 'page';
  return target.matches('button, a, input, summary') ? 'control' : 'page';
}
