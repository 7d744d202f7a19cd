import { Check, Download, Minus, Star, X } from 'lucide-preact';
import { writeNumber } from '../lib/platform/dates.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { IconButton } from './IconButton.tsx';

/** What can be done with the picked papers at once; it takes the footer's place. */
export function PickedBar({ popup }: { popup: Popup }) {
  const { cursor, triage } = popup;
  const picked = cursor.picked.value;
  const all = popup.list.ids.value?.length ?? 0;
  return (
    <footer class="footer is-picking">
      <p class="latest" role="status">
        {plural('picked', picked.length)}
      </p>
      {picked.length < all && (
        <button type="button" class="text-button" title={t('helpPickAll')} onClick={cursor.pickAll}>
          {t('pickAll', writeNumber(all))}
        </button>
      )}
      <IconButton label={t('markRead')} shortcut="r" onClick={() => triage.toggleStatus(picked, 'read')}>
        <Check size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('skip')} shortcut="x" onClick={() => triage.toggleStatus(picked, 'skipped')}>
        <Minus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('star')} shortcut="s" onClick={() => triage.toggleStar(picked)}>
        <Star size={16} aria-hidden="true" />
      </IconButton>
      <button
        type="button"
        class="text-button"
        title={`${t('tagsOfPicked')} (t)`}
        aria-haspopup="dialog"
        onClick={() => popup.openPanel('tags')}
      >
        {t('tags')}
      </button>
      <IconButton label={t('export')} shortcut="e" aria-haspopup="dialog" onClick={() => popup.openPanel('export')}>
        <Download size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('pickedClear')} shortcut="Esc" onClick={cursor.clearPicked}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </footer>
  );
}
