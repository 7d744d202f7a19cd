import { liveQuery } from 'dexie';

/**
 * Runs a query over the library, and again after every change that touches what it read, from any tab or the worker.
 * @param failed is told when the query cannot be done, the library that does not open included
 * @returns stops it
 */
export function live<Value>(
  query: () => Promise<Value>,
  next: (value: Value) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => query().catch(sayClosed)).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}

/** Dexie takes "database closed" for the end of the query and keeps silent; to a user it is a library that is not there. */
function sayClosed(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'DatabaseClosedError') throw error;
  const reason = 'inner' in error ? error.inner : undefined;
  throw reason instanceof Error ? reason : new Error('The library is closed', { cause: error });
}
