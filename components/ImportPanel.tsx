import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../lib/platform/text.ts';
import { ImportModel, type Imports } from '../lib/state/import-desk.ts';
import type { Popup } from '../lib/state/popup.ts';
import { Dialog } from './Dialog.tsx';
import { ImportStagePart } from './ImportStage.tsx';
import { useOwnModel } from './use-own-model.ts';

interface Props {
  popup: Popup;
  /** A file that was dropped on the page. */
  dropped: File | undefined;
  close(): void;
}

const ACCEPTED =
  '.bib,.bibtex,.ris,.json,.csv,.tsv,.html,.htm,.txt,.md,.gz,.ndjson,text/plain,text/csv,text/html,application/json,application/gzip';

/** Takes in what lies in a file or on the clipboard: first a look at what it would bring, then a decision. */
export function ImportPanel({ popup, dropped, close }: Props) {
  const imports = useOwnModel(() => new ImportModel(popup.library(), popup.triage));
  const stage = imports.stage.value;
  // It outlives a look, so that what was refused can be corrected.
  const text = useSignal('');
  useEffect(() => {
    if (dropped) void imports.look(dropped);
  }, [dropped]);
  useEffect(() => imports.cancel, [imports]);
  useEffect(() => {
    if (stage.at === 'added') text.value = '';
  }, [stage.at]);
  const show = (digestKey: string) => {
    close();
    popup.list.setFilter(() => ({ status: 'all', starred: false, digestKey }));
  };
  const isChoosing = stage.at === 'choosing' || stage.at === 'refused' || stage.at === 'failed';
  return (
    <Dialog title={t('import')} close={close}>
      <ImportStagePart imports={imports} triage={popup.triage} show={show} />
      {isChoosing && <Choose imports={imports} text={text} />}
    </Dialog>
  );
}

function Choose({ imports, text }: { imports: Imports; text: Signal<string> }) {
  return (
    <>
      <p class="hint">{t('importHint')}</p>
      <div class="dialog-ways">
        <label class="button">
          {t('importFile')}
          <input
            type="file"
            class="sr-only"
            accept={ACCEPTED}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file) void imports.look(file);
            }}
          />
        </label>
      </div>
      <label class="field">
        {t('importPaste')}
        <textarea
          rows={6}
          dir="auto"
          spellcheck={false}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <div class="dialog-ways">
        <button
          type="button"
          class="is-primary"
          disabled={text.value.trim() === ''}
          onClick={() => void imports.look(text.value)}
        >
          {t('importTake')}
        </button>
      </div>
    </>
  );
}
