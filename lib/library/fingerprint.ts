/**
 * A short mark of a row's content, by which a later look tells whether it has changed since. Not a checksum against
 * malice: two 32-bit FNV-1a hashes over the same text from different starts.
 */
export function fingerprint(row: unknown): string {
  const text = JSON.stringify(sorted(row));
  return [0x811c9dc5, 0x5bd1e995].map((start) => fnv(text, start).toString(36)).join('-');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The same row may have been put together in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, inner]) => [name, sorted(inner)]);
}
