import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file of the repository. */
export interface SourceFile {
  /** Relative to the top, with forward slashes. */
  path: string;
  text: string;
}

/** A broken rule, in a sentence that says what to do instead. */
export interface Finding {
  path: string;
  advice: string;
}

const FOLDERS = ['entrypoints', 'components', 'lib', 'scripts', 'tests'];

/** Every TypeScript file of the repository, in the order of their paths. */
export function readSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  )
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.(?:test|spec)\.tsx?$/.test(path);
}

/** The text without comments, so that a rule does not trip over a sentence about it. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}

/** One import: a package by its name, an own file by its path from the top. */
export interface Import {
  name: string;
  /** `import type`: gone when the code runs. */
  typeOnly: boolean;
}

/** What a file imports, statically or when it is needed. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const pattern =
    /^\s*(?:import|export)(\s+type)?\s[^'"`;=]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/gm;
  const found = withoutComments(text).matchAll(pattern);
  return [...found].map(([, type, fixed, bare, lazy]) => {
    const name = fixed ?? bare ?? lazy ?? '';
    const own = name.startsWith('.') ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name;
    return { name: own, typeOnly: type !== undefined };
  });
}

/** The room of a file: `lib/<folder>`, or the top folder. */
export function roomOf(path: string): string {
  const [top = '', folder = ''] = path.split('/');
  return top === 'lib' ? `lib/${folder}` : top;
}
