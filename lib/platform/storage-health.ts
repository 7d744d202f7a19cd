export interface StorageHealth {
  usedBytes: number;
  /** What the database takes of it; all of it where the browser does not tell. The rest is backups. */
  libraryBytes: number;
  /** What the browser would allow in all; a guess of the browser's. */
  mayUseBytes: number;
  /** Whether the browser promises not to clear it by itself when the disk gets full. */
  isKept: boolean;
}

/** How the browser stores what Gleaner keeps; undefined where it does not say. */
export async function readStorageHealth(): Promise<StorageHealth | undefined> {
  try {
    const [estimate, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
    const { usage: usedBytes = 0, quota: mayUseBytes = 0 } = estimate;
    return { usedBytes, libraryBytes: databaseBytes(estimate) ?? usedBytes, mayUseBytes, isKept };
  } catch (error) {
    // Storage is switched off, as in some private windows.
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Chromium says what is used by what (https://developer.mozilla.org/docs/Web/API/StorageManager/estimate); others do not. */
function databaseBytes(estimate: StorageEstimate): number | undefined {
  const details: unknown = Reflect.get(estimate, 'usageDetails');
  const bytes: unknown =
    typeof details === 'object' && details !== null ? Reflect.get(details, 'indexedDB') : undefined;
  return typeof bytes === 'number' ? bytes : undefined;
}

/** Asks the browser to keep it. Only a page can ask, and the browser may say no. @returns whether it is kept now */
export async function askToKeep(): Promise<boolean> {
  return navigator.storage.persist();
}
