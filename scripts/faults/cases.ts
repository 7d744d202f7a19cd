import type { FaultCase } from './fault-case.ts';

/**
 * Every kind of fault, in the order in which they run. Loaded one at a time, so that a case which does not load fails
 * alone. A new case is a file `<name>.case.ts` and a line here.
 */
export const CASES: ReadonlyMap<string, () => Promise<FaultCase>> = new Map([
  ['kill-ingest', async () => (await import('./kill-ingest.case.ts')).killIngest],
  ['kill-after-commit', async () => (await import('./kill-after-commit.case.ts')).killAfterCommit],
  ['kill-upgrade', async () => (await import('./kill-upgrade.case.ts')).killUpgrade],
  ['restart-steps', async () => (await import('./restart-steps.case.ts')).restartSteps],
  ['cold-start', async () => (await import('./cold-start.case.ts')).coldStart],
  ['tabs', async () => (await import('./tabs.case.ts')).tabs],
  ['quota', async () => (await import('./quota.case.ts')).quota],
  ['update', async () => (await import('./update.case.ts')).update],
  ['private-window', async () => (await import('./private-window.case.ts')).privateWindow],
  ['messages', async () => (await import('./messages.case.ts')).messages],
  ['hostile-strings', async () => (await import('./hostile-strings.case.ts')).hostileStrings],
  ['repeats', async () => (await import('./repeats.case.ts')).repeats],
  ['throws', async () => (await import('./throws.case.ts')).throws],
  ['restore-in-browser', async () => (await import('./restore-in-browser.case.ts')).restoreInBrowser],
  ['backup-round-trip', async () => (await import('./backup-round-trip.case.ts')).backupRoundTrip],
  ['bad-files', async () => (await import('./bad-files.case.ts')).badFiles],
  ['pollution', async () => (await import('./pollution.case.ts')).pollution],
]);
