import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import type { Done, Triage } from '../lib/state/triage.ts';
import { statusName } from './naming.ts';

const STAYS_MS = 8_000;

/** Says what was done last and takes it back. It waits while someone points at it or is on its button. */
export function Toast({ triage }: { triage: Triage }) {
  const done = triage.done.value;
  const hasFailed = triage.failure.value !== undefined;
  const held = useSignal(false);
  const isHeld = held.value;
  useEffect(() => {
    if ((!done && !hasFailed) || isHeld) return;
    const timer = setTimeout(triage.dismiss, STAYS_MS);
    return () => clearTimeout(timer);
  }, [done, hasFailed, isHeld, triage]);
  const hold = (holds: boolean) => () => {
    held.value = holds;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only makes it stay; there is nothing to press
    <div
      class="toast"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <span class="toast-text">{hasFailed || !done ? t('toastFailed') : sentence(done)}</span>
      {done && !done.undone && !hasFailed && (
        <button type="button" class="text-button" title={`${t('undo')} (u)`} onClick={() => void triage.undo()}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}

/** "Read: Attention Is All You Need", or "Read: 12 papers". */
function sentence(done: Done): string {
  const what = done.title ?? plural('papers', done.count);
  return t(done.undone ? 'toastUndone' : 'toastDone', deed(done), what);
}

function deed({ action, status, starred }: Done): string {
  if (action === 'remove') return t('doneRemoved');
  if (action === 'clear-examples') return t('doneCleared');
  if (action === 'star') return starred ? t('doneStarred') : t('doneUnstarred');
  return statusName(status ?? 'unread');
}
