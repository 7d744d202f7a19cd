import { X } from 'lucide-preact';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { IconButton } from './IconButton.tsx';
import { TodayLink } from './TodayLink.tsx';

/** The first word: what is here already, and one way on. */
export function Greeting({ popup }: { popup: Popup }) {
  const { summary, preferences, openPanel, list } = popup;
  const counters = summary.counters.value;
  if (!counters) return null;
  return (
    <section class="greeting" aria-label={t('greeting')}>
      <p>
        <button type="button" class="text-button" onClick={() => list.setFilter({ status: 'all' })}>
          {t('greetingCount', plural('papers', counters.papers), plural('fromDigests', counters.digests))}
        </button>{' '}
        {t('greetingWhy')}
      </p>
      <div class="greeting-ways">
        <TodayLink />
        <button type="button" class="text-button" aria-haspopup="dialog" onClick={() => openPanel('clear-examples')}>
          {t('clearExamples')}
        </button>
      </div>
      <IconButton label={t('close')} onClick={() => preferences.set({ greeted: true })}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </section>
  );
}
