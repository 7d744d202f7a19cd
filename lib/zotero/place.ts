import type { ZoteroPlace, ZoteroTarget } from '../domain/zotero.ts';

/**
 * Reads Zotero's answer to `getSelectedCollection`.
 * @returns undefined when it is not what Zotero answers
 */
export function placeIn(body: string): ZoteroPlace | undefined {
  const said = parse(body);
  const library = field(said, 'libraryID');
  if (typeof library !== 'number') return undefined;
  const collection = field(said, 'id');
  const selected = collection ? `C${String(collection)}` : `L${library}`;
  const libraryName = textIn(said, 'libraryName') ?? '';
  const listed = field(said, 'targets');
  const targets = Array.isArray(listed) ? listed.flatMap((one: unknown) => targetFrom(one) ?? []) : [];
  return {
    selected,
    libraryName,
    isEditable: field(said, 'libraryEditable') !== false && field(said, 'editable') !== false,
    // An older Zotero names no others.
    targets:
      targets.length > 0
        ? targets
        : [{ id: selected, name: textIn(said, 'name') ?? libraryName, level: 0, isRecent: false }],
  };
}

function targetFrom(said: unknown): ZoteroTarget | undefined {
  const id = textIn(said, 'id');
  const level = field(said, 'level');
  if (!id || !/^[LC]\d+$/.test(id)) return undefined;
  return {
    id,
    name: textIn(said, 'name') ?? id,
    level: typeof level === 'number' && level > 0 ? Math.min(Math.trunc(level), 20) : 0,
    isRecent: field(said, 'recent') === true,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}
