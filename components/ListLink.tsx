import type { ComponentChildren } from 'preact';
import { openLibrary } from '../lib/platform/pages.ts';
import type { Popup } from '../lib/state/popup.ts';
import { type ListTarget, setList } from './weekly-list.ts';

interface Props {
  popup: Popup;
  target: ListTarget;
  children: ComponentChildren;
}

/** Leads from another place of the library to a list of its papers. */
export function ListLink({ popup, target, children }: Props) {
  const go = () => {
    setList(popup, target);
    void openLibrary('papers');
  };
  return (
    <button type="button" class="text-button" onClick={go}>
      {children}
    </button>
  );
}
