import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { Dialog } from './Dialog.tsx';
import { SettingsFields } from './SettingsFields.tsx';

/** The settings, over the list. */
export function SettingsPanel({ popup, close }: { popup: Popup; close(): void }) {
  const counters = popup.summary.counters.value;
  return (
    <Dialog title={t('settings')} close={close}>
      <SettingsFields popup={popup} />
      {counters && (
        <p class="hint">
          <button
            type="button"
            class="text-button"
            onClick={() => {
              close();
              popup.list.setFilter(() => ({ status: 'all', starred: false }));
            }}
          >
            {t('libraryHolds', String(counters.papers - counters.removed), String(counters.digests))}
          </button>
        </p>
      )}
    </Dialog>
  );
}
