import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals';
import { type Cursor, CursorModel } from './cursor.ts';
import { type List, ListModel } from './list.ts';
import { type Preferences, PreferencesModel, type PreferenceValues } from './preferences.ts';
import { type Summary, SummaryModel } from './summary.ts';
import { type GoBack, type Triage, TriageModel } from './triage.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

export type PanelName = 'export' | 'import' | 'help' | 'settings' | 'tags' | 'clear-examples';

/** Everything the interface shows and does, in one tree; the full tab uses the same. */
export interface Popup {
  world: { nowMs(): number };
  /** The library itself, for questions that few parts of the interface ask. */
  library(): World;
  list: List;
  cursor: Cursor;
  triage: Triage;
  summary: Summary;
  preferences: Preferences;
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
}

export const PopupModel = createModel((world: World, opening: Opening): Popup => {
  const list = new ListModel(world, opening.view);
  const cursor = new CursorModel(list, opening.view);
  const panel = signal<PanelName | undefined>(undefined);
  const top = signal(opening.view.top);
  let openingTop = opening.view.top;
  return {
    world: { nowMs: () => world.nowMs() },
    library: () => world,
    list,
    cursor,
    triage: new TriageModel(world, list, cursor, opening.goBack),
    summary: new SummaryModel(world),
    preferences: new PreferencesModel(opening.preferences, opening.keepPreferences),
    pane: opening.pane ?? signal(false),
    panel,
    openPanel: (name) => {
      panel.value = name;
    },
    takeOpeningTop: () => {
      const taken = openingTop;
      openingTop = undefined;
      return taken;
    },
    keepTop: () => {
      openingTop = top.peek();
    },
    setTop: (next) => {
      top.value = next;
    },
    view: computed(() => ({
      filter: list.filter.value,
      query: list.query.value,
      ...(cursor.current.value === undefined ? {} : { selected: cursor.current.value }),
      ...(cursor.expanded.value === undefined ? {} : { expanded: cursor.expanded.value }),
      ...(top.value === undefined ? {} : { top: top.value }),
    })),
  };
});
