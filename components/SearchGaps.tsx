import { plural, t } from '../lib/platform/text.ts';
import type { List } from '../lib/state/list.ts';

/** What a search could not tell, in a quiet line above what it found. */
export function SearchGaps({ list }: { list: List }) {
  const { waiting = 0, cut = false } = list.gaps.value ?? {};
  if (waiting === 0 && !cut) return null;
  return (
    <p class="search-gaps" role="status">
      {waiting > 0 ? plural('searchWaiting', waiting) : t('searchCut')}
    </p>
  );
}
