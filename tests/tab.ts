import { JSDOM } from 'jsdom';
import { adapterFor, adapters } from '../lib/adapters/registry.ts';
import { newShelter, type Store } from '../lib/capture/shelter.ts';
import { watch } from '../lib/capture/watch.ts';
import type { World } from '../lib/capture/world.ts';
import type { Capture } from '../lib/domain/capture.ts';
import type { Answer } from '../lib/messages/ask.ts';
import { parseCapture } from '../lib/messages/parse.ts';
import { dayCard } from './pages/huggingface-card.ts';
import type { Entry } from './pages/huggingface-entry.ts';

const FRAME_MS = 1;

/** A tab without a browser, in which a page is watched and time passes only when told. */
export interface Tab {
  document: Document;
  /** What the background was handed, answered or not. */
  sent: Capture[];
  warnings: string[];
  /** What waits for a later visit, by its name, and what the user is told of it: how many readings. */
  kept: Map<string, unknown>;
  told: number[];
  /** How the background answers from now on. */
  answer: 'ok' | Exclude<Answer<'capture'>, { ok: true }>['code'];
  pass(milliseconds: number): Promise<void>;
  /** Changes the address without a load. */
  go(address: string): void;
  show(visible: boolean): void;
  end(): void;
  /** The element that holds the cards. */
  grid(): Element;
  cards(entries: Entry[]): Element[];
  /** Changes the page without the page's observers hearing of it. */
  quietly(change: () => void): void;
  countLooks(during: () => Promise<void>): Promise<number>;
  keys(): string[];
  ids(): (string | undefined)[];
}

/** Opens a page at an address and watches it. */
export function open(html: string, address: string, { visible = true, kept = new Map<string, unknown>() } = {}): Tab {
  const dom = new JSDOM(html, { url: address });
  const { document } = dom.window;
  const clock = newClock();
  const heard = { mutation: new Set<() => void>(), visibility: new Set<() => void>() };
  let shown = visible;
  let deaf = false;
  let looks = 0;
  const observer = new dom.window.MutationObserver(() => {
    if (!deaf) for (const changed of heard.mutation) changed();
    deaf = false;
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });

  const world: World = {
    document,
    address: () => {
      return new URL(dom.window.location.href);
    },
    now: () => {
      looks += 1;
      return new Date(Date.UTC(2026, 4, 12) + clock.time()).toISOString();
    },
    isVisible: () => shown,
    send: async (capture, doubt) => {
      const answer = answerTo(capture, tab.answer);
      if (tab.answer === 'no-answer') doubt();
      tab.sent.push(capture);
      return answer;
    },
    sendAgain: async (reading) => {
      const capture = parseCapture(reading);
      if (!capture) return { ok: false, code: 'malformed' };
      tab.sent.push(capture);
      return answerTo(capture, tab.answer);
    },
    shelter: newShelter({
      host: new URL(address).host,
      store: storeIn(kept),
      tell: async (count) => {
        tab.told.push(count);
      },
    }),
    after: clock.after,
    whenIdle: (task) => clock.after(FRAME_MS, task),
    onMutation: (changed) => added(heard.mutation, changed),
    onHistory: () => () => {},
    onVisibility: (changed) => added(heard.visibility, changed),
    warn: (sentence) => tab.warnings.push(sentence),
  };

  const tab: Tab = {
    document,
    sent: [],
    warnings: [],
    kept,
    told: [],
    answer: 'ok',
    pass: clock.pass,
    go: (to) => dom.reconfigure({ url: to }),
    show(now) {
      shown = now;
      for (const changed of [...heard.visibility]) changed();
    },
    end: () => stop(),
    grid: () => document.querySelector('.grid') ?? document.body,
    cards: (entries) =>
      [...JSDOM.fragment(entries.map(dayCard).join('')).children].map((card) => document.importNode(card, true)),
    quietly(change) {
      deaf = true;
      change();
    },
    async countLooks(during) {
      looks = 0;
      await during();
      return looks;
    },
    keys: () => tab.sent.map((capture) => capture.digest.key),
    ids: () =>
      tab.sent.flatMap((capture) => capture.papers.map((paper) => paper.identifiers[0]?.slice('arxiv:'.length))),
  };
  const stop = watch(world, (host) => adapterFor(adapters, host));
  return tab;
}

function answerTo({ digest, seenAt, papers, problems }: Capture, answer: Tab['answer']): Answer<'capture'> {
  if (answer !== 'ok') return { ok: false, code: answer };
  const { key: digestKey, site } = digest;
  const known = papers.length;
  return { ok: true, value: { digestKey, site, seenAt, papers: known, new: 0, known, merged: 0, problems } };
}

/** A store of kept readings in memory. */
export function storeIn(kept: Map<string, unknown>): Store {
  return {
    read: async () => new Map(kept),
    write: async (key, value) => {
      kept.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

/** Ways to a background that never answers. */
export function deafWays(): Pick<World, 'send' | 'sendAgain' | 'shelter'> {
  const deaf = async () => ({ ok: false, code: 'no-answer' }) as const;
  const shelter = newShelter({ host: 'huggingface.co', store: storeIn(new Map()), tell: async () => {} });
  return { send: deaf, sendAgain: deaf, shelter };
}

/** A clock that runs only when told, and does in order what falls due. */
export function newClock() {
  let time = 0;
  let tasks: { due: number; task: () => void }[] = [];
  return {
    time: () => time,
    after(milliseconds: number, task: () => void): () => void {
      const entry = { due: time + milliseconds, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async pass(milliseconds: number): Promise<void> {
      const end = time + milliseconds;
      await settle();
      for (let next = earliest(tasks, end); next; next = earliest(tasks, end)) {
        const { due, task } = next;
        time = due;
        tasks = tasks.filter((other) => other !== next);
        task();
        await settle();
      }
      time = end;
    },
  };
}

function earliest<Task extends { due: number }>(tasks: Task[], end: number): Task | undefined {
  const due = tasks.filter((task) => task.due <= end);
  return due.sort((a, b) => a.due - b.due)[0];
}

/** Lets the page's observers and every promise on the way come to their end. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function added(set: Set<() => void>, member: () => void): () => void {
  set.add(member);
  return () => set.delete(member);
}
