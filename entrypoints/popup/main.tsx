import { effect } from '@preact/signals';
import { render, type VNode } from 'preact';
import { App } from '../../components/App.tsx';
import { Banners, ErrorState, PaperDetail } from '../../components/asides.ts';
import { keepFirstScreen } from '../../components/keep-first-screen.ts';
import { keepNews } from '../../components/keep-news.ts';
import { keepView } from '../../components/keep-view.ts';
import type { UndoStep } from '../../lib/library/steps.ts';
import type { MakeCopy } from '../../lib/library/upgrade.ts';
import { firstScreenStore } from '../../lib/platform/first-screen-store.ts';
import { uiLanguage } from '../../lib/platform/text.ts';
import { recall, remember } from '../../lib/platform/view-memory.ts';
import { type Door, makeDoor } from '../../lib/state/door.ts';
import { type FirstScreen, isForView, readFirstScreen } from '../../lib/state/first-screen.ts';
import { PopupModel } from '../../lib/state/popup.ts';
import { readPreferences } from '../../lib/state/preferences.ts';
import { readView, type View } from '../../lib/state/view.ts';
import type { World } from '../../lib/state/world.ts';

const retry = () => location.reload();
const nowMs = () => Date.now();
// Asked for before anything else: the rows to begin with, and the library to go on with.
const remembered = readFirst();
const entering = import('../../lib/state/library.ts').then(({ enterLibrary }) => enterLibrary(copyBefore, nowMs));
document.documentElement.lang = uiLanguage();
void open();

async function open(): Promise<void> {
  const view = readView(recall('view'));
  const door = makeDoor(nowMs);
  start(door, view, await remembered);
  const opened = await entering;
  if (!opened.ok) return draw(<ErrorState failure={opened} retry={retry} saveCopy={saveCopy} />);
  // A newer Gleaner is bringing the library up to date: this page is of the old one.
  opened.value.db.on('versionchange', retry);
  keepNews(opened.value);
  door.open(opened.value);
  whenIdle(() => void watchOver(opened.value));
}

/** A popup that cannot be told what to begin with waits for the library, as it did before there was anything to tell. */
async function readFirst(): Promise<FirstScreen | undefined> {
  try {
    return readFirstScreen(await firstScreenStore.read());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.warn('Gleaner: the first screen could not be read', error);
    return undefined;
  }
}

function start(door: Door, view: View, first: FirstScreen | undefined): void {
  const popup = new PopupModel(door, {
    view,
    preferences: readPreferences(recall('preferences')),
    keepPreferences: (values) => remember('preferences', values),
    goBack,
    first: first && isForView(first, view) ? first : undefined,
  });
  effect(() => {
    document.documentElement.dataset.theme = popup.preferences.values.value.theme;
  });
  keepView(popup, 'view');
  keepFirstScreen(popup);
  const show = () => draw(<App popup={popup} retry={retry} saveCopy={saveCopy} />);
  // A paper that was open when the popup closed must have its height from the first paint on, or the list would jump; so
  // must the greeting. Not awaited here: what is loaded imports parts of this very module, which would then wait for it
  // in turn, for ever.
  const early = [...(view.expanded ? [PaperDetail.load()] : []), ...(popup.greets.value ? [Banners.load()] : [])];
  if (early.length > 0) void Promise.allSettled(early).finally(show);
  else show();
}

/** Whether the library is still what it was is asked after the first list is there, and not before it. */
async function watchOver({ db }: World): Promise<void> {
  const [{ lookAfter }, { libraryMemory }] = await Promise.all([
    import('../../lib/state/watch-over.ts'),
    import('../../lib/platform/library-memory.ts'),
  ]);
  await lookAfter(db, libraryMemory);
}

function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 500);
}

function draw(whole: VNode): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('popup/index.html has lost its #app element');
  render(whole, place);
}

/** Seldom needed, so loaded only then. */
async function copyBefore(...what: Parameters<MakeCopy>): Promise<void> {
  const [{ safetyCopy }, { backupFolder }] = await Promise.all([
    import('../../lib/backup/safety-copy.ts'),
    import('../../lib/platform/backup-files.ts'),
  ]);
  await safetyCopy(backupFolder(), Date.now)(...what);
}

/** All that lies there as it lies there, where it cannot be brought up to date. Seldom needed, so loaded only then. */
async function saveCopy(): Promise<void> {
  const [{ copyAsIs }, { saveFile }] = await Promise.all([
    import('../../lib/backup/safety-copy.ts'),
    import('../../lib/platform/backup-files.ts'),
  ]);
  try {
    await saveFile(await copyAsIs('gleaner', Date.now()), 'gleaner-copy.ndjson.gz');
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    draw(<ErrorState failure={{ code: 'backup-failed', reason }} retry={retry} />);
  }
}

/** Takes back that everything was replaced by a backup. Seldom needed, so loaded only then. */
async function goBack(world: World, step: UndoStep): Promise<void> {
  const [{ takeWayBack }, { backupFolder }, { libraryMemory }] = await Promise.all([
    import('../../lib/state/way-back.ts'),
    import('../../lib/platform/backup-files.ts'),
    import('../../lib/platform/library-memory.ts'),
  ]);
  await takeWayBack(world, { files: backupFolder(), libraryMemory }, step);
}
