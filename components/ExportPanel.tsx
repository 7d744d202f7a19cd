import { useSignal } from '@preact/signals';
import type { ExporterId } from '../lib/exporters/exporter.ts';
import { copyText } from '../lib/platform/clipboard.ts';
import { downloadText } from '../lib/platform/download.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { FORMATS, writeReadingList } from '../lib/state/reading-list.ts';
import type { World } from '../lib/state/world.ts';
import { Dialog } from './Dialog.tsx';
import { describeList } from './describe-list.ts';

const FORMAT_NAMES: Record<ExporterId, { name: TextKey; hint: TextKey }> = {
  markdown: { name: 'formatMarkdown', hint: 'formatMarkdownHint' },
  bibtex: { name: 'formatBibtex', hint: 'formatBibtexHint' },
  csv: { name: 'formatCsv', hint: 'formatCsvHint' },
  json: { name: 'formatJson', hint: 'formatJsonHint' },
};

interface Props {
  popup: Popup;
  world: World;
  close(): void;
}

/** Hands on exactly the papers that are picked, or else those that the list shows. */
export function ExportPanel({ popup, world, close }: Props) {
  const format = useSignal<ExporterId>('markdown');
  const told = useSignal('');
  const picked = popup.cursor.picked.value;
  const ids = picked.length > 0 ? picked : (popup.list.ids.value ?? []);
  const what = describeList(popup);
  const write = () => writeReadingList(world, { ids, format: format.value, what });
  const download = async () => {
    const written = await write();
    downloadText(written.text, written.fileName, written.mediaType);
    told.value = t('exportDownloaded', plural('papers', written.count), written.fileName);
  };
  const copy = async () => {
    const written = await write();
    const copied = await copyText(written.text);
    told.value = copied ? t('exportCopied', plural('papers', written.count)) : t('exportNotCopied');
  };
  return (
    <Dialog title={t('export')} close={close}>
      <p class="export-what">
        {picked.length > 0 ? plural('exportPicked', ids.length) : plural('exportShown', ids.length, what)}
      </p>
      <fieldset class="formats">
        <legend>{t('exportFormat')}</legend>
        {FORMATS.map((id) => (
          <label key={id}>
            <input
              type="radio"
              name="format"
              checked={format.value === id}
              onChange={() => {
                format.value = id;
                told.value = '';
              }}
            />
            <span>
              {t(FORMAT_NAMES[id].name)}
              <span class="hint">{t(FORMAT_NAMES[id].hint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="dialog-ways">
        <button type="button" class="is-primary" disabled={ids.length === 0} onClick={() => void download()}>
          {t('exportDownload')}
        </button>
        <button type="button" disabled={ids.length === 0} onClick={() => void copy()}>
          {t('exportCopy')}
        </button>
      </div>
      <p class="result" role="status">
        {told.value}
      </p>
    </Dialog>
  );
}
