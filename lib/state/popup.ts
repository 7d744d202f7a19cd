import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Cursor, CursorModel } from './cursor.ts';
import type { Door } from './door.ts';
import { type FirstScreen, isKnown } from './first-screen.ts';
import { followGreeting } from './greeting.ts';
import type { Library } from './library.ts';
import { type List, ListModel } from './list.ts';
import { type Preferences, PreferencesModel, type PreferenceValues } from './preferences.ts';
import { type Summary, SummaryModel } from './summary.ts';
import { type GoBack, type Triage, TriageModel } from './triage.ts';
import type { View } from './view.ts';

export type PanelName = 'export' | 'import' | 'help' | 'settings' | 'tags' | 'clear-examples';

/** Everything the interface shows and does, in one tree; the full tab uses the same. */
export interface Popup {
  world: { nowMs(): number };
  /** Whether the library is open. What is drawn before shows nothing that `library` is needed for. */
  isOpen: ReadonlySignal<boolean>;
  /** The open library itself, for questions that few parts of the interface ask. */
  library(): Library;
  list: List;
  cursor: Cursor;
  triage: Triage;
  summary: Summary;
  preferences: Preferences;
  /** Whether to greet someone who is new here. */
  greets: ReadonlySignal<boolean>;
  /** Whether a pane beside the list shows the current paper, so that no row has to open. */
  pane: ReadonlySignal<boolean>;
  panel: ReadonlySignal<PanelName | undefined>;
  openPanel(name: PanelName | undefined): void;
  /** Where the first list is to start; later lists start at their top. */
  takeOpeningTop(): View['top'];
  /** The next list is the same again and is to start where this one stands. */
  keepTop(): void;
  /** The upper edge of the list, told by the list as it scrolls. */
  setTop(top: View['top']): void;
  /** What to remember when the popup closes. */
  view: ReadonlySignal<View>;
}

export interface Opening {
  view: View;
  preferences: PreferenceValues;
  keepPreferences(values: PreferenceValues): void;
  pane?: ReadonlySignal<boolean>;
  goBack?: GoBack;
  /** What to show until the library is open. */
  first?: FirstScreen | undefined;
}

export const PopupModel = createModel((door: Door, opening: Opening): Popup => {
  const { view, first } = opening;
  const summary = new SummaryModel(door, first?.counters);
  const list = new ListModel({ door, opening: view, counters: summary.counters, first });
  const cursor = new CursorModel(list, view);
  const preferences = new PreferencesModel(opening.preferences, opening.keepPreferences);
  const panel = signal<PanelName | undefined>(undefined);
  const top = signal(view.top);
  let openingTop = view.top;
  /** At the very top a list is closed on its newest papers, whichever they will be when it is opened again. */
  const selected = computed(() => {
    if (!list.isLive.value) return view.selected;
    const isAtTop = top.value === undefined && cursor.current.value === list.ids.value?.[0];
    return isAtTop ? undefined : cursor.current.value;
  });
  const begun = list.generation.peek();
  // Where the library's list is the one that was shown already, nothing starts anew.
  effect(() => {
    if (list.isLive.value && list.generation.peek() === begun) openingTop = undefined;
  });
  return {
    world: { nowMs: () => door.nowMs() },
    isOpen: computed(() => door.library.value !== undefined),
    library: () => {
      const library = door.library.peek();
      if (!library) throw new Error('The library is not open yet');
      return library;
    },
    list,
    cursor,
    triage: new TriageModel(door, list, cursor, opening.goBack),
    summary,
    preferences,
    greets: followGreeting(door, preferences, first?.greets ?? false),
    pane: opening.pane ?? signal(false),
    panel,
    openPanel: (name) => {
      panel.value = name;
    },
    takeOpeningTop: () => {
      const taken = openingTop;
      if (list.isLive.peek()) openingTop = undefined;
      return taken;
    },
    keepTop: () => {
      openingTop = top.peek();
    },
    setTop: (next) => {
      if (next && !isKnown(next.id)) return;
      top.value = next;
      if (!list.isLive.peek()) openingTop = next;
    },
    view: computed(() => ({
      filter: list.filter.value,
      sort: list.sort.value,
      query: list.query.value,
      ...given('selected', selected.value),
      ...given('expanded', cursor.expanded.value),
      ...given('top', top.value),
    })),
  };
});

/** A property where there is a value, and none where there is none. */
function given<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });
}
