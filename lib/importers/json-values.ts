/** A value of a file that may be anything, looked into without trusting its shape. */
export type Json = unknown;

/** A property of its own, so that `__proto__` and `constructor` of a hostile file lead nowhere. */
export function own(value: Json, name: string): Json {
  return isRecord(value) && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

export function isRecord(value: Json): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or a number written as one; undefined for anything else. */
export function textAt(value: Json, ...names: string[]): string | undefined {
  for (const name of names) {
    const found = own(value, name);
    if (typeof found === 'string' && found.trim() !== '') return found;
    if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  }
  return undefined;
}

/** The texts of a list; a single text is a list of one. */
export function textsAt(value: Json, name: string): string[] {
  const found = own(value, name);
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

export function listAt(value: Json, name: string): Json[] {
  const found = own(value, name);
  return Array.isArray(found) ? found : [];
}
