import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { writeNumber } from '../lib/platform/dates.ts';
import { t } from '../lib/platform/text.ts';
import type { Zotero } from '../lib/state/zotero.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { ZoteroChooser } from './ZoteroChooser.tsx';
import { ZoteroEnded } from './ZoteroEnded.tsx';
import { ZOTERO_FAILURE_TEXTS } from './zotero-texts.ts';

interface Props {
  zotero: Zotero;
  nowMs: number;
  /** Saves the papers as a file that Zotero reads. */
  saveFile(): void;
  /** Closes the whole export. */
  close(): void;
}

/** Sending to Zotero, as far as it has come. */
export function ZoteroStagePart(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { at } = props.zotero.stage.value;
  // What was pressed is gone with its stage, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, [at]);
  return (
    <div ref={place} class="stage" tabIndex={-1}>
      <Stage {...props} />
    </div>
  );
}

function Stage({ zotero, nowMs, saveFile, close }: Props) {
  const stage = zotero.stage.value;
  if (stage.at === 'looking') return <p role="status">{t('zoteroLooking')}</p>;
  if (stage.at === 'asking')
    return (
      <Instead text={stage.isRefused ? t('zoteroRefused') : t('zoteroWhy')} saveFile={saveFile}>
        {/* The click itself asks the browser, so nothing may come before it. */}
        <button type="button" class="is-primary" onClick={() => void zotero.allow()}>
          {t('siteGiveAccess')}
        </button>
      </Instead>
    );
  if (stage.at === 'absent') return <Absent zotero={zotero} code={stage.code} saveFile={saveFile} />;
  if (stage.at === 'choosing') {
    // What is saved goes first to what is selected there, so that has to take it.
    if (!stage.place.isEditable) return <Absent zotero={zotero} code="read-only" saveFile={saveFile} />;
    return <ZoteroChooser zotero={zotero} place={stage.place} split={stage.split} nowMs={nowMs} />;
  }
  if (stage.at === 'failed') return <ErrorNote code={stage.code} shape="line" retry={() => void zotero.look()} />;
  if (stage.at === 'ended') return <ZoteroEnded zotero={zotero} job={stage.job} saveFile={saveFile} close={close} />;
  const { done, total } = stage.job;
  return (
    <div class="going setting">
      <p id="zotero-going">{t('zoteroSending', writeNumber(done), writeNumber(total))}</p>
      <progress aria-labelledby="zotero-going" value={done} max={total} />
      <button type="button" onClick={() => void zotero.stop()}>
        {t('cancel')}
      </button>
      <p class="hint">{t('zoteroGoesOn')}</p>
    </div>
  );
}

function Absent({
  zotero,
  code,
  saveFile,
}: Pick<Props, 'zotero' | 'saveFile'> & { code: keyof typeof ZOTERO_FAILURE_TEXTS }) {
  return (
    <Instead text={t(ZOTERO_FAILURE_TEXTS[code])} saveFile={saveFile}>
      <button type="button" class="is-primary" onClick={() => void zotero.look()}>
        {t('retry')}
      </button>
    </Instead>
  );
}

/** One sentence on why not, and the file instead. */
function Instead({ text, saveFile, children }: { text: string; saveFile(): void; children: ComponentChildren }) {
  return (
    <>
      <p role="status">{text}</p>
      <div class="dialog-ways">
        {children}
        <button type="button" onClick={saveFile}>
          {t('zoteroFile')}
        </button>
      </div>
    </>
  );
}
