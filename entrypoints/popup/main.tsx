import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { PaperDetail } from '../../components/asides.ts';
import { openDatabase } from '../../lib/library/database.ts';
import { showUnread } from '../../lib/platform/badge.ts';
import { readSettings, type Settings, watchSettings } from '../../lib/platform/settings.ts';
import { uiLanguage } from '../../lib/platform/text.ts';
import { recall, remember } from '../../lib/platform/view-memory.ts';
import { PopupModel } from '../../lib/state/popup.ts';
import { readPreferences } from '../../lib/state/preferences.ts';
import { readView } from '../../lib/state/view.ts';
import type { World } from '../../lib/state/world.ts';

const REMEMBER_AFTER_MS = 200;

const world: World = { db: openDatabase(), nowMs: () => Date.now() };
const view = readView(recall('view'));
const popup = new PopupModel(world, {
  view,
  preferences: readPreferences(recall('preferences')),
  keepPreferences: (values) => remember('preferences', values),
});

document.documentElement.lang = uiLanguage();
effect(() => {
  document.documentElement.dataset.theme = popup.preferences.values.value.theme;
});
keepView();
keepBadge();

// A paper that was open when the popup closed must have its height from the first paint on, or the list would jump.
// Not awaited here: what is loaded imports parts of this very module, which would then wait for it in turn, for ever.
if (view.expanded) void PaperDetail.load().finally(draw);
else draw();

function draw(): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('popup/index.html has lost its #app element');
  render(<App popup={popup} world={world} retry={() => location.reload()} />, place);
}

/** What the user decides here changes the number of unread papers; the worker may be asleep, so the badge follows here. */
function keepBadge(): void {
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
function keepView(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => remember('view', popup.view.peek());
  popup.view.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, REMEMBER_AFTER_MS);
  });
  addEventListener('pagehide', keep);
}
