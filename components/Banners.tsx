import { useSignal } from '@preact/signals';
import { TriangleAlert, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { ERRORS, type ErrorCode } from '../lib/domain/errors.ts';
import { libraryMemory } from '../lib/platform/library-memory.ts';
import { t } from '../lib/platform/text.ts';
import { clearTrouble, readTroubles, type Troubles, watchTroubles } from '../lib/platform/troubles.ts';
import type { Popup } from '../lib/state/popup.ts';
import { acceptLibrary } from '../lib/state/watch-over.ts';
import { BackupReminder } from './BackupReminder.tsx';
import { CopySiteReport } from './CopySiteReport.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { Greeting } from './Greeting.tsx';
import { IconButton } from './IconButton.tsx';
import { noticeFacts, troubleFacts } from './trouble-facts.ts';

interface Props {
  popup: Popup;
  saveCopy?: (() => void) | undefined;
}

/** What stands above the list now and then: what is wrong, what was missed, and the greeting of the first days. */
export function Banners({ popup, saveCopy }: Props) {
  const { summary, world } = popup;
  const [notice] = summary.notices.value;
  const greets = popup.greets.value && (summary.counters.value?.papers ?? 0) > 0;
  const isOpen = popup.isOpen.value;
  const [trouble] = useTroubles(isOpen && popup.library().db.isReadOnly);
  const nowMs = world.nowMs();
  return (
    <>
      {trouble && (
        <Banner dismiss={trouble.code === 'library-newer' ? undefined : () => void letGo(trouble.code, popup)}>
          <ErrorNote code={trouble.code} facts={troubleFacts(trouble, nowMs)} shape="line" saveCopy={saveCopy} />
        </Banner>
      )}
      {!trouble && notice && (
        <Banner dismiss={() => void summary.dismiss(notice.id)}>
          <ErrorNote code={notice.code} facts={noticeFacts(notice, nowMs)} shape="line">
            {notice.code === 'site-changed' && isOpen && (
              <CopySiteReport popup={popup} site={notice.site} notice={notice} />
            )}
          </ErrorNote>
        </Banner>
      )}
      {greets && <Greeting popup={popup} />}
      {!greets && isOpen && <BackupReminder popup={popup} />}
    </>
  );
}

/** Who goes on with what a lost library still holds has accepted it; anything else is only put out of sight. */
function letGo(code: ErrorCode, popup: Popup): Promise<void> {
  return code === 'library-lost' ? acceptLibrary(popup.library().db, libraryMemory) : clearTrouble(code);
}

function Banner({ dismiss, children }: { dismiss: (() => void) | undefined; children: ComponentChildren }) {
  return (
    <section class="notice" aria-label={t('notice')}>
      <TriangleAlert size={16} aria-hidden="true" />
      {children}
      {dismiss && (
        <IconButton label={t('dismiss')} onClick={dismiss}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      )}
    </section>
  );
}

/** What went wrong outside this page, worst first. Whether the library is a newer one is seen by opening it. */
function useTroubles(isNewer: boolean): { code: ErrorCode; at: string; site?: string | undefined }[] {
  const troubles = useSignal<Troubles>(new Map());
  useEffect(() => {
    const tell = (next: Troubles) => {
      troubles.value = next;
    };
    const stop = watchTroubles(tell);
    void readTroubles().then(tell);
    return stop;
  }, [troubles]);
  const known = Object.keys(ERRORS) as ErrorCode[];
  return known.flatMap((code) => {
    const isThisLibrary = code === 'library-newer';
    const trouble = isThisLibrary ? isNewer && { at: '', site: undefined } : troubles.value.get(code);
    return trouble ? [{ code, at: trouble.at, site: trouble.site }] : [];
  });
}
