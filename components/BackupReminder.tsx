import { useSignal } from '@preact/signals';
import { X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { openLibrary } from '../lib/platform/pages.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { dismissReminder, dueReminder, type Unsaved } from '../lib/state/reminder.ts';
import { IconButton } from './IconButton.tsx';
import { savedMemory } from './saved-memory.ts';

/** One line, at most once a day, when much has changed since a backup was saved elsewhere. */
export function BackupReminder({ popup }: { popup: Popup }) {
  const unsaved = useSignal<Unsaved | undefined>(undefined);
  useEffect(() => {
    void dueReminder(popup.library(), savedMemory).then((due) => {
      unsaved.value = due;
    });
  }, [popup, unsaved]);
  if (!unsaved.value) return null;
  const { changes, isBackup } = unsaved.value;
  const close = () => {
    dismissReminder(savedMemory, popup.world.nowMs());
    unsaved.value = undefined;
  };
  return (
    <section class="reminder" aria-label={t('placeBackup')}>
      <p>
        {plural(isBackup ? 'reminderSince' : 'reminderFirst', changes)}{' '}
        <button type="button" class="text-button" onClick={() => void openLibrary('backup')}>
          {t('reminderDo')}
        </button>
      </p>
      <IconButton label={t('dismiss')} onClick={close}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </section>
  );
}
