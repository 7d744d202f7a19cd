import { weekOf } from '../domain/week.ts';
import { noticePlan, readNoticeChoice } from '../domain/weekly-notice.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { countWeek } from '../library/week-papers.ts';
import { onAlarm, setAlarm } from '../platform/alarm.ts';
import { onNoticeClick, showNotice } from '../platform/notice.ts';
import { mayNotify, watchNotifying } from '../platform/notice-access.ts';
import { readNotice, watchNoticeChoice, writeTold } from '../platform/notice-memory.ts';
import { openInFront } from '../platform/pages.ts';
import { plural, t } from '../platform/text.ts';

const ALARM = 'weekly';

interface Options {
  library(): Promise<GleanerDatabase>;
  /** Wall time in milliseconds since 1970. */
  nowMs(): number;
  /** Told of work that nobody waits for. */
  report(work: Promise<void>): void;
}

/**
 * Tells once a week how many papers came by, on the day that the user chose; never, unless one was. A week in which none
 * did passes in silence. Must be called in the worker's first turn, and looks at once: the browser may have been closed
 * on the day.
 */
export function keepWeeklyNotice({ library, nowMs, report }: Options): void {
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    const { choice: stored, told } = await readNotice();
    const choice = readNoticeChoice(stored);
    const now = nowMs();
    const plan = choice && noticePlan(choice, told, now);
    await setAlarm(ALARM, plan?.nextMs);
    if (!plan?.isDue || !(await mayNotify())) return;
    const count = await countWeek(await library(), weekOf(now, 0));
    if (count > 0) await showNotice(t('weekly'), plural('weeklyNoticeText', count));
    await writeTold(new Date(now).toISOString());
  };
  // One after the other: an alarm wakes the worker, which looks anyway, and two at once would both find it due.
  const lookInTurn = () => {
    last = last.then(look, look);
    report(last);
  };
  const listen = onNoticeClick(() => report(openInFront('weekly')));
  onAlarm(ALARM, lookInTurn);
  watchNoticeChoice(lookInTurn);
  watchNotifying(() => {
    listen();
    lookInTurn();
  });
  listen();
  lookInTurn();
}
