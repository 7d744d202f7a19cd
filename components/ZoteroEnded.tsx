import type { ZoteroJob } from '../lib/domain/zotero.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Zotero } from '../lib/state/zotero.ts';
import { ZOTERO_FAILURE_TEXTS } from './zotero-texts.ts';

interface Props {
  zotero: Zotero;
  job: ZoteroJob;
  saveFile(): void;
  close(): void;
}

/** How sending ended: what Zotero has now, and why not the rest. */
export function ZoteroEnded({ zotero, job, saveFile, close }: Props) {
  const { sent, unsure, total, done, state, failure } = job;
  const isWhole = state === 'done' && failure === undefined;
  return (
    <>
      <div class="result" role="status">
        {(sent > 0 || isWhole) && <p>{plural('zoteroSent', sent, isMoved(job) ? job.target.name : 'Zotero')}</p>}
        {failure && <p>{t(ZOTERO_FAILURE_TEXTS[failure])}</p>}
        {unsure > 0 && <p>{plural('zoteroUnsure', unsure)}</p>}
        {total > done && <p>{plural('zoteroLeft', total - done)}</p>}
      </div>
      <div class="dialog-ways">
        <button type="button" class="is-primary" onClick={isWhole ? close : () => void zotero.look()}>
          {isWhole ? t('zoteroDone') : t('retry')}
        </button>
        {failure && (
          <button type="button" onClick={saveFile}>
            {t('zoteroFile')}
          </button>
        )}
      </div>
    </>
  );
}

/** Where the last papers could not be moved, they lie where Zotero was. */
function isMoved({ failure }: ZoteroJob): boolean {
  return failure !== 'collection-gone' && failure !== 'session-gone';
}
