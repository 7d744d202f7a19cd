import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { plural, t } from '../lib/platform/text.ts';
import { failureCode } from '../lib/state/failure-code.ts';
import type { Popup } from '../lib/state/popup.ts';
import { type Weekly, WeeklyModel } from '../lib/state/weekly.ts';
import type { Report } from '../lib/weekly/report.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { IconButton } from './IconButton.tsx';
import { ListLink } from './ListLink.tsx';
import { useOwnModel } from './use-own-model.ts';
import { WeeklyNotice } from './WeeklyNotice.tsx';
import { WeeklyPart } from './WeeklyPart.tsx';
import { WeeklyWays } from './WeeklyWays.tsx';
import { weekList } from './weekly-list.ts';
import { daysOf, sheetOf } from './weekly-sheet.ts';

/** What came by in seven days, to be read here, kept as a file or printed. */
export function WeeklyPlace({ popup }: { popup: Popup }) {
  const weekly = useOwnModel(() => new WeeklyModel(popup.library()));
  const report = weekly.report.value;
  const nowMs = popup.world.nowMs();
  if (weekly.failure.value !== undefined) return <ErrorNote code={failureCode(weekly.failure.value)} shape="page" />;
  if (!report) return null;
  const sheet = sheetOf(report, weekly.isThis.value, nowMs);
  return (
    <>
      <Weeks weekly={weekly} days={daysOf(report, nowMs)} />
      <InShort popup={popup} report={report} isThis={weekly.isThis.value} />
      {sheet.parts.length > 0 && <WeeklyWays popup={popup} sheet={sheet} report={report} />}
      {sheet.parts.map((part) => (
        <WeeklyPart key={`${report.week.since} ${part.heading}`} popup={popup} part={part} />
      ))}
      <WeeklyNotice />
    </>
  );
}

function Weeks({ weekly, days }: { weekly: Weekly; days: string }) {
  const { back, go } = weekly;
  return (
    <div class="weeks">
      <IconButton label={t('weeklyEarlier')} onClick={() => go(back.peek() + 1)}>
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('weeklyLater')} disabled={back.value === 0} onClick={() => go(back.peek() - 1)}>
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
      <p role="status">
        <strong>{days}</strong>
        {weekly.isThis.value && <span class="hint"> {t('weeklyThis')}</span>}
      </p>
    </div>
  );
}

/** How many papers, each number a way to them. */
function InShort({ popup, report, isThis }: { popup: Popup; report: Report; isThis: boolean }) {
  const { count, read, starred, examples, papers, week } = report;
  if (count === 0) return <p class="hint">{t('weeklyEmpty')}</p>;
  const link = (text: string, narrowed: Parameters<typeof weekList>[2]) => (
    <li>
      <ListLink popup={popup} target={weekList(week, isThis, narrowed)}>
        {text}
      </ListLink>
    </li>
  );
  return (
    <section aria-label={t('weeklyShort')}>
      <ul class="in-short">
        {link(plural('weeklyNew', count), {})}
        {link(plural('weeklyRead', read), { status: 'read' })}
        {link(plural('weeklyStarred', starred), { starred: true })}
      </ul>
      {examples > 0 && <p class="hint">{plural('weeklyExamples', examples)}</p>}
      {count > papers.length && <p class="hint">{plural('weeklyBounded', papers.length)}</p>}
    </section>
  );
}
