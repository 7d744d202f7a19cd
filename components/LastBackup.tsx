import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import { readUnsaved, type Unsaved } from '../lib/state/reminder.ts';
import type { World } from '../lib/state/world.ts';
import { savedMemory } from './saved-memory.ts';

/** When a backup was last saved elsewhere, and what has changed since. */
export function LastBackup({ world }: { world: World }) {
  const unsaved = useSignal<Unsaved | undefined>(undefined);
  useEffect(() => {
    void readUnsaved(world, savedMemory).then((read) => {
      unsaved.value = read;
    });
  }, [world, unsaved]);
  if (!unsaved.value) return null;
  const { isBackup, days, changes } = unsaved.value;
  if (!isBackup) return <p class="hint">{t('backupNever')}</p>;
  const when = days === 0 ? t('backupToday') : plural('backupDays', days);
  return <p class="hint">{`${when} ${plural('backupChanges', changes)}`}</p>;
}
