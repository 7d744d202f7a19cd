import type { Seen } from '../adapters/read-page.ts';
import type { MarkWords } from '../domain/recalled.ts';
import { newAsking } from './asking.ts';
import { newHiding } from './hiding.ts';
import { newOverlay, type Overlay } from './overlay.ts';
import { barOf, viewOf } from './views.ts';
import { acknowledgeAll, isSeen, listedIn, newVisit, takePaper, type Visit } from './visit.ts';
import type { MarkSettings, MarksWorld } from './world.ts';

const OFF_SAID_MS = 10_000;

/** The marks of a tab. Told of what its page shows (`Audience` of the watcher), they follow by themselves what is known of it. */
export interface Marks {
  looked(seen: Seen | undefined): void;
  stored(digestKey: string): void;
  /** Takes everything away that was put over the page, and shows what was hidden. */
  stop(): void;
}

/** Marks beside the papers of a page. */
export function newMarks(world: MarksWorld): Marks {
  const { window, memory } = world;
  const visits = new Map<string, Visit>();
  const hiding = newHiding();
  let visit: Visit | undefined;
  let settings: MarkSettings | undefined;
  let overlay: Overlay | undefined;
  let isStopped = false;
  let saysOff = false;
  let hasFailed = false;

  function isAlive(): boolean {
    if (!isStopped && !world.isAlive()) stop();
    return !isStopped;
  }

  function draw(): void {
    if (!isAlive()) return;
    const shown = settings?.on ? visit : undefined;
    const seen = shown?.list.filter(({ name }) => isSeen(shown, name)) ?? [];
    const left = settings?.hideSeen ? new Set(seen) : undefined;
    hiding.hideOnly([...(left ?? [])].flatMap(({ rows }) => rows));
    const inSight = shown?.list.filter((listed) => !left?.has(listed)) ?? [];
    const marks = shown ? inSight.flatMap((listed) => viewOf(shown, listed)) : [];
    const bar = visit && settings && barOf(visit, settings, { seen: seen.length, saysOff, hasFailed });
    if (marks.length > 0 || bar) {
      overlay ??= newOverlay(world, { isAlive, say, change, acknowledge });
      overlay.show(marks, bar);
    } else removeOverlay();
  }

  function removeOverlay(): void {
    overlay?.remove();
    overlay = undefined;
  }

  async function readSettings(): Promise<void> {
    if (!visit) return;
    settings = await memory.read(visit.digest.site);
    draw();
  }

  /** What the user says is shown at once; what the library answers is the last word. */
  async function tell(spoken: Visit, asked: Parameters<typeof asking.take>[1], takeBack: () => void): Promise<void> {
    draw();
    hasFailed = !(await asking.take(spoken, asked));
    if (!hasFailed) return;
    takeBack();
    draw();
  }

  function say(name: string, words: MarkWords): void {
    const [spoken, before] = [visit, visit?.known.get(name)];
    if (!spoken || !before) return;
    takePaper(spoken, { ...before, ...words });
    const asked = world.say({ digestKey: spoken.digest.key, names: [name], words });
    void tell(spoken, asked, () => takePaper(spoken, before));
  }

  function change(some: Partial<MarkSettings>): void {
    if (!visit || !settings) return;
    settings = { ...settings, ...some };
    saysOff = some.on === false;
    if (saysOff) window.setTimeout(forgetOff, OFF_SAID_MS);
    draw();
    attempt(memory.change(visit.digest.site, some));
  }

  function forgetOff(): void {
    saysOff = false;
    draw();
  }

  function acknowledge(): void {
    const spoken = visit;
    if (!spoken) return;
    const { acknowledged, fresh } = spoken;
    spoken.fresh = new Set();
    acknowledgeAll(spoken, new Date(world.nowMs()).toISOString());
    void tell(spoken, world.acknowledge(spoken.digest.key), () => Object.assign(spoken, { acknowledged, fresh }));
  }

  /** A page may outlive the extension that wrote into it: then there is nothing left to mark. */
  function attempt(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      stop();
    });
  }

  function stop(): void {
    if (isStopped) return;
    isStopped = true;
    asking.stop();
    for (const unlisten of running) unlisten();
    hiding.hideOnly([]);
    removeOverlay();
  }

  const asking = newAsking(world, { visit: () => visit, draw, stop });
  const running = [memory.watch(() => attempt(readSettings())), world.onNews(asking.soon)];

  return {
    looked(page) {
      const before = visit;
      visit = page && enter(visits, page, world.nowMs());
      if (visit && visit !== before) {
        attempt(readSettings());
        asking.soon();
      }
      draw();
    },
    stored(digestKey) {
      if (digestKey === visit?.digest.key) asking.soon();
    },
    stop,
  };
}

/** The stay at the digest of a page, with the papers that stand there now. */
function enter(visits: Map<string, Visit>, page: Seen, nowMs: number): Visit {
  const { digest } = page;
  const visit = visits.get(digest.key) ?? newVisit(digest, nowMs);
  visits.set(digest.key, visit);
  visit.list = listedIn(page);
  return visit;
}
