import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PaperId } from '../lib/domain/paper.ts';
import { downloadFile } from '../lib/platform/download.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { writeReadingList } from '../lib/state/reading-list.ts';
import type { World } from '../lib/state/world.ts';
import { ZoteroModel } from '../lib/state/zotero.ts';
import { Dialog } from './Dialog.tsx';
import { describeList } from './describe-list.ts';
import { useOwnModel } from './use-own-model.ts';
import { ZoteroStagePart } from './ZoteroStage.tsx';
import { zoteroDesk } from './zotero-desk.ts';

interface Props {
  popup: Popup;
  world: World;
  /** The papers that would be sent. */
  ids: readonly PaperId[];
  close(): void;
}

/** A button that opens a step of its own: handing the papers to Zotero on this computer. */
export function SendToZotero({ popup, world, ids, close }: Props) {
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        disabled={ids.length === 0}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {t('zoteroSend')}
      </button>
      {isOpen.value && (
        <ZoteroDialog
          popup={popup}
          world={world}
          ids={ids}
          back={() => {
            isOpen.value = false;
          }}
          close={close}
        />
      )}
    </>
  );
}

function ZoteroDialog({ popup, world, ids, back, close }: Props & { back(): void }) {
  // The list may change while the dialog is open; what was chosen does not.
  const chosen = useMemo(() => [...ids], []);
  const zotero = useOwnModel(() => new ZoteroModel(world, zoteroDesk, chosen));
  const told = useSignal('');
  const saveFile = async () => {
    const list = { ids: chosen, format: 'csl-json' as const, what: describeList(popup) };
    const { file, fileName, count } = await writeReadingList(world, list);
    downloadFile(file, fileName);
    told.value = t('exportDownloaded', plural('papers', count), fileName);
  };
  return (
    <Dialog title={t('zotero')} close={back}>
      <ZoteroStagePart zotero={zotero} nowMs={world.nowMs()} saveFile={() => void saveFile()} close={close} />
      <p class="result" role="status">
        {told.value}
      </p>
    </Dialog>
  );
}
