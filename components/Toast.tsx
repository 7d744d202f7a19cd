import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../lib/platform/text.ts';
import { failureCode } from '../lib/state/failure-code.ts';
import type { Done, Triage } from '../lib/state/triage.ts';
import { deedSentence } from './deeds.ts';
import { errorTexts } from './error-texts.ts';

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
      class={`toast${hasFailed ? ' is-failure' : ''}`}
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <span class="toast-text">{hasFailed || !done ? failed(triage.failure.value) : told(done)}</span>
      {done && !done.undone && !hasFailed && (
        <button type="button" class="text-button" title={`${t('undo')} (u)`} onClick={() => void triage.undo()}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}

function told(done: Done): string {
  const sentence = deedSentence(done);
  return done.undone ? t('toastUndone', sentence) : sentence;
}

function failed(failure: unknown): string {
  const { what, safe } = errorTexts(failureCode(failure));
  return `${what} ${safe}`;
}
