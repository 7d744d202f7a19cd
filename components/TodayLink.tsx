import { t } from '../lib/platform/text.ts';
import { WebLink } from './WebLink.tsx';

const TODAY = 'https://huggingface.co/papers';

/** The one way on from an empty list: a page whose papers are captured. */
export function TodayLink() {
  return (
    <WebLink class="button is-primary" href={TODAY}>
      {t('openToday')}
    </WebLink>
  );
}
