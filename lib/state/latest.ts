/**
 * Runs jobs of which only the newest matters: starting one aborts the one before, whose answer and failure are dropped.
 * @param answered called with the newest job's answer
 * @param failed called with the newest job's failure
 */
export function onlyLatest<Answer>(answered: (answer: Answer) => void, failed: (error: unknown) => void) {
  let running: AbortController | undefined;
  return {
    start: (job: (signal: AbortSignal) => Promise<Answer>) => {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      job(controller.signal).then(
        (answer) => {
          if (!controller.signal.aborted) answered(answer);
        },
        (error: unknown) => {
          if (!controller.signal.aborted) failed(error);
        },
      );
    },
    stop: () => running?.abort(),
  };
}
