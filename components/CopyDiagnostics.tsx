import { useSignal } from '@preact/signals';
import type { ErrorCode } from '../lib/domain/errors.ts';
import type { Counters } from '../lib/domain/listed-paper.ts';
import { appVersion, browserName } from '../lib/platform/app.ts';
import { copyText } from '../lib/platform/clipboard.ts';
import { readStorageHealth } from '../lib/platform/storage-health.ts';
import { t } from '../lib/platform/text.ts';
import { readTroubles } from '../lib/platform/troubles.ts';
import { writeDiagnostics } from '../lib/state/diagnostics.ts';

interface Props {
  /** What is being shown, if an error is. */
  code?: ErrorCode;
  errors?: readonly string[];
  counters?: Counters | undefined;
  lastBackup?: string | undefined;
}

/** Copies what helps to find a fault: versions, numbers and codes. */
export function CopyDiagnostics({ code, errors = [], counters, lastBackup }: Props) {
  const told = useSignal('');
  const copy = async () => {
    const known = [...(await readTroubles())].map(([name, { at, count }]) => ({ code: name, at, count }));
    const storage = await readStorageHealth();
    const text = writeDiagnostics({
      app: appVersion(),
      browser: browserName(),
      counters,
      lastBackup,
      storage,
      troubles: code ? [{ code }, ...known] : known,
      errors,
    });
    told.value = (await copyText(text)) ? t('diagnosticsCopied') : t('copyRefused');
  };
  return (
    <span class="copy-diagnostics">
      <button type="button" class="text-button" onClick={() => void copy()}>
        {t('copyDiagnostics')}
      </button>{' '}
      <span class="hint" role="status">
        {told.value}
      </span>
    </span>
  );
}
