import { liveQuery } from 'dexie';

/**
 * Runs a query over the library, and again after every change that touches what it read, from any tab or the worker.
 * @returns stops it
 */
export function live<Value>(
  query: () => Promise<Value>,
  next: (value: Value) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}
