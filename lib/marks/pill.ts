import type { MarkWords, Recalled } from '../domain/recalled.ts';
import type { Status } from '../domain/shelf.ts';
import { type IconName, make, makeButton, makeIcon } from './make.ts';
import type { Spot } from './spot.ts';
import type { MarkKind } from './visit.ts';
import type { ActName, MarkTexts } from './world.ts';

/** What a mark shows. */
export interface MarkView {
  name: string;
  title: string;
  anchor: Element;
  kind: MarkKind;
  paper: Recalled;
}

/** Where a mark stands, from the corner of the overlay. */
export interface Standing extends Spot {
  dark: boolean;
  /** Something of the page lies over it, or its paper is out of sight. */
  away: boolean;
}

/** One mark: shape and word, and, once it is open, three buttons and a sentence. */
export interface Pill {
  element: HTMLElement;
  button: HTMLButtonElement;
  acts: readonly HTMLButtonElement[];
  view: MarkView;
  show(view: MarkView): void;
  stand(standing: Standing): void;
  open(isOpen: boolean): void;
  /** Does what a letter stands for, as in the popup. */
  do(letter: string): void;
}

interface Parts {
  document: Document;
  texts: MarkTexts;
  say(name: string, words: MarkWords): void;
}

/** The buttons, with the letters of the popup. */
const ACTS: readonly { name: ActName; letter: string; icon: IconName }[] = [
  { name: 'star', letter: 's', icon: 'star' },
  { name: 'read', letter: 'r', icon: 'read' },
  { name: 'skip', letter: 'x', icon: 'skipped' },
];
const STATUS_OF: ReadonlyMap<string, Status> = new Map([
  ['r', 'read'],
  ['x', 'skipped'],
  ['i', 'reading'],
]);

/** A pill that shows a view. */
export function newPill(parts: Parts, view: MarkView): Pill {
  const { document } = parts;
  const perform = (letter: string) => {
    const words = wordsOf(letter, pill.view.paper);
    if (words && pill.view.kind !== 'removed') parts.say(pill.view.name, words);
  };
  const button = makeButton(document, { class: 'pill' }, [], ({ detail }) => {
    const isOpen = !element.classList.contains('open');
    pill.open(isOpen);
    // A click without a pointer comes from Enter or Space, and goes on to what has opened.
    if (isOpen && detail === 0) acts[0]?.focus();
  });
  const acts = ACTS.map(({ letter, icon }) =>
    makeButton(document, {}, [makeIcon(document, icon)], () => {
      perform(letter);
      pill.open(false);
    }),
  );
  const note = make(document, 'span', { class: 'note' });
  const group = make(document, 'span', { class: 'acts' }, acts);
  const element = make(document, 'div', {}, [make(document, 'span', { class: 'box' }, [button, group, note])]);

  let standing: Standing | undefined;
  const dress = () => {
    const { edge = 'right', faint, dark, away } = standing ?? { away: true };
    const isOpen = element.classList.contains('open');
    const classes = { faint, dark, away, open: isOpen };
    const worn = Object.entries(classes).flatMap(([name, isWorn]) => (isWorn ? name : []));
    element.className = ['mark', pill.view.kind, edge, ...worn].join(' ');
  };

  const pill: Pill = {
    element,
    button,
    acts,
    view,
    show(next) {
      pill.view = next;
      write(pill, parts.texts, document);
      note.textContent = next.paper.note;
      group.hidden = next.kind === 'removed';
      dress();
    },
    stand(next) {
      standing = next;
      element.style.left = `${next[next.edge]}px`;
      element.style.top = `${next.top}px`;
      dress();
    },
    open(isOpen) {
      element.classList.toggle('open', isOpen);
      button.setAttribute('aria-expanded', String(isOpen));
    },
    do: perform,
  };
  pill.show(view);
  pill.open(false);
  return pill;
}

function write({ button, acts, view }: Pill, texts: MarkTexts, document: Document): void {
  const { kind, paper, title } = view;
  const word = texts.word(kind, paper.digests);
  button.replaceChildren(makeIcon(document, kind), make(document, 'span', {}, [word]));
  button.setAttribute('aria-label', `${texts.of(word, title)}. ${paper.note}`);
  for (const [index, { name, letter }] of ACTS.entries()) {
    const isDone = letter === 's' ? paper.starred : paper.status === STATUS_OF.get(letter);
    acts[index]?.setAttribute('aria-pressed', String(isDone));
    acts[index]?.setAttribute('aria-label', texts.of(texts.act(name, false), title));
    acts[index]?.setAttribute('title', `${texts.act(name, isDone)} (${letter})`);
  }
}

/** The words that a letter stands for; what is said already is taken back, as in the popup. */
function wordsOf(letter: string, { status, starred }: Recalled): MarkWords | undefined {
  if (letter === 's') return { starred: !starred };
  const to = STATUS_OF.get(letter);
  return to && { status: status === to ? 'unread' : to };
}
