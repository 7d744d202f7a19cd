// localStorage and not extension storage: it is read before the first paint, so a restored view never jumps.

/** What was remembered under a name; undefined where nothing is, or where storage is switched off. */
export function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Remembers a plain value under a name; forgetting a view is no reason to fail. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    console.warn('Gleaner: the view could not be remembered', error.name);
  }
}
