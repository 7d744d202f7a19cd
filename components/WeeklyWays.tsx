import { useSignal } from '@preact/signals';
import { copyText } from '../lib/platform/clipboard.ts';
import { downloadFile } from '../lib/platform/download.ts';
import { printPage } from '../lib/platform/pages.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { type WeeklyFormat, writeWeek } from '../lib/state/weekly.ts';
import type { Report } from '../lib/weekly/report.ts';
import type { Sheet } from '../lib/weekly/sheet.ts';

const SAVES: readonly (readonly [WeeklyFormat, TextKey])[] = [
  ['html', 'weeklySave'],
  ['markdown', 'weeklyMarkdown'],
  ['atom', 'weeklyAtom'],
];

/** Ways to take the week along. */
export function WeeklyWays({ popup, sheet, report }: { popup: Popup; sheet: Sheet; report: Report }) {
  const told = useSignal('');
  const written = (format: WeeklyFormat) => writeWeek(format, { sheet, report }, popup.world.nowMs());
  const save = (format: WeeklyFormat) => {
    const { text, mediaType, fileName } = written(format);
    downloadFile(new Blob([text], { type: mediaType }), fileName);
    told.value = t('weeklySaved', fileName);
  };
  const copy = async () => {
    const isCopied = await copyText(written('markdown').text);
    told.value = isCopied ? t('exportCopied', plural('papers', report.count)) : t('exportNotCopied');
  };
  return (
    <section class="weekly-ways" aria-label={t('weeklyTake')}>
      <div class="ways">
        {SAVES.map(([format, key]) => (
          <button key={format} type="button" onClick={() => save(format)}>
            {t(key)}
          </button>
        ))}
        <button type="button" onClick={() => void copy()}>
          {t('weeklyCopy')}
        </button>
        <button type="button" onClick={printPage}>
          {t('weeklyPrint')}
        </button>
      </div>
      <p class="hint" role="status">
        {told.value}
      </p>
    </section>
  );
}
