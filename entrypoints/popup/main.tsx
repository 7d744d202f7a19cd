import { effect, signal } from '@preact/signals';
import { render, type VNode } from 'preact';
import { App } from '../../components/App.tsx';
import { ErrorState, PaperDetail } from '../../components/asides.ts';
import { openLibrary } from '../../lib/library/open.ts';
import type { MakeCopy } from '../../lib/library/upgrade.ts';
import { showUnread } from '../../lib/platform/badge.ts';
import { readSettings, type Settings, watchSettings } from '../../lib/platform/settings.ts';
import { uiLanguage } from '../../lib/platform/text.ts';
import { recall, remember } from '../../lib/platform/view-memory.ts';
import { type Popup, PopupModel } from '../../lib/state/popup.ts';
import { readPreferences } from '../../lib/state/preferences.ts';
import { readView } from '../../lib/state/view.ts';
import type { World } from '../../lib/state/world.ts';

const REMEMBER_AFTER_MS = 200;

const retry = () => location.reload();
document.documentElement.lang = uiLanguage();
void open();

async function open(): Promise<void> {
  const opened = await openLibrary(copyBefore);
  if (!opened.ok) return draw(<ErrorState failure={opened} retry={retry} />);
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
  });
  effect(() => {
    document.documentElement.dataset.theme = popup.preferences.values.value.theme;
  });
  keepView(popup);
  keepBadge(popup);
  const show = () => draw(<App popup={popup} world={world} retry={retry} />);
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

/** What the user decides here changes the number of unread papers; the worker may be asleep, so the badge follows here. */
function keepBadge(popup: Popup): void {
  const settings = signal<Settings | undefined>(undefined);
  void readSettings().then((now) => {
    settings.value = now;
  });
  watchSettings((now) => {
    settings.value = now;
  });
  effect(() => {
    const unread = popup.summary.counters.value?.unread;
    if (unread !== undefined && settings.value) void showUnread(unread, settings.value.badge);
  });
}

/** A popup is closed without warning, so the view is kept soon after each change, and once more when the page hides. */
function keepView(popup: Popup): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => remember('view', popup.view.peek());
  popup.view.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, REMEMBER_AFTER_MS);
  });
  addEventListener('pagehide', keep);
}
