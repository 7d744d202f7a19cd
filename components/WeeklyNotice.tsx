import { useId } from 'preact/hooks';
import { WEEKDAYS, type Weekday } from '../lib/domain/week.ts';
import { writeWeekday } from '../lib/platform/dates.ts';
import { t } from '../lib/platform/text.ts';
import { type Notice, NoticeModel, type NoticeStanding } from '../lib/state/weekly-notice.ts';
import { noticeDesk } from './notice-desk.ts';
import { useOwnModel } from './use-own-model.ts';

const MONDAY: Weekday = 1;

/** Whether to be told once a week, and on which day; off until the user wants it. */
export function WeeklyNotice() {
  const notice = useOwnModel(() => new NoticeModel(noticeDesk));
  const standing = notice.standing.value;
  const name = useId();
  if (!standing) return null;
  const isOn = standing.weekday !== undefined;
  // The click itself asks the browser, so nothing may come before it.
  const change = () => void (isOn ? notice.turnOff() : notice.turnOn(MONDAY));
  return (
    <section class="weekly-notice" aria-labelledby={name}>
      <div class="site-head">
        <h2 id={name}>{t('weeklyNotice')}</h2>
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={isOn}
          aria-labelledby={name}
          onClick={change}
        />
      </div>
      <p class="hint">{t('weeklyNoticeHint')}</p>
      <Day notice={notice} standing={standing} />
      <p class="hint" role="status">
        {notice.refused.value && t('weeklyNoticeRefused')}
      </p>
    </section>
  );
}

function Day({ notice, standing: { weekday, isPaused } }: { notice: Notice; standing: NoticeStanding }) {
  if (weekday === undefined) return null;
  const choose = (chosen: string) => {
    const day = WEEKDAYS.find((known) => String(known) === chosen);
    if (day !== undefined) void notice.choose(day);
  };
  return (
    <>
      <label class="weekly-day">
        {t('weeklyNoticeDay')}
        <select value={String(weekday)} onChange={(event) => choose(event.currentTarget.value)}>
          {WEEKDAYS.map((day) => (
            <option key={day} value={String(day)}>
              {writeWeekday(day)}
            </option>
          ))}
        </select>
      </label>
      {isPaused && (
        <p class="site-paused">
          {t('weeklyNoticePaused')}{' '}
          <button type="button" class="text-button" onClick={() => void notice.turnOn(weekday)}>
            {t('weeklyNoticeAllow')}
          </button>
        </p>
      )}
    </>
  );
}
