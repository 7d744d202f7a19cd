import { useSignal } from '@preact/signals';
import { writeTime } from '../lib/platform/amounts.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Backups, Mode, Stage } from '../lib/state/backups.ts';
import type { Popup } from '../lib/state/popup.ts';
import { backupReason } from './backup-reasons.ts';
import { ErrorNote } from './ErrorNote.tsx';

interface Props {
  backups: Backups;
  popup: Popup;
}

type Busy = Extract<Stage, { done: number }>;
type Deciding = Extract<Stage, { at: 'deciding' }>;

const BUSY: Record<Busy['at'], TextKey> = {
  reading: 'backupReading',
  restoring: 'backupRestoring',
  saving: 'backupSaving',
};

/** How far restoring has come: what is going on, what there is to decide, or how it ended. */
export function RestoreStage({ backups, popup }: Props) {
  const stage = backups.stage.value;
  if ('done' in stage) return <Going stage={stage} cancel={backups.cancel} />;
  if (stage.at === 'deciding') return <Preview stage={stage} backups={backups} popup={popup} />;
  if (stage.at === 'failed') return <Failed stage={stage} backups={backups} />;
  if (stage.at === 'saved') return <p class="result">{t('backupSaved', stage.name)}</p>;
  if (stage.at === 'restored') return <Restored stage={stage} popup={popup} />;
  return null;
}

function Going({ stage: { at, done, total }, cancel }: { stage: Busy; cancel(): void }) {
  return (
    <section class="going">
      <p id="going">{t(BUSY[at])}</p>
      <progress aria-labelledby="going" value={total > 0 ? done : undefined} max={Math.max(1, total)} />
      <button type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </section>
  );
}

function Failed({ stage: { trouble }, backups }: { stage: Extract<Stage, { at: 'failed' }>; backups: Backups }) {
  const { code, line, reason } = trouble;
  const facts = [writeNumber(line ?? 1), reason ? backupReason(reason) : t('reasonFile')];
  return (
    <div class="notice" role="alert">
      <ErrorNote code={code} facts={facts} shape="line">
        <button type="button" class="text-button" onClick={backups.reset}>
          {t('dismiss')}
        </button>
      </ErrorNote>
    </div>
  );
}

function Restored({ stage, popup }: { stage: Extract<Stage, { at: 'restored' }>; popup: Popup }) {
  return (
    <p class="result">
      {t('backupRestored', writeNumber(stage.new), writeNumber(stage.known))}{' '}
      <button type="button" class="text-button" onClick={() => void popup.triage.undo()}>
        {t('undo')}
      </button>
    </p>
  );
}

/** What is in the backup, and what restoring it would change; nothing has changed yet. */
function Preview({ stage, backups, popup }: { stage: Deciding; backups: Backups; popup: Popup }) {
  const mode = useSignal<Mode>('merge');
  const { name, backup, preview } = stage;
  const written = writeTime(Date.parse(backup.header.exportedAt), popup.world.nowMs());
  const choose = (next: Mode) => () => {
    mode.value = next;
  };
  return (
    <section>
      <h2>{t('previewTitle')}</h2>
      <p dir="auto">{t('previewFile', name, written, backup.header.app)}</p>
      <p>{t('previewHolds', plural('papers', preview.papers), plural('digests', preview.digests))}</p>
      <fieldset class="modes">
        <legend class="sr-only">{t('previewHow')}</legend>
        <label>
          <input type="radio" name="mode" checked={mode.value === 'merge'} onChange={choose('merge')} />
          <span>
            {t('modeMerge')}
            <span class="hint">
              {t('modeMergeHint', plural('papers', preview.new), plural('papers', preview.known))}{' '}
              {plural('modeMergeWords', preview.wordsChanged)}
            </span>
          </span>
        </label>
        <label>
          <input type="radio" name="mode" checked={mode.value === 'replace'} onChange={choose('replace')} />
          <span>
            {t('modeReplace')}
            <span class="hint">
              {t('modeReplaceHint', plural('papers', preview.removedByReplace), plural('papers', preview.present))}
            </span>
          </span>
        </label>
      </fieldset>
      <div class="ways">
        <button type="button" class="is-primary" onClick={() => void backups.restore(mode.value)}>
          {t(mode.value === 'merge' ? 'modeMerge' : 'modeReplace')}
        </button>
        <button type="button" onClick={backups.reset}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}
