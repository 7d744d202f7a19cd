import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PaperId } from '../lib/domain/paper.ts';
import { readableTex } from '../lib/domain/readable-tex.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { RelatedPaper } from '../lib/state/related.ts';

const REST_MS = 200;

/** The papers of the library that are most like this one; nothing where there are none. */
export function RelatedPapers({ popup, id }: { popup: Popup; id: PaperId }) {
  const related = useSignal<readonly RelatedPaper[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const world = popup.library();
    const look = async () => {
      const { findRelated } = await import('../lib/state/related.ts');
      const found = await findRelated(world, id, asking.signal);
      if (!asking.signal.aborted) related.value = found;
    };
    // Whoever moves through the list is not looking for others yet.
    const timer = setTimeout(() => {
      look().catch((error: unknown) => {
        if (!asking.signal.aborted) console.warn('Gleaner: related papers could not be found', error);
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [id, popup, related]);
  if (related.value.length === 0) return null;
  const goTo = (other: PaperId) => {
    const { list, cursor } = popup;
    list.setQuery('');
    list.setFilter(() => ({ status: 'all', starred: false }));
    cursor.goTo(other);
  };
  return (
    <section class="related" aria-label={t('related')}>
      <h3>{t('related')}</h3>
      <ol>
        {related.value.map((other) => (
          <li key={other.id}>
            <button type="button" class="text-button" dir="auto" onClick={() => goTo(other.id)}>
              {readableTex(other.title)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
