import { expect, test } from 'vitest';
import { eventually } from '../../tests/popup.ts';
import type { NoticeChoice } from '../domain/weekly-notice.ts';
import { type Notice, type NoticeDesk, NoticeModel } from './weekly-notice.ts';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const SINCE = new Date(NOW).toISOString();

/** A desk in memory, on which a user answers every question alike. */
function deskWith({ answer, isGranted = false }: { answer: boolean; isGranted?: boolean }) {
  const state: { choice?: NoticeChoice | undefined; isGranted: boolean; questions: number } = {
    isGranted,
    questions: 0,
  };
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const changed of listeners) changed();
  };
  const desk: NoticeDesk = {
    nowMs: () => NOW,
    readChoice: async () => state.choice,
    writeChoice: async (choice) => {
      state.choice = choice;
      tell();
    },
    isPermitted: async () => state.isGranted,
    ask: async () => {
      state.questions += 1;
      state.isGranted ||= answer;
      return state.isGranted;
    },
    giveBack: async () => {
      state.isGranted = false;
    },
    watch: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  const withdraw = () => {
    state.isGranted = false;
    tell();
  };
  return { desk, state, withdraw };
}

async function withNotice(desk: NoticeDesk, work: (notice: Notice) => Promise<void>): Promise<void> {
  const notice = new NoticeModel(desk);
  try {
    await eventually(() => expect(notice.standing.value).toBeDefined());
    await work(notice);
  } finally {
    notice[Symbol.dispose]();
  }
}

test('it is off until it is turned on, which asks at once and begins now', async () => {
  const { desk, state } = deskWith({ answer: true });
  await withNotice(desk, async (notice) => {
    expect([notice.standing.value, state.questions]).toEqual([{ weekday: undefined, isPaused: false }, 0]);
    const turning = notice.turnOn(1);
    expect(state.questions).toBe(1);
    await turning;
    expect(state.choice).toEqual({ weekday: 1, since: SINCE });
    expect(notice.standing.value).toEqual({ weekday: 1, isPaused: false });
  });
});

test('a refusal leaves it off and says so until it is asked for again', async () => {
  const { desk, state } = deskWith({ answer: false });
  await withNotice(desk, async (notice) => {
    await notice.turnOn(1);
    expect([state.choice, notice.refused.value]).toEqual([undefined, true]);
    await notice.turnOff();
    expect(notice.refused.value).toBe(false);
  });
});

test('turning it off gives the permission back, and looks like no withdrawal', async () => {
  const { desk, state } = deskWith({ answer: true });
  await withNotice(desk, async (notice) => {
    await notice.turnOn(1);
    await notice.turnOff();
    expect([state.choice, state.isGranted]).toEqual([undefined, false]);
    expect(notice.standing.value).toEqual({ weekday: undefined, isPaused: false });
  });
});

test('a permission that is withdrawn pauses it, and giving it again goes on from then', async () => {
  const { desk, state, withdraw } = deskWith({ answer: true });
  await withNotice(desk, async (notice) => {
    await notice.turnOn(5);
    withdraw();
    await eventually(() => expect(notice.standing.value).toEqual({ weekday: 5, isPaused: true }));
    await notice.turnOn(5);
    expect(notice.standing.value).toEqual({ weekday: 5, isPaused: false });
    expect(state.choice?.since).toBe(SINCE);
  });
});

test('another day is taken without a question', async () => {
  const { desk, state } = deskWith({ answer: true });
  await withNotice(desk, async (notice) => {
    await notice.turnOn(1);
    await notice.choose(0);
    expect([state.choice, state.questions]).toEqual([{ weekday: 0, since: SINCE }, 1]);
    expect(notice.standing.value?.weekday).toBe(0);
  });
});
