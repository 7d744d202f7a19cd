import { t } from '../lib/platform/text.ts';

interface Props {
  failure: unknown;
  retry(): void;
}

/** Stands in for the list when the library cannot be read: what happened, what is safe, what to do. */
export function ErrorState({ failure, retry }: Props) {
  return (
    <div class="empty" role="alert">
      <h2>{t('errorTitle')}</h2>
      <p>{t('errorSafe')}</p>
      <p>{t('errorAdvice')}</p>
      <button type="button" class="is-primary" onClick={retry}>
        {t('retry')}
      </button>
      <p class="hint">{failure instanceof Error ? failure.name : t('errorUnknown')}</p>
    </div>
  );
}
