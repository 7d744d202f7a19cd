/** An object as it came out of `JSON.parse`: nothing is known of its fields. */
export type JsonObject = { readonly [name: string]: unknown };

/** The value as an object; undefined for arrays, null and everything else. */
export function objectFrom(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The value as a list; empty for everything that is none. */
export function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A field that the object has itself. What it inherits, such as `constructor`, is not data. */
export function field(object: JsonObject | undefined, name: string): unknown {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A field's text; undefined when it is no text. */
export function textField(object: JsonObject | undefined, name: string): string | undefined {
  const value = field(object, name);
  return typeof value === 'string' ? value : undefined;
}

const MOST = 100_000_000; // votes and comments beyond it are a mistake

/** A field's count; undefined for anything but a whole number from 0 to a hundred million. */
export function countField(object: JsonObject | undefined, name: string): number | undefined {
  const value = field(object, name);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST ? value : undefined;
}

/** Parses JSON; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
