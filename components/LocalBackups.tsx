import { writeBytes, writeTime } from '../lib/platform/amounts.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Backups, LocalBackup } from '../lib/state/backups.ts';

const REASONS: Record<LocalBackup['reason'], TextKey> = {
  daily: 'keptDaily',
  'before-restore': 'keptBeforeRestore',
  'before-upgrade': 'keptBeforeUpgrade',
};

/** The backups that Gleaner made by itself. */
export function LocalBackups({ backups, nowMs }: { backups: Backups; nowMs: number }) {
  const local = backups.local.value;
  return (
    <section>
      <h2>{t('backupLocal')}</h2>
      <p>{t('backupLocalHint')}</p>
      {local?.length === 0 && <p class="hint">{t('backupLocalNone')}</p>}
      <ul class="rows">
        {(local ?? []).map((backup) => (
          <Row key={backup.name} backups={backups} backup={backup} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}

function Row({ backups, backup, nowMs }: { backups: Backups; backup: LocalBackup; nowMs: number }) {
  const { name, madeAt, reason, bytes } = backup;
  const when = writeTime(Date.parse(madeAt), nowMs);
  const ways: [TextKey, () => void][] = [
    ['backupRestoreThis', () => void backups.lookAtLocal(backup)],
    ['backupSaveThis', () => void backups.saveLocal(name)],
    ['backupRemoveThis', () => void backups.removeLocal(name)],
  ];
  return (
    <li>
      <time dateTime={madeAt}>{when}</time>
      <span class="row-text">
        {t(REASONS[reason])} <span class="facts">{writeBytes(bytes)}</span>
      </span>
      {ways.map(([key, run]) => (
        <button key={key} type="button" class="text-button" aria-label={`${t(key)}: ${when}`} onClick={run}>
          {t(key)}
        </button>
      ))}
    </li>
  );
}
