import { effect, signal } from '@preact/signals';
import { render, type VNode } from 'preact';
import { ErrorState, PaperDetail } from '../../components/asides.ts';
import { keepNews } from '../../components/keep-news.ts';
import { keepView } from '../../components/keep-view.ts';
import { LibraryPage } from '../../components/LibraryPage.tsx';
import { savedMemory } from '../../components/saved-memory.ts';
import { copyAsIs, safetyCopy } from '../../lib/backup/safety-copy.ts';
import { appVersion } from '../../lib/platform/app.ts';
import { backupFolder, saveFile } from '../../lib/platform/backup-files.ts';
import { libraryMemory } from '../../lib/platform/library-memory.ts';
import { uiLanguage } from '../../lib/platform/text.ts';
import { recall, remember } from '../../lib/platform/view-memory.ts';
import type { BackupDesk } from '../../lib/state/backup-desk.ts';
import { openDoor } from '../../lib/state/door.ts';
import { enterLibrary, type Library } from '../../lib/state/library.ts';
import { queryIn } from '../../lib/state/place.ts';
import { PopupModel } from '../../lib/state/popup.ts';
import { readPreferences } from '../../lib/state/preferences.ts';
import { readView, type View } from '../../lib/state/view.ts';
import { lookAfter } from '../../lib/state/watch-over.ts';
import { takeWayBack } from '../../lib/state/way-back.ts';

/** From this width on a pane beside the list shows the current paper. */
const ROOM_FOR_PANE = '(min-width: 900px)';
const VIEW = 'library-view';

const retry = () => location.reload();
const files = backupFolder();
document.documentElement.lang = uiLanguage();
void open();

async function open(): Promise<void> {
  const opened = await enterLibrary(safetyCopy(files, Date.now), () => Date.now());
  if (!opened.ok) return draw(<ErrorState failure={opened} retry={retry} saveCopy={saveCopy} />);
  // A newer Gleaner is bringing the library up to date: this page is of the old one.
  opened.value.db.on('versionchange', retry);
  keepNews(opened.value);
  await PaperDetail.load();
  start(opened.value);
  // Whether the library is still what it was is asked after the list is there, and not before it.
  await lookAfter(opened.value.db, libraryMemory);
}

/** All that lies there as it lies there, where it cannot be brought up to date. */
async function saveCopy(): Promise<void> {
  try {
    await saveFile(await copyAsIs('gleaner', Date.now()), 'gleaner-copy.ndjson.gz');
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    draw(<ErrorState failure={{ code: 'backup-failed', reason }} retry={retry} />);
  }
}

function start(library: Library): void {
  const popup = new PopupModel(openDoor(library), {
    view: openingView(),
    preferences: readPreferences(recall('preferences')),
    keepPreferences: (values) => remember('preferences', values),
    pane: roomForPane(),
    goBack: (world, step) => takeWayBack(world, { files, libraryMemory }, step),
  });
  const desk: BackupDesk = { files, app: appVersion(), memory: savedMemory, libraryMemory, handOver: saveFile };
  effect(() => {
    document.documentElement.dataset.theme = popup.preferences.values.value.theme;
  });
  keepView(popup, VIEW);
  addEventListener('hashchange', () => {
    const query = queryIn(location.hash);
    if (query !== undefined) popup.list.setQuery(query);
  });
  draw(<LibraryPage popup={popup} desk={desk} retry={retry} saveCopy={saveCopy} />);
}

/** As it was closed; or all papers that an address searches for, whatever filter stood before. */
function openingView(): View {
  const query = queryIn(location.hash);
  return query === undefined ? readView(recall(VIEW)) : readView({ filter: { status: 'all' }, query });
}

function roomForPane() {
  const query = matchMedia(ROOM_FOR_PANE);
  const fits = signal(query.matches);
  query.addEventListener('change', () => {
    fits.value = query.matches;
  });
  return fits;
}

function draw(whole: VNode): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('library/index.html has lost its #app element');
  render(whole, place);
}
