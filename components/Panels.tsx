import type { Popup } from '../lib/state/popup.ts';
import type { World } from '../lib/state/world.ts';
import { ExportPanel, HelpPanel, ImportPanel, SettingsPanel } from './asides.ts';

interface Props {
  popup: Popup;
  world: World;
  /** A file that was dropped on the popup. */
  dropped: File | undefined;
  /** Called when a panel closes. */
  closed(): void;
}

/** The dialog that is open, if one is. */
export function Panels({ popup, world, dropped, closed }: Props) {
  const name = popup.panel.value;
  const close = () => {
    // A dialog says that it has closed a moment after it has, and by then a quick hand may have opened another.
    if (popup.panel.peek() !== name) return;
    popup.openPanel(undefined);
    closed();
  };
  if (name === 'export') return <ExportPanel popup={popup} world={world} close={close} />;
  if (name === 'import') return <ImportPanel popup={popup} world={world} dropped={dropped} close={close} />;
  if (name === 'settings') return <SettingsPanel popup={popup} close={close} />;
  if (name === 'help') return <HelpPanel close={close} />;
  return null;
}
