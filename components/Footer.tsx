import { ArrowUpRight, CircleQuestionMark, Download, FileInput, ScanText, Undo2 } from 'lucide-preact';
import { writeNumber } from '../lib/platform/dates.ts';
import { openLibrary } from '../lib/platform/pages.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { IconButton } from './IconButton.tsx';
import { digestName } from './naming.ts';

/** The quiet line at the bottom: the latest capture, and the ways out. */
export function Footer({ popup, isPage }: { popup: Popup; isPage: boolean }) {
  const { openPanel, triage } = popup;
  return (
    <footer class="footer">
      <LatestCapture popup={popup} />
      {!isPage && (
        <IconButton label={t('readPage')} onClick={() => void readThisPage(popup)}>
          <ScanText size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={t('undo')} shortcut="u" onClick={() => void triage.undo()}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('import')} aria-haspopup="dialog" onClick={() => openPanel('import')}>
        <FileInput size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('export')} shortcut="e" aria-haspopup="dialog" onClick={() => openPanel('export')}>
        <Download size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('help')} shortcut="?" aria-haspopup="dialog" onClick={() => openPanel('help')}>
        <CircleQuestionMark size={16} aria-hidden="true" />
      </IconButton>
      {!isPage && (
        <IconButton label={t('openLibrary')} shortcut="l" onClick={() => void openLibrary()}>
          <ArrowUpRight size={16} aria-hidden="true" />
        </IconButton>
      )}
    </footer>
  );
}

/** "Daily Papers, Nov 21: 12 new, 35 known"; both parts lead to the papers. */
function LatestCapture({ popup }: { popup: Popup }) {
  const latest = popup.summary.latest.value;
  if (!latest) return <p class="latest" />;
  const { receipt, digest } = latest;
  const show = (added?: { since: string }) =>
    popup.list.setFilter(() => ({
      status: 'all',
      starred: false,
      digestKey: digest.key,
      ...(added ? { added } : {}),
    }));
  return (
    <p class="latest">
      <button type="button" class="text-button" title={t('showDigest')} onClick={() => show()}>
        {t('latestDigest', digestName(digest, popup.world.nowMs()))}
      </button>
      {receipt.new > 0 && (
        <button type="button" class="text-button" title={t('showNew')} onClick={() => show({ since: receipt.seenAt })}>
          {t('latestNew', writeNumber(receipt.new))}
        </button>
      )}
      <button type="button" class="text-button" title={t('showDigest')} onClick={() => show()}>
        {t('latestKnown', writeNumber(receipt.known))}
      </button>
    </p>
  );
}

/** Seldom needed, so loaded only then. */
async function readThisPage(popup: Popup): Promise<void> {
  const { readFrontPage } = await import('./page-reading.ts');
  await readFrontPage(popup);
}
