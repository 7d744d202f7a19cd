import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import { askAboutExamples, clearAllExamples } from '../lib/state/examples.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { World } from '../lib/state/world.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  popup: Popup;
  world: World;
  close(): void;
}

/** Clears the examples; asks before, with the numbers, where that is much of the library. */
export function ClearExamplesPanel({ popup, world, close }: Props) {
  const asked = useSignal<{ going: number } | undefined>(undefined);
  const all = popup.summary.counters.peek()?.papers ?? 0;
  const clear = () => {
    close();
    void popup.triage.perform(clearAllExamples);
  };
  useEffect(() => {
    void askAboutExamples(world, all).then(({ going, asks }) => {
      if (asks) asked.value = { going };
      else clear();
    });
  }, []);
  if (!asked.value) return null;
  return (
    <Dialog title={t('clearExamples')} close={close}>
      <p>{t('clearExamplesAsk', plural('papers', asked.value.going), plural('papers', all))}</p>
      <p class="hint">{t('clearExamplesHint')}</p>
      <div class="dialog-ways">
        <button type="button" class="is-primary" onClick={clear}>
          {t('clearExamplesYes')}
        </button>
        <button type="button" onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
