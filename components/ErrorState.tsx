import { t } from '../lib/platform/text.ts';
import type { ErrorWays } from './ErrorNote.tsx';
import { ListFailure } from './ListFailure.tsx';

/** Stands in for a whole page when the library does not open. */
export function ErrorState(props: ErrorWays & { failure: unknown }) {
  return (
    <main class="app list">
      <h1 class="sr-only">{t('extensionShortName')}</h1>
      <ListFailure {...props} />
    </main>
  );
}
