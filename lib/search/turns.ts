/**
 * Does work unless another page or the worker is at it.
 * @returns what the work returns; undefined where another is at it
 */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> {
  const locks = lockManager();
  return locks ? locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined)) : work();
}

/**
 * Does work when no other page, nor the worker, is at it.
 * @throws the signal's reason, when it is stopped while it waits
 */
export async function inTurn<Result>(
  name: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const locks = lockManager();
  return locks ? locks.request(name, signal ? { signal } : {}, work) : work();
}

/** Not every place has it. Nothing relies on it: taking turns only saves work that would be done twice. */
function lockManager(): LockManager | undefined {
  const { navigator }: { navigator?: { locks?: LockManager } } = globalThis;
  return navigator?.locks;
}
