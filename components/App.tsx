import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { isNarrowed } from '../lib/state/view.ts';
import {
  Banners,
  EmptyState,
  FilterBar,
  ListFailure,
  Overlays,
  PickedBar,
  SearchGaps,
  SiteLine,
  Toast,
} from './asides.ts';
import { Footer } from './Footer.tsx';
import { ListWaiting, PaperList } from './PaperList.tsx';
import { SearchBar } from './SearchBar.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import { useKeys } from './use-keys.ts';

interface Props {
  popup: Popup;
  /** Starts over after the library could not be read. */
  retry(): void;
  /** Writes a file with all that can still be read, where an upgrade of the library failed. */
  saveCopy?: (() => void) | undefined;
  /** Stands beside the list where there is room for it; the filters are then always in sight. */
  Pane?: ComponentType<{ popup: Popup }> | undefined;
}

/** The papers: the whole of the popup, and the first place of the full tab. */
export function App({ popup, retry, saveCopy, Pane }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const filtersOpen = useSignal(false);
  useKeys(popup, field);
  const { list, cursor } = popup;
  const showsFilters = Boolean(Pane) || filtersOpen.value || isNarrowed({ ...list.filter.value, starred: false });
  return (
    <div class="app">
      <header class="top">
        <h1 class="sr-only">{t('extensionShortName')}</h1>
        <SearchBar
          popup={popup}
          field={field}
          filtersOpen={showsFilters}
          isPage={Boolean(Pane)}
          toggleFilters={() => {
            filtersOpen.value = !showsFilters;
          }}
        />
        <StatusTabs popup={popup} />
        {showsFilters && <FilterBar popup={popup} />}
      </header>
      <main class="list">
        <Banners popup={popup} saveCopy={saveCopy} />
        <div class="list-place">
          <Arrivals popup={popup} />
          <ListOrReason popup={popup} retry={retry} saveCopy={saveCopy} />
        </div>
        {!Pane && popup.isOpen.value && <SiteLine popup={popup} />}
        <ToastPlace popup={popup} />
      </main>
      {Pane && <Pane popup={popup} />}
      {cursor.picked.value.length > 0 ? <PickedBar popup={popup} /> : <Footer popup={popup} isPage={Boolean(Pane)} />}
      <Overlays popup={popup} />
    </div>
  );
}

/** Where what was done last is said. */
export function ToastPlace({ popup: { triage } }: { popup: Popup }) {
  return (
    <div class="toast-place" role="status">
      {(triage.done.value || triage.failure.value !== undefined) && <Toast triage={triage} />}
    </div>
  );
}

function ListOrReason({ popup, ...ways }: Pick<Props, 'popup' | 'retry' | 'saveCopy'>) {
  const { list } = popup;
  const failure = list.failure.value;
  if (failure !== undefined) return <ListFailure failure={failure} {...ways} />;
  const ids = list.ids.value;
  if (ids === undefined) return <ListWaiting />;
  return (
    <>
      <p class="sr-only" role="status">
        {list.mark.value && plural('hits', ids.length)}
      </p>
      {list.gaps.value && <SearchGaps list={list} />}
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
