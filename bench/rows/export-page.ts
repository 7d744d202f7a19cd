import type { Page } from '@playwright/test';
import { textOf } from '../../scripts/popup-hand.ts';
import type { Bench } from '../bench-context.ts';
import { bringCitationJs } from '../citation-js.ts';
import { watchHeap } from '../heap.ts';
import { type Lateness, latenessDuring } from '../lateness.ts';
import type { Line } from '../line.ts';
import { watchMemory } from '../page-memory.ts';
import { GOAL_SIZE, type Row, topSize } from '../row.ts';
import { type Sample, sampleOf } from '../sample.ts';
import { bibtexWriters } from '../writers.ts';
import { downloaded, withDialog } from './export.ts';

const MOST_MB = 150;
const LONGEST_WAIT_MS = 50;
// citation-js takes a minute for some ten thousand papers.
const BESIDE_CITATION_JS = 1_000;

/** One export as its page lives through it. */
interface Lived extends Lateness {
  seconds: number;
  /** MB of the processes of pages above what they were before; undefined where the system does not say. */
  memory: number | undefined;
  /** MB of live heap above what it was before. */
  heap: number;
}

/** What a page costs while it hands on the whole library, and how soon it answers meanwhile. */
export const exportPage: Row = {
  name: 'export-page',
  async measure(bench) {
    const papers = topSize(bench.sizes);
    // The first export gives citation keys, so that the library is its own.
    const rig = await bench.oursToChange(papers);
    const bibtex = await livedThrough(bench, (work) => withDialog(rig, (page) => work(page, 'exportDownload')));
    await rig.close();
    const backup = await livedThrough(bench, (work) => withBackup(bench, papers, (page) => work(page, 'backupSave')));
    return [
      ...linesOf('as BibTeX', papers, bibtex),
      ...linesOf('as a backup', papers, backup),
      ...besideCitationJs(bench),
    ];
  },
};

type Button = Parameters<typeof textOf>[0];
type Work<T> = (page: Page, button: Button) => Promise<T>;
type InPage = <T>(work: Work<T>) => Promise<T>;

async function livedThrough(bench: Bench, inPage: InPage): Promise<Lived[]> {
  const all: Lived[] = [];
  for (let turn = 0; turn < bench.runs; turn++) {
    const lived = await inPage(timed);
    // Collecting garbage to count what lives would show as waiting.
    all.push({ ...lived, heap: await inPage(liveHeap) });
  }
  return all;
}

async function timed(page: Page, button: Button): Promise<Omit<Lived, 'heap'>> {
  const memory = await watchMemory(page);
  const idle = memory?.used() ?? 0;
  const begun = performance.now();
  let seconds = 0;
  const saved = downloaded(page, textOf(button)).then(() => {
    seconds = (performance.now() - begun) / 1_000;
  });
  const [late, peak] = await Promise.all([latenessDuring(page, saved), memory?.peakDuring(saved)]);
  return { ...late, seconds, memory: peak === undefined ? undefined : (peak - idle) / 1e6 };
}

async function liveHeap(page: Page, button: Button): Promise<number> {
  const heap = await watchHeap(page);
  const idle = await heap.live();
  return ((await heap.peakDuring(downloaded(page, textOf(button)))) - idle) / 1e6;
}

async function withBackup<T>(bench: Bench, papers: number, work: (page: Page) => Promise<T>): Promise<T> {
  const rig = await bench.ours(papers);
  const page = await rig.open('library.html#backup');
  await page.getByRole('button', { name: textOf('backupSave'), exact: true }).waitFor();
  const value = await work(page);
  await page.close();
  return value;
}

function linesOf(how: string, papers: number, runs: readonly Lived[]): Omit<Line, 'row'>[] {
  const of = (pick: (lived: Lived) => number): Sample => sampleOf(runs.map(pick));
  const goal = (value: number) => (papers === GOAL_SIZE ? { goal: { kind: 'at most', value } as const } : {});
  const memory = runs.flatMap((lived) => lived.memory ?? []);
  const line = (figure: string, unit: Line['unit'], ours: Sample) => ({
    figure: `${how}: ${figure}`,
    papers,
    unit,
    ours,
  });
  return [
    line(
      'the whole library',
      's',
      of(({ seconds }) => seconds),
    ),
    line(
      'throughput',
      'papers/s',
      of(({ seconds }) => papers / seconds),
    ),
    {
      ...line(
        'a click waits, p95',
        'ms',
        of(({ p95 }) => p95),
      ),
      ...goal(LONGEST_WAIT_MS),
    },
    line(
      'a click waits at most',
      'ms',
      of(({ longest }) => longest),
    ),
    ...(memory.length > 0
      ? [{ ...line('memory of pages above idle, most', 'MB', sampleOf(memory)), ...goal(MOST_MB) }]
      : []),
    line(
      'live heap above idle, most',
      'MB',
      of(({ heap }) => heap),
    ),
  ];
}

function besideCitationJs({ grown, runs }: Bench): Omit<Line, 'row'>[] {
  const folder = bringCitationJs();
  if (!folder) return [];
  const { ours, theirs } = bibtexWriters(grown, BESIDE_CITATION_JS, folder);
  const several = (write: () => number) => sampleOf(Array.from({ length: runs + 1 }, write).slice(1));
  return [
    {
      figure: 'BibTeX written of papers in memory',
      papers: BESIDE_CITATION_JS,
      unit: 'papers/s',
      ours: several(ours),
      beside: { what: 'citation-js 0.7.21', sample: several(theirs) },
      note: 'Both in Node, citation-js from our CSL-JSON.',
    },
  ];
}
