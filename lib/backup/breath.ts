/** Work in a row that nobody notices: a frame at 60 Hz has 16 ms, and drawing needs some of them. */
const BREATH_MS = 12;

/**
 * Starts a long piece of work that has its page or worker to share with clicks, drawing and messages.
 * @param now a clock in milliseconds
 * @returns a function to await between two steps: it goes on at once, or, when 12 ms of work have gone by since the last
 *   pause, after whatever else is waiting
 */
export function startBreathing(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < BREATH_MS) return;
    await nextTask();
    since = now();
  };
}

/** Unlike a timer, a message is held back neither by the fifth in a row nor in a page that is out of sight. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
