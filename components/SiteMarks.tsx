import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SiteId } from '../lib/domain/digest.ts';
import { changeMarkSettings, readMarkSettings, watchMarkSettings } from '../lib/platform/marks-memory.ts';
import { t } from '../lib/platform/text.ts';

/** Whether papers are marked on the pages of a site. */
export function SiteMarks({ site }: { site: SiteId }) {
  const isOn = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    const look = () =>
      void readMarkSettings(site).then(({ on }) => {
        isOn.value = on;
      });
    look();
    return watchMarkSettings(look);
  }, [site, isOn]);
  return (
    <label class="site-marks">
      <input
        type="checkbox"
        checked={isOn.value ?? true}
        disabled={isOn.value === undefined}
        onChange={(event) => void changeMarkSettings(site, { on: event.currentTarget.checked })}
      />
      {t('siteMarks')}
    </label>
  );
}
