import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Weekday } from '../domain/week.ts';
import { type NoticeChoice, readNoticeChoice } from '../domain/weekly-notice.ts';

/** What the weekly notification needs of the browser. */
export interface NoticeDesk {
  nowMs(): number;
  readChoice(): Promise<unknown>;
  writeChoice(choice: NoticeChoice | undefined): Promise<void>;
  isPermitted(): Promise<boolean>;
  /** Asks the user; must be called in the turn of a click. */
  ask(): Promise<boolean>;
  giveBack(): Promise<void>;
  /** Calls back whenever any of this may have changed. @returns stops it */
  watch(changed: () => void): () => void;
}

/** Whether and when to be told; paused where it is wanted and the browser does not permit it. */
export interface NoticeStanding {
  weekday: Weekday | undefined;
  isPaused: boolean;
}

export interface Notice {
  /** Undefined until known. */
  standing: ReadonlySignal<NoticeStanding | undefined>;
  /** Whether the browser did not permit it when it was last asked. */
  refused: ReadonlySignal<boolean>;
  /** Must be called in the turn of a click, because the browser may have to ask the user. */
  turnOn(weekday: Weekday): Promise<void>;
  turnOff(): Promise<void>;
  /** Takes another day; nothing has to be asked for that. */
  choose(weekday: Weekday): Promise<void>;
}

export const NoticeModel = createModel((desk: NoticeDesk): Notice => {
  const standing = signal<NoticeStanding | undefined>(undefined);
  const refused = signal(false);
  let asked = 0;
  const look = async () => {
    asked += 1;
    const mine = asked;
    const [choice, isPermitted] = await Promise.all([desk.readChoice(), desk.isPermitted()]);
    const weekday = readNoticeChoice(choice)?.weekday;
    if (mine === asked) standing.value = { weekday, isPaused: weekday !== undefined && !isPermitted };
  };
  effect(() => {
    void look();
    return desk.watch(() => void look());
  });
  const write = (weekday: Weekday) => desk.writeChoice({ weekday, since: new Date(desk.nowMs()).toISOString() });
  return {
    standing,
    refused,
    turnOn: async (weekday) => {
      // Asked even where it is permitted, which the browser then says at once: nothing may be awaited before it.
      const isGiven = await desk.ask();
      refused.value = !isGiven;
      if (isGiven) await write(weekday);
      await look();
    },
    turnOff: async () => {
      refused.value = false;
      // Said before the permission goes: else it would look as if the browser had withdrawn it.
      await desk.writeChoice(undefined);
      await desk.giveBack();
      await look();
    },
    choose: async (weekday) => {
      await write(weekday);
      await look();
    },
  };
});
