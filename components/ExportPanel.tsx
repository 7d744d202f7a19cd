import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '../lib/domain/errors.ts';
import type { ExporterId } from '../lib/exporters/exporter.ts';
import { copyText } from '../lib/platform/clipboard.ts';
import { downloadFile } from '../lib/platform/download.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import { failureCode } from '../lib/state/failure-code.ts';
import type { Popup } from '../lib/state/popup.ts';
import { FORMATS, MOST_COPIED, type WrittenList, writeReadingList } from '../lib/state/reading-list.ts';
import type { World } from '../lib/state/world.ts';
import { Dialog } from './Dialog.tsx';
import { describeList } from './describe-list.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { SendToZotero } from './SendToZotero.tsx';

const FORMAT_NAMES: Record<ExporterId, { name: TextKey; hint: TextKey }> = {
  markdown: { name: 'formatMarkdown', hint: 'formatMarkdownHint' },
  bibtex: { name: 'formatBibtex', hint: 'formatBibtexHint' },
  csv: { name: 'formatCsv', hint: 'formatCsvHint' },
  json: { name: 'formatJson', hint: 'formatJsonHint' },
  biblatex: { name: 'formatBiblatex', hint: 'formatBiblatexHint' },
  ris: { name: 'formatRis', hint: 'formatRisHint' },
  'csl-json': { name: 'formatCslJson', hint: 'formatCslJsonHint' },
  org: { name: 'formatOrg', hint: 'formatOrgHint' },
  html: { name: 'formatHtml', hint: 'formatHtmlHint' },
  bookmarks: { name: 'formatBookmarks', hint: 'formatBookmarksHint' },
  atom: { name: 'formatAtom', hint: 'formatAtomHint' },
  'csv-import': { name: 'formatCsvImport', hint: 'formatCsvImportHint' },
  notion: { name: 'formatNotion', hint: 'formatNotionHint' },
  readwise: { name: 'formatReadwise', hint: 'formatReadwiseHint' },
  raindrop: { name: 'formatRaindrop', hint: 'formatRaindropHint' },
  instapaper: { name: 'formatInstapaper', hint: 'formatInstapaperHint' },
};

/** Lists up to this long are written before one could read how far they are. */
const MOST_AT_ONCE = 1_000;

interface Props {
  popup: Popup;
  world: World;
  close(): void;
}

interface Done {
  done: number;
  total: number;
}

/** Hands on exactly the papers that are picked, or else those that the list shows. */
export function ExportPanel({ popup, world, close }: Props) {
  const format = useSignal<ExporterId>('markdown');
  const told = useSignal('');
  const { going, failure, write, cancel } = useWriting();
  const picked = popup.cursor.picked.value;
  const ids = picked.length > 0 ? picked : (popup.list.ids.value ?? []);
  const what = describeList(popup);
  const isOff = ids.length === 0 || going !== undefined;
  const isTooLong = ids.length > MOST_COPIED;
  /** Writes the list, hands it on in a way of its own, and tells what that came to. */
  const handOn = (way: (written: WrittenList) => string | Promise<string>) => {
    told.value = '';
    return write(async (options) => {
      told.value = await way(await writeReadingList(world, { ids, format: format.value, what }, options));
    });
  };
  const download = ({ file, fileName, count }: WrittenList) => {
    downloadFile(file, fileName);
    return t('exportDownloaded', plural('papers', count), fileName);
  };
  const copy = async ({ file, count }: WrittenList) =>
    (await copyText(await file.text())) ? t('exportCopied', plural('papers', count)) : t('exportNotCopied');
  return (
    <Dialog title={t('export')} close={close}>
      <p class="export-what">
        {picked.length > 0 ? plural('exportPicked', ids.length) : plural('exportShown', ids.length, what)}
      </p>
      <fieldset class="formats" disabled={going !== undefined}>
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
        <button type="button" class="is-primary" disabled={isOff} onClick={() => void handOn(download)}>
          {t('exportDownload')}
        </button>
        <button type="button" disabled={isOff || isTooLong} onClick={() => void handOn(copy)}>
          {t('exportCopy')}
        </button>
        <SendToZotero popup={popup} world={world} ids={ids} close={close} />
      </div>
      {isTooLong && <p class="hint">{t('exportTooLongToCopy', plural('papers', MOST_COPIED))}</p>}
      {going && going.total > MOST_AT_ONCE && <Going {...going} cancel={cancel} />}
      <p class="result" role="status">
        {told.value}
      </p>
      {failure && <ErrorNote code={failure} shape="line" />}
    </Dialog>
  );
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

interface Writing {
  signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** One piece of writing at a time: how far it is, why it failed, and a way to stop it. It ends with the dialog. */
function useWriting() {
  const going = useSignal<Done | undefined>(undefined);
  const failure = useSignal<ErrorCode | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const cancel = () => running.current?.abort();
  useEffect(() => cancel, []);
  const write = async (job: (writing: Writing) => Promise<void>) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    failure.value = undefined;
    try {
      await job({
        signal: controller.signal,
        progress: (done, total) => {
          going.value = { done, total };
        },
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!controller.signal.aborted) failure.value = failureCode(error);
    } finally {
      running.current = undefined;
      going.value = undefined;
    }
  };
  return { going: going.value, failure: failure.value, write, cancel };
}
