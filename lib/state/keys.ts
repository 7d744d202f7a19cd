/** What a key asks for. */
export type Command =
  | 'next'
  | 'previous'
  | 'extend-next'
  | 'extend-previous'
  | 'first'
  | 'last'
  | 'expand'
  | 'open'
  | 'open-behind'
  | 'read'
  | 'reading'
  | 'skip'
  | 'star'
  | 'pick'
  | 'pick-all'
  | 'remove'
  | 'undo'
  | 'tag'
  | 'note'
  | 'library'
  | 'search'
  | 'export'
  | 'help'
  | 'back';

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * Where the key was pressed: in the search, in another field (which needs all keys but Escape), on a control with keys
 * of its own, or anywhere else.
 */
export type KeyPlace = 'text' | 'field' | 'control' | 'page';

const LETTERS: ReadonlyMap<string, Command> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['J', 'extend-next'],
  ['K', 'extend-previous'],
  ['o', 'open'],
  ['O', 'open-behind'],
  ['r', 'read'],
  ['i', 'reading'],
  ['x', 'skip'],
  ['s', 'star'],
  ['v', 'pick'],
  ['u', 'undo'],
  ['t', 'tag'],
  ['n', 'note'],
  ['l', 'library'],
  ['e', 'export'],
  ['/', 'search'],
  ['?', 'help'],
]);
const MOVES: ReadonlyMap<string, Command> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Delete', 'remove'],
]);

/**
 * The command of a key.
 * @param letters whether single letters are commands; WCAG 2.1.4 asks for a way to switch them off
 */
export function commandFor(key: Key, place: KeyPlace, letters = true): Command | undefined {
  if (key.key === 'Escape') return 'back';
  if (place === 'field') return undefined;
  const chorded = key.ctrlKey || key.metaKey;
  if (chorded && !key.shiftKey && !key.altKey && key.key === 'z') return place === 'text' ? undefined : 'undo';
  if (chorded && !key.shiftKey && !key.altKey && key.key === 'a') return place === 'text' ? undefined : 'pick-all';
  if (chorded || key.altKey) return undefined;
  // From the search field the arrows go on into what was found.
  if (place === 'text') return key.key === 'ArrowDown' ? 'next' : undefined;
  if (key.shiftKey && key.key === 'ArrowDown') return 'extend-next';
  if (key.shiftKey && key.key === 'ArrowUp') return 'extend-previous';
  // A focused button answers Enter itself.
  if (key.key === 'Enter') return place === 'control' ? undefined : 'expand';
  return MOVES.get(key.key) ?? (letters ? LETTERS.get(key.key) : undefined);
}
