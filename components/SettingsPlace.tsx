import type { Popup } from '../lib/state/popup.ts';
import { SettingsFields } from './SettingsFields.tsx';

/** The settings, with room. */
export function SettingsPlace({ popup }: { popup: Popup }) {
  return (
    <div class="settings">
      <SettingsFields popup={popup} />
    </div>
  );
}
