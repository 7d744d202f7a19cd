import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Receipt } from '../lib/domain/capture.ts';
import type { Outcome } from '../lib/domain/outcome.ts';
import type { TextDigestFailure, TextDigestFailureCode } from '../lib/importers/text-digest-blocks.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';

import { failureCode } from '../lib/state/failure-code.ts';
import { importFile, importText } from '../lib/state/import-text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { Dialog } from './Dialog.tsx';
import { ErrorNote } from './ErrorNote.tsx';

interface Props {
  popup: Popup;
  /** A file that was dropped on the popup. */
  dropped: File | undefined;
  close(): void;
}

type Result = Outcome<Receipt, TextDigestFailure> | undefined;

const REASONS: Record<TextDigestFailureCode, TextKey> = {
  empty: 'importEmpty',
  'too-large': 'importTooLarge',
  'not-text': 'importNotText',
  'no-date': 'importNoDate',
  'bad-date': 'importBadDate',
  'no-papers': 'importNoPapers',
  'title-too-long': 'importTitleTooLong',
  'abstract-too-short': 'importAbstractTooShort',
  'missing-abstract': 'importMissingAbstract',
  'second-digest': 'importSecondDigest',
  'cut-off': 'importCutOff',
  'too-many-papers': 'importTooMany',
};

/** Takes in a digest that lies in a text file or on the clipboard. */
export function ImportPanel({ popup, dropped, close }: Props) {
  const text = useSignal('');
  const result = useSignal<Result>(undefined);
  const isBusy = useSignal(false);
  const run = async (job: Promise<Result>) => {
    isBusy.value = true;
    try {
      result.value = await job;
      if (result.value?.ok) text.value = '';
    } finally {
      isBusy.value = false;
    }
  };
  useEffect(() => {
    if (dropped) void run(importFile(popup, dropped));
  }, [dropped]);
  const show = (receipt: Receipt) => {
    close();
    popup.list.setFilter(() => ({ status: 'all', starred: false, digestKey: receipt.digestKey }));
  };
  return (
    <Dialog title={t('import')} close={close}>
      <p class="hint">{t('importHint')}</p>
      <label class="field">
        {t('importPaste')}
        <textarea
          rows={7}
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
          disabled={isBusy.value || text.value.trim() === ''}
          onClick={() => void run(importText(popup, text.value, ''))}
        >
          {t('importTake')}
        </button>
        <label class="button">
          {t('importFile')}
          <input
            type="file"
            class="sr-only"
            accept=".txt,text/plain"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void run(importFile(popup, file));
            }}
          />
        </label>
      </div>
      <div role="status">
        {result.value?.ok === true && <Taken receipt={result.value.value} show={show} />}
        {result.value?.ok === false && <Refused failure={result.value} />}
        {!isBusy.value && popup.triage.failure.value !== undefined && (
          <ErrorNote code={failureCode(popup.triage.failure.value)} shape="line" />
        )}
      </div>
    </Dialog>
  );
}

function Taken({ receipt, show }: { receipt: Receipt; show(receipt: Receipt): void }) {
  return (
    <p class="result">
      {t('importTaken', plural('papers', receipt.papers), writeNumber(receipt.new), writeNumber(receipt.known))}{' '}
      <button type="button" class="text-button" onClick={() => show(receipt)}>
        {t('showDigest')}
      </button>
    </p>
  );
}

function Refused({ failure }: { failure: TextDigestFailure }) {
  const reason = t(REASONS[failure.code], failure.excerpt ?? '');
  return <ErrorNote code="digest-unreadable" facts={[writeNumber(failure.line), reason]} shape="line" />;
}
