import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import { commandFor, type KeyPlace } from '../lib/state/keys.ts';
import type { Popup } from '../lib/state/popup.ts';
import { isNarrowed } from '../lib/state/view.ts';
import type { World } from '../lib/state/world.ts';
import { EmptyState, ErrorState, FilterBar, Greeting, Notice, PickedBar, Toast } from './asides.ts';
import { runCommand } from './commands.ts';
import { Footer } from './Footer.tsx';
import { Panels } from './Panels.tsx';
import { ListWaiting, PaperList } from './PaperList.tsx';
import { SearchBar } from './SearchBar.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import { useDroppedFile } from './use-dropped-file.ts';

interface Props {
  popup: Popup;
  world: World;
  /** Starts over after the library could not be read. */
  retry(): void;
}

/** The whole interface; the same in the popup and, later, in a tab. */
export function App({ popup, world, retry }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const filtersOpen = useSignal(false);
  const { isOver, dropped, forget } = useDroppedFile(() => popup.openPanel('import'));
  useKeys(popup, field);
  const { list, cursor, triage } = popup;
  const showsFilters = filtersOpen.value || isNarrowed({ ...list.filter.value, starred: false });
  return (
    <div class="app">
      <header class="top">
        <h1 class="sr-only">{t('extensionShortName')}</h1>
        <SearchBar
          popup={popup}
          field={field}
          filtersOpen={showsFilters}
          toggleFilters={() => {
            filtersOpen.value = !showsFilters;
          }}
        />
        <StatusTabs popup={popup} />
        {showsFilters && <FilterBar popup={popup} />}
      </header>
      <main class="list">
        <Banners popup={popup} />
        <div class="list-place">
          <Arrivals popup={popup} />
          <ListOrReason popup={popup} retry={retry} />
        </div>
        <div class="toast-place" role="status">
          {(triage.done.value || triage.failure.value !== undefined) && <Toast triage={triage} />}
        </div>
      </main>
      {cursor.picked.value.length > 0 ? <PickedBar popup={popup} /> : <Footer popup={popup} />}
      <Panels popup={popup} world={world} dropped={dropped.value} closed={forget} />
      {isOver.value && <p class="drop-here">{t('dropHere')}</p>}
    </div>
  );
}

/** What stands above the list now and then: the newest notice, and the greeting until a page was captured. */
function Banners({ popup }: { popup: Popup }) {
  const { summary, preferences, world } = popup;
  const [notice] = summary.notices.value;
  const hasPapers = (summary.counters.value?.papers ?? 0) > 0;
  const hasOnlyFiles = hasPapers && summary.digests.value?.every(({ site }) => site === 'text-file');
  const isNew = useRef(false);
  // Once there the greeting stays until it is closed: a page captured meanwhile must not move the list.
  isNew.current ||= hasOnlyFiles ?? false;
  const greets = isNew.current && !preferences.values.value.greeted && hasPapers;
  return (
    <>
      {notice && <Notice notice={notice} nowMs={world.nowMs()} dismiss={() => void summary.dismiss(notice.id)} />}
      {greets && <Greeting popup={popup} />}
    </>
  );
}

function ListOrReason({ popup, retry }: { popup: Popup; retry(): void }) {
  const { list } = popup;
  const failure = list.failure.value;
  if (failure !== undefined) return <ErrorState failure={failure} retry={retry} />;
  const ids = list.ids.value;
  if (ids === undefined) return <ListWaiting />;
  return (
    <>
      <p class="sr-only" role="status">
        {list.mark.value && plural('hits', ids.length)}
      </p>
      {ids.length === 0 ? <EmptyState popup={popup} /> : <PaperList key={list.generation.value} popup={popup} />}
    </>
  );
}

/** Papers that came in while the list was open wait here, so that nothing jumps under the pointer. */
function Arrivals({ popup: { list } }: { popup: Popup }) {
  const count = list.arrivals.value.length;
  return (
    <div class="arrivals" role="status">
      {count > 0 && (
        <button type="button" onClick={list.admitArrivals}>
          {plural('arrivals', count)}
        </button>
      )}
    </div>
  );
}

function useKeys(popup: Popup, field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isPanelOpen(popup)) return;
      const command = commandFor(event, placeOf(event.target), popup.preferences.values.peek().letters);
      if (command && runCommand(command, { popup, searchField: () => field.current })) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [popup, field]);
}

/** A dialog that has closed says so a moment later; a key pressed in between is meant for the list. */
function isPanelOpen(popup: Popup): boolean {
  const dialog = document.querySelector('dialog');
  return popup.panel.peek() !== undefined && (dialog === null || dialog.open);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' ? 'control' : 'text';
  // A title's own press would open the paper that has the focus; after a quick j that is still the one before.
  if (target instanceof HTMLButtonElement && target.closest('.paper-title')) return 'page';
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement ? 'control' : 'page';
}
