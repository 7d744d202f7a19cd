import { writeTime } from '../lib/platform/amounts.ts';
import { t } from '../lib/platform/text.ts';
import { failureCode } from '../lib/state/failure-code.ts';
import { HistoryModel, type PastStep, undoBackTo } from '../lib/state/history.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { World } from '../lib/state/world.ts';
import { deedSentence } from './deeds.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { useOwnModel } from './use-own-model.ts';

/** What was done last, and the way back to before any of it. */
export function HistoryPlace({ popup, world }: { popup: Popup; world: World }) {
  const { steps, failure } = useOwnModel(() => new HistoryModel(world));
  if (failure.value !== undefined) return <ErrorNote code={failureCode(failure.value)} shape="page" />;
  if (!steps.value) return null;
  if (steps.value.length === 0) return <p class="hint">{t('historyEmpty')}</p>;
  return (
    <>
      <p class="hint">{t('historyHint')}</p>
      <ol class="rows">
        {steps.value.map((step, index) => (
          <Step key={step.id} popup={popup} step={step} isLast={index === 0} />
        ))}
      </ol>
    </>
  );
}

function Step({ popup, step, isLast }: { popup: Popup; step: PastStep; isLast: boolean }) {
  const sentence = deedSentence(step);
  const label = isLast ? t('undo') : t('undoBackTo');
  return (
    <li>
      <time dateTime={new Date(step.at).toISOString()}>{writeTime(step.at, popup.world.nowMs())}</time>
      <span class="row-text" dir="auto">
        {sentence}
      </span>
      <button
        type="button"
        class="text-button"
        aria-label={`${label}: ${sentence}`}
        onClick={() => void undoBackTo(popup.triage, step.id)}
      >
        {label}
      </button>
    </li>
  );
}
