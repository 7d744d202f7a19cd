import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { writeList } from '../lib/platform/dates.ts';
import { plural, t } from '../lib/platform/text.ts';
import { namesShown, partName } from '../lib/state/names.ts';
import type { Popup } from '../lib/state/popup.ts';

/** For a paper that goes by several names: what they are, what joined them, and the way to part them. */
export function KnownNames({ popup, listed: { paper, names } }: { popup: Popup; listed: ListedPaper }) {
  if (names.length < 2) return null;
  return (
    <section class="names" aria-label={plural('knownNames', names.length)}>
      <h3>{plural('knownNames', names.length)}</h3>
      <ul>
        {namesShown(names).map(({ key, title, identifiers, shared }) => (
          <li key={key}>
            <p dir="auto">{title}</p>
            <p class="facts">
              {identifiers.length > 0 ? writeList(identifiers) : t('nameOnlyTitle')}
              {' · '}
              {shared.length > 0 ? t('nameShares', writeList(shared)) : t('nameSharesTitle')}
            </p>
            <button
              type="button"
              class="text-button"
              onClick={() => void popup.triage.perform(partName(paper.id, key))}
            >
              {t('nameApart')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
