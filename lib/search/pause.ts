/** Work goes on for so long before input gets its turn, in milliseconds: half a frame. */
const SLICE_MS = 8;

interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** Knows how long work has gone on. */
export interface Breather {
  /** Whether it is time to let others have a turn. */
  due(): boolean;
  /** Lets others have a turn. @throws the signal's reason, when it is stopped */
  rest(): Promise<void>;
}

/** @param signal stops the work at its next pause */
export function newBreather(signal?: AbortSignal): Breather {
  let since = performance.now();
  return {
    due: () => performance.now() - since >= SLICE_MS,
    rest: async () => {
      const { scheduler }: Yielding = globalThis;
      // Not called as a function of its own: a browser's method must know its object.
      if (scheduler?.yield) await scheduler.yield();
      else await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      since = performance.now();
    },
  };
}
