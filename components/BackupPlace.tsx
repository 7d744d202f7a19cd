import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import type { BackupDesk } from '../lib/state/backup-desk.ts';
import { type Backups, BackupsModel } from '../lib/state/backups.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { World } from '../lib/state/world.ts';
import { LastBackup } from './LastBackup.tsx';
import { LocalBackups } from './LocalBackups.tsx';
import { RestoreStage } from './RestoreStage.tsx';
import { useDroppedFile } from './use-dropped-file.ts';
import { useOwnModel } from './use-own-model.ts';

interface Props {
  popup: Popup;
  world: World;
  desk: BackupDesk;
}

/** Making backups and restoring from them. */
export function BackupPlace({ popup, world, desk }: Props) {
  const backups = useOwnModel(() => new BackupsModel(world, popup.triage, desk));
  const stage = backups.stage.value;
  const isBusy = stage.at === 'reading' || stage.at === 'restoring' || stage.at === 'saving';
  const isChoosing =
    stage.at === 'choosing' || stage.at === 'saved' || stage.at === 'failed' || stage.at === 'restored';
  const take = (file: File) => void backups.look(file.name, async () => file);
  const { isOver, dropped, forget } = useDroppedFile();
  const waiting = dropped.value;
  // What is dropped while a backup is written or restored waits for its end: taken at once, it would put an end to that.
  useEffect(() => {
    if (!waiting || isBusy) return;
    forget();
    take(waiting);
  }, [waiting, isBusy]);
  return (
    <>
      <div role="status">
        <RestoreStage backups={backups} popup={popup} />
      </div>
      {isChoosing && (
        <>
          <Make backups={backups} popup={popup} world={world} isBusy={isBusy} />
          <Restore take={take} isOver={isOver} />
          <LocalBackups backups={backups} nowMs={popup.world.nowMs()} />
        </>
      )}
    </>
  );
}

function Make({ backups, popup, world, isBusy }: { backups: Backups; popup: Popup; world: World; isBusy: boolean }) {
  const papers = popup.summary.counters.value?.papers ?? 0;
  return (
    <section>
      <h2>{t('backupMake')}</h2>
      <p>{t('backupMakeWhy', plural('papers', papers))}</p>
      <LastBackup key={backups.stage.value.at} world={world} />
      <div class="ways">
        <button type="button" class="is-primary" disabled={isBusy} onClick={() => void backups.saveFile()}>
          {t('backupSave')}
        </button>
      </div>
    </section>
  );
}

function Restore({ take, isOver }: { take(file: File): void; isOver: ReadonlySignal<boolean> }) {
  return (
    <section>
      <h2>{t('backupRestore')}</h2>
      <p>{t('backupRestoreHint')}</p>
      <div class="ways">
        <label class="button">
          {t('backupChoose')}
          <input
            type="file"
            class="sr-only"
            accept=".gz,.ndjson,application/gzip"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file) take(file);
            }}
          />
        </label>
      </div>
      {isOver.value && <p class="drop-here">{t('backupDrop')}</p>}
    </section>
  );
}
