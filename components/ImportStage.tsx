import { writeNumber } from '../lib/platform/dates.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Imported, ImportStage, Imports } from '../lib/state/import-desk.ts';
import type { ImportTrouble } from '../lib/state/import-read.ts';
import type { Triage } from '../lib/state/triage.ts';
import { backupReason } from './backup-reasons.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportRefused } from './ImportRefused.tsx';
import { digestReason, fileReason } from './import-texts.ts';

interface Props {
  imports: Imports;
  triage: Triage;
  /** Closes the panel and shows the papers of a list. */
  show(digestKey: string): void;
}

type Busy = Extract<ImportStage, { done: number }>;

const BUSY: Record<Busy['at'], TextKey> = { reading: 'importReading', adding: 'importAdding' };

/** How far an import has come: what is going on, what there is to decide, or how it ended. */
export function ImportStagePart({ imports, triage, show }: Props) {
  const stage = imports.stage.value;
  if ('done' in stage) return <Going stage={stage} cancel={imports.cancel} />;
  if (stage.at === 'deciding') return <ImportPreview offer={stage.offer} imports={imports} />;
  if (stage.at === 'refused' || stage.at === 'failed')
    return (
      <div class="result" role="alert">
        {stage.at === 'refused' ? <Trouble trouble={stage.trouble} /> : <ErrorNote code={stage.code} shape="line" />}
      </div>
    );
  if (stage.at === 'added') return <Added imported={stage.imported} imports={imports} triage={triage} show={show} />;
  return null;
}

function Going({ stage: { at, done, total }, cancel }: { stage: Busy; cancel(): void }) {
  return (
    <div class="going setting">
      <p id="importing" role="status">
        {t(BUSY[at])}
      </p>
      <progress aria-labelledby="importing" value={total > 0 ? done : undefined} max={Math.max(1, total)} />
      <button type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

/** Why a file was refused; nothing has changed. */
function Trouble({ trouble }: { trouble: ImportTrouble }) {
  const line = writeNumber(trouble.line ?? 1);
  if (trouble.kind === 'backup')
    return <ErrorNote code={trouble.code} facts={[line, backupReason(trouble.reason)]} shape="line" />;
  const reason = digestReason(trouble.code, trouble.excerpt ?? '');
  if (reason !== undefined) return <ErrorNote code="digest-unreadable" facts={[line, reason]} shape="line" />;
  return <p data-code={trouble.code}>{t('importNothingDone', fileReason(trouble))}</p>;
}

function Added({ imported, imports, triage, show }: Props & { imported: Imported }) {
  const { digestKey } = imported;
  const undo = async () => {
    imports.reset();
    await triage.undo();
  };
  return (
    <>
      <p class="result" role="status">
        {t('importAdded', plural('papers', imported.new), writeNumber(imported.known))}
      </p>
      <div class="ways">
        {digestKey !== undefined && (
          <button type="button" class="is-primary" onClick={() => show(digestKey)}>
            {t('importShow')}
          </button>
        )}
        <button type="button" onClick={() => void undo()}>
          {t('undo')}
        </button>
        <button type="button" onClick={imports.reset}>
          {t('importMore')}
        </button>
      </div>
      <ImportRefused {...imported} />
    </>
  );
}
