import { useSignal } from '@preact/signals';
import { copyText } from '../lib/platform/clipboard.ts';
import { downloadFile } from '../lib/platform/download.ts';
import { plural, t } from '../lib/platform/text.ts';
import { recall, remember } from '../lib/platform/view-memory.ts';
import { type ExportChoices, readExportChoices } from '../lib/state/export-choices.ts';
import type { Popup } from '../lib/state/popup.ts';
import { MOST_COPIED, type WrittenList, writeReadingList } from '../lib/state/reading-list.ts';
import type { World } from '../lib/state/world.ts';
import { Dialog } from './Dialog.tsx';
import { describeList } from './describe-list.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { ExportOptions } from './ExportOptions.tsx';
import { ExportPreview, usePreview } from './ExportPreview.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { SendToZotero } from './SendToZotero.tsx';
import { type Done, useWriting } from './use-writing.ts';

/** Lists up to this long are written before one could read how far they are. */
const MOST_AT_ONCE = 1_000;
const NO_IDS: readonly number[] = [];

interface Props {
  popup: Popup;
  world: World;
  close(): void;
}

/** Hands on exactly the papers that are picked, or else those that the list shows. */
export function ExportPanel({ popup, world, close }: Props) {
  const choices = useSignal<ExportChoices>(readExportChoices(recall('export')));
  const told = useSignal('');
  const turn = useSignal(0);
  const { going, failure, write, cancel } = useWriting();
  const picked = popup.cursor.picked.value;
  const ids = picked.length > 0 ? picked : (popup.list.ids.value ?? NO_IDS);
  const what = describeList(popup);
  const list = { ids, what, ...choices.value };
  const preview = usePreview(world, list, turn.value);
  const isOff = ids.length === 0 || going !== undefined;
  const isArchive = choices.value.format === 'obsidian';
  const isTooLong = ids.length > MOST_COPIED;
  const change = (next: Partial<ExportChoices>) => {
    choices.value = { ...choices.value, ...next };
    remember('export', choices.value);
    told.value = '';
  };
  /** Writes the list, hands it on in a way of its own, and tells what that came to. */
  const handOn = (way: (written: WrittenList) => string | Promise<string>) => {
    told.value = '';
    return write(async (options) => {
      told.value = await way(await writeReadingList(world, list, options));
      turn.value += 1;
    });
  };
  return (
    <Dialog title={t('export')} close={close} isWide>
      <p class="export-what">
        {picked.length > 0 ? plural('exportPicked', ids.length) : plural('exportShown', ids.length, what)}
      </p>
      <div class="export">
        <div class="export-choices">
          <FormatChoice
            format={choices.value.format}
            disabled={going !== undefined}
            choose={(format) => change({ format })}
          />
          <ExportOptions choices={choices.value} disabled={going !== undefined} kept={preview?.kept} change={change} />
        </div>
        <ExportPreview preview={preview} />
      </div>
      <div class="dialog-foot">
        <div class="dialog-ways">
          <button type="button" class="is-primary" disabled={isOff} onClick={() => void handOn(download)}>
            {t('exportDownload')}
          </button>
          <button type="button" disabled={isOff || isTooLong || isArchive} onClick={() => void handOn(copy)}>
            {t('exportCopy')}
          </button>
          <SendToZotero popup={popup} world={world} ids={ids} close={close} />
        </div>
        {isArchive && <p class="hint">{t('exportArchiveNotCopied')}</p>}
        {isTooLong && !isArchive && <p class="hint">{t('exportTooLongToCopy', plural('papers', MOST_COPIED))}</p>}
        {going && going.total > MOST_AT_ONCE && <Going {...going} cancel={cancel} />}
        <p class="result" role="status">
          {told.value}
        </p>
        {failure && <ErrorNote code={failure} shape="line" />}
      </div>
    </Dialog>
  );
}

function download({ file, fileName, count }: WrittenList): string {
  downloadFile(file, fileName);
  return t('exportDownloaded', plural('papers', count), fileName);
}

async function copy({ file, count }: WrittenList): Promise<string> {
  return (await copyText(await file.text())) ? t('exportCopied', plural('papers', count)) : t('exportNotCopied');
}

function Going({ done, total, cancel }: Done & { cancel(): void }) {
  return (
    <div class="going setting">
      <p id="exporting">{t('exportWriting')}</p>
      <progress aria-labelledby="exporting" value={done} max={total} />
      <button type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
