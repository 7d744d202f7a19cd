import { useSignal } from '@preact/signals';
import type { SiteId } from '../lib/domain/digest.ts';
import { appVersion, browserName } from '../lib/platform/app.ts';
import { copyText } from '../lib/platform/clipboard.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { readHealth } from '../lib/state/site-health.ts';
import { writeSiteReport } from '../lib/state/site-report.ts';
import { siteName } from './naming.ts';

interface Props {
  popup: Popup;
  site: SiteId;
  notice?: { at: string; parts: readonly string[] };
}

/** Copies what helps to find out what has changed on a site: its structure, and nothing of what stood on it. */
export function CopySiteReport({ popup, site, notice }: Props) {
  const told = useSignal('');
  const copy = async () => {
    const health = await readHealth(popup.library(), site);
    const report = { app: appVersion(), browser: browserName(), site, health, ...(notice && { notice }) };
    told.value = (await copyText(writeSiteReport(report))) ? t('diagnosticsCopied') : t('copyRefused');
  };
  return (
    <span class="copy-diagnostics">
      <button
        type="button"
        class="text-button"
        aria-label={t('siteCopyReportOf', siteName(site))}
        onClick={() => void copy()}
      >
        {t('siteCopyReport')}
      </button>{' '}
      <span class="hint" role="status">
        {told.value}
      </span>
    </span>
  );
}
