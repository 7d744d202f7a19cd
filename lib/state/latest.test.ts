import { describe, expect, test } from 'vitest';
import { onlyLatest } from './latest.ts';

/** Jobs that end when the test says so. */
function jobs() {
  const heard: string[] = [];
  const latest = onlyLatest<string>(
    (answer) => heard.push(answer),
    (error) => heard.push(`failed: ${String(error)}`),
  );
  const start = () => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const seen: { signal?: AbortSignal } = {};
    latest.start((signal) => {
      seen.signal = signal;
      return promise;
    });
    return { resolve, reject, isStopped: () => seen.signal?.aborted };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { heard, latest, start, settled };
}

describe('Of two jobs', () => {
  test('the later answers, even when the earlier ends last', async () => {
    const { heard, start, settled } = jobs();
    const [first, second] = [start(), start()];
    second.resolve('second');
    first.resolve('first');
    await settled();
    expect(heard).toEqual(['second']);
  });

  test('the earlier is told to stop and its failure is not heard', async () => {
    const { heard, start, settled } = jobs();
    const [first] = [start(), start()];
    first.reject('late');
    await settled();
    expect([first.isStopped(), heard]).toEqual([true, []]);
  });

  test('the later may fail', async () => {
    const { heard, start, settled } = jobs();
    start();
    start().reject('broken');
    await settled();
    expect(heard).toEqual(['failed: broken']);
  });

  test('neither is heard after a stop', async () => {
    const { heard, latest, start, settled } = jobs();
    const job = start();
    latest.stop();
    job.resolve('late');
    await settled();
    expect(heard).toEqual([]);
  });
});
