export interface StorageHealth {
  usedBytes: number;
  /** What the browser would allow in all; a guess of the browser's. */
  mayUseBytes: number;
  /** Whether the browser promises not to clear it by itself when the disk gets full. */
  isKept: boolean;
}

/** How the browser stores what Gleaner keeps; undefined where it does not say. */
export async function readStorageHealth(): Promise<StorageHealth | undefined> {
  try {
    const [{ usage, quota }, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
    return { usedBytes: usage ?? 0, mayUseBytes: quota ?? 0, isKept };
  } catch (error) {
    // Storage is switched off, as in some private windows.
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Asks the browser to keep it. Only a page can ask, and the browser may say no. @returns whether it is kept now */
export async function askToKeep(): Promise<boolean> {
  return navigator.storage.persist();
}
