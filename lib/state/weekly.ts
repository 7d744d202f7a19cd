import { batch, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { weekOf } from '../domain/week.ts';
import { exportFileName } from '../exporters/file-name.ts';
import { weekPapers } from '../library/week-papers.ts';
import { type Report, readReport } from '../weekly/report.ts';
import type { Sheet } from '../weekly/sheet.ts';
import { writeAtom } from '../weekly/write-atom.ts';
import { writeHtml } from '../weekly/write-html.ts';
import { writeMarkdown } from '../weekly/write-markdown.ts';
import { onlyLatest } from './latest.ts';
import type { Library } from './library.ts';

/** What came by, week by week. */
export interface Weekly {
  /** How many weeks before the last seven days, from 0. */
  back: ReadonlySignal<number>;
  /** That of the week before stays until the next is there; undefined before the first. */
  report: ReadonlySignal<Report | undefined>;
  /** Whether the report is of the last seven days. */
  isThis: ReadonlySignal<boolean>;
  failure: ReadonlySignal<unknown>;
  go(back: number): void;
}

/** Follows the library: what the user says of a paper and what comes in while it is shown changes it. */
export const WeeklyModel = createModel(({ db, nowMs, live }: Pick<Library, 'db' | 'nowMs' | 'live'>): Weekly => {
  const back = signal(0);
  const report = signal<Report | undefined>(undefined);
  const failure = signal<unknown>(undefined);
  const failed = (error: unknown) => {
    failure.value = error;
  };
  const isThis = signal(true);
  const reading = onlyLatest<Report>(
    (next) =>
      batch(() => {
        report.value = next;
        isThis.value = back.peek() === 0;
        failure.value = undefined;
      }),
    failed,
  );
  effect(() => {
    const week = weekOf(nowMs(), back.value);
    const stop = live(
      () => weekPapers(db, week),
      (found) => reading.start(() => readReport(db, week, found)),
      failed,
    );
    return () => {
      reading.stop();
      stop();
    };
  });
  return {
    back,
    report,
    isThis,
    failure,
    go: (next) => {
      back.value = Math.max(0, next);
    },
  };
});

export type WeeklyFormat = 'html' | 'markdown' | 'atom';

const FILES = {
  html: { extension: 'html', mediaType: 'text/html' },
  markdown: { extension: 'md', mediaType: 'text/markdown' },
  atom: { extension: 'atom', mediaType: 'application/atom+xml' },
} as const;

/** A week in a format, under a name with its last day. @param nowMs milliseconds since 1970 */
export function writeWeek(
  format: WeeklyFormat,
  { sheet, report }: { sheet: Sheet; report: Report },
  nowMs: number,
): { text: string; mediaType: string; fileName: string } {
  const { extension, mediaType } = FILES[format];
  const writers: Record<WeeklyFormat, () => string> = {
    html: () => writeHtml(sheet),
    markdown: () => writeMarkdown(sheet),
    atom: () => writeAtom(sheet, report.papers, new Date(nowMs).toISOString()),
  };
  const fileName = exportFileName({ extension, exportedAt: lastDay(report.week.until), label: sheet.title });
  return { text: writers[format](), mediaType: `${mediaType};charset=utf-8`, fileName };
}

/** The user's own day before a midnight, such as `2026-11-22`. */
function lastDay(until: string): string {
  const end = new Date(until);
  const day = new Date(end.getFullYear(), end.getMonth(), end.getDate() - 1);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
