import { expect, test } from 'vitest';
import { captureOf, scraped, withLibrary } from '../../tests/library.ts';
import { ingest } from './ingest.ts';
import { live } from './live.ts';
import { readCounters } from './summary.ts';

test('a query runs again after a change', async () => {
  await withLibrary(async (db) => {
    const counts: number[] = [];
    const stop = live(
      () => readCounters(db),
      ({ papers }) => counts.push(papers),
      () => counts.push(-1),
    );
    await expect.poll(() => counts).toEqual([0]);
    await ingest(db, captureOf([scraped({ title: 'A Paper That Arrives' })]));
    await expect.poll(() => counts.at(-1)).toBe(1);
    stop();
  });
});

test('a library that does not open is a failure, not silence', async () => {
  await withLibrary(async (db) => {
    db.on('ready', () => {
      throw new Error('broken');
    });
    const failures: unknown[] = [];
    const stop = live(
      () => readCounters(db),
      () => undefined,
      (error) => failures.push(error),
    );
    await expect.poll(() => failures).toHaveLength(1);
    stop();
  });
});
