import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { mainLink, type PaperId, titleSearchLink } from '../lib/domain/paper.ts';
import { webAddress } from '../lib/domain/web-address.ts';
import { openLibrary, openPage } from '../lib/platform/pages.ts';
import type { Command } from '../lib/state/keys.ts';
import type { Popup } from '../lib/state/popup.ts';
import { detailField, showWhole } from './row-elements.ts';

export interface Reach {
  popup: Popup;
  searchField(): HTMLInputElement | null;
}

/** Does what a key asks for. @returns whether there was something to do; if not, the key stays the browser's */
export function runCommand(command: Command, { popup, searchField }: Reach): boolean {
  const { cursor, triage, list } = popup;
  const current = cursor.current.peek();
  const picked = cursor.picked.peek();
  const meant = picked.length > 0 ? picked : current === undefined ? [] : [current];
  const deeds: Record<Command, () => unknown> = {
    next: () => cursor.move(1),
    previous: () => cursor.move(-1),
    'extend-next': () => cursor.move(1, true),
    'extend-previous': () => cursor.move(-1, true),
    first: () => cursor.move(Number.NEGATIVE_INFINITY),
    last: () => cursor.move(Number.POSITIVE_INFINITY),
    expand: () => current !== undefined && expand(popup, current),
    open: () => open(current === undefined ? undefined : list.papers.peek().get(current), false),
    'open-behind': () => open(current === undefined ? undefined : list.papers.peek().get(current), true),
    read: () => triage.toggleStatus(meant, 'read'),
    reading: () => triage.toggleStatus(meant, 'reading'),
    skip: () => triage.toggleStatus(meant, 'skipped'),
    star: () => triage.toggleStar(meant),
    pick: () => current !== undefined && cursor.pick(current, !cursor.isPicked(current)),
    'pick-all': () => cursor.pickAll(),
    remove: () => triage.change(meant, { removed: true }),
    undo: () => triage.undo(),
    tag: () => (picked.length > 0 ? popup.openPanel('tags') : current !== undefined && enter(popup, current, 'tags')),
    note: () => current !== undefined && enter(popup, current, 'note'),
    library: () => openLibrary(),
    search: () => searchField()?.select(),
    export: () => popup.openPanel('export'),
    help: () => popup.openPanel('help'),
    back: () => undefined,
  };
  if (command === 'back') return goBack({ popup, searchField });
  deeds[command]();
  return true;
}

/** Opens what is opened or closes it, and keeps it in sight. Where a pane shows it already, the focus goes there. */
export function expand(popup: Popup, id: PaperId): void {
  if (popup.pane.peek()) {
    enter(popup, id, 'title');
    return;
  }
  popup.cursor.toggleExpanded(id);
  if (popup.cursor.expanded.peek() !== id) return;
  // Its height is known only after it has been drawn and measured.
  requestAnimationFrame(() => requestAnimationFrame(() => showWhole(id)));
}

/** Goes to a part of the paper's detail, which may have to be opened and drawn first. */
function enter(popup: Popup, id: PaperId, part: 'title' | 'tags' | 'note'): void {
  if (!popup.pane.peek() && popup.cursor.expanded.peek() !== id) expand(popup, id);
  let frames = 0;
  const look = () => {
    const field = detailField(id, part);
    if (field) return field.focus();
    frames += 1;
    if (frames < 60) requestAnimationFrame(look);
  };
  look();
}

function open(listed: ListedPaper | undefined, behind: boolean): void {
  if (!listed) return;
  const address = webAddress(mainLink(listed.paper)) ?? titleSearchLink(listed.paper.title);
  if (address) void openPage(address, behind);
}

/** One step back: out of the search, of the picked papers, of the open paper. Then the key closes the popup. */
function goBack({ popup, searchField }: Reach): boolean {
  const { list, cursor } = popup;
  const field = searchField();
  const current = cursor.current.peek();
  const expanded = cursor.expanded.peek();
  if (current !== undefined && document.activeElement?.matches('.detail :is(input, textarea, h2)')) {
    cursor.goTo(current);
    return true;
  }
  if (field && document.activeElement === field && list.query.peek() === '') {
    if (current !== undefined) cursor.goTo(current);
    return current !== undefined;
  }
  if (field && document.activeElement === field) list.setQuery('');
  else if (cursor.picked.peek().length > 0) cursor.clearPicked();
  else if (expanded !== undefined) cursor.toggleExpanded(expanded);
  else if (list.query.peek() !== '') list.setQuery('');
  else return false;
  return true;
}
