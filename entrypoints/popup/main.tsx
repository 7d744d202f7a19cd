import { effect } from '@preact/signals';
import { render, type VNode } from 'preact';
import { App } from '../../components/App.tsx';
import { ErrorState, PaperDetail } from '../../components/asides.ts';
import { keepView } from '../../components/keep-view.ts';
import { openLibrary } from '../../lib/library/open.ts';
import type { UndoStep } from '../../lib/library/steps.ts';
import type { MakeCopy } from '../../lib/library/upgrade.ts';
import { uiLanguage } from '../../lib/platform/text.ts';
import { recall, remember } from '../../lib/platform/view-memory.ts';
import { PopupModel } from '../../lib/state/popup.ts';
import { readPreferences } from '../../lib/state/preferences.ts';
import { readView } from '../../lib/state/view.ts';
import type { World } from '../../lib/state/world.ts';

const retry = () => location.reload();
document.documentElement.lang = uiLanguage();
void open();

async function open(): Promise<void> {
  const opened = await openLibrary(copyBefore);
  if (!opened.ok) return draw(<ErrorState failure={opened} retry={retry} saveCopy={saveCopy} />);
  const db = opened.value;
  // A newer Gleaner is bringing the library up to date: this page is of the old one.
  db.on('versionchange', retry);
  start({ db, nowMs: () => Date.now() });
}

function start(world: World): void {
  const view = readView(recall('view'));
  const popup = new PopupModel(world, {
    view,
    preferences: readPreferences(recall('preferences')),
    keepPreferences: (values) => remember('preferences', values),
    goBack: (step) => goBack(world, step),
  });
  effect(() => {
    document.documentElement.dataset.theme = popup.preferences.values.value.theme;
  });
  keepView(popup, 'view');
  const show = () => draw(<App popup={popup} world={world} retry={retry} saveCopy={saveCopy} />);
  // A paper that was open when the popup closed must have its height from the first paint on, or the list would jump.
  // Not awaited here: what is loaded imports parts of this very module, which would then wait for it in turn, for ever.
  if (view.expanded) void PaperDetail.load().finally(show);
  else show();
  whenIdle(() => void watchOver(world));
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
