import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of all databases in a browser's profile, as they lie on the disk. Only true of a browser that was closed. */
export function databaseBytes(profile: string): number {
  return bytesBelow(join(profile, 'Default', 'IndexedDB'));
}

function bytesBelow(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}
