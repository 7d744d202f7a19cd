import { askToNotify, mayNotify, stopNotifying, watchNotifying } from '../lib/platform/notice-access.ts';
import { readNotice, watchNoticeChoice, writeNoticeChoice } from '../lib/platform/notice-memory.ts';
import type { NoticeDesk } from '../lib/state/weekly-notice.ts';

/** What the weekly notification needs of the browser, as this browser has it. */
export const noticeDesk: NoticeDesk = {
  nowMs: () => Date.now(),
  readChoice: async () => (await readNotice()).choice,
  writeChoice: writeNoticeChoice,
  isPermitted: mayNotify,
  ask: askToNotify,
  giveBack: stopNotifying,
  watch: (changed) => {
    const stops = [watchNoticeChoice(changed), watchNotifying(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};
