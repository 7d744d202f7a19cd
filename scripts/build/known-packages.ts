/** Packages whose code may be part of the extension. ARCHITECTURE.md says of each run-time dependency why it is there. */
export const KNOWN_PACKAGES: ReadonlySet<string> = new Set([
  '@noble/hashes',
  '@preact/signals',
  '@preact/signals-core', // the half of @preact/signals that models use
  'client-zip',
  'dexie',
  'lucide-preact',
  'preact',
  'valibot',
  'virtua',
  'wxt', // what starts a worker and a content script
  '@wxt-dev/browser', // one name for `chrome` and `browser`
]);

interface Chunk {
  type: string;
  moduleIds?: readonly string[];
}

/** Ends a build that would hold code of a package that is not on the list, however it got in. */
export const knownPackages = {
  name: 'known-packages',
  generateBundle(_options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
    const strangers = strangersAmong(Object.values(bundle).flatMap(({ moduleIds }) => moduleIds ?? []));
    if (strangers.length === 0) return;
    throw new Error(
      `${strangers.join(', ')} would become part of the extension: say why in ARCHITECTURE.md and add it to KNOWN_PACKAGES, or leave it out.`,
    );
  },
};

/** The packages among these modules that are not known, each once. */
export function strangersAmong(modules: readonly string[]): string[] {
  const packages = modules.flatMap((id) => packageOf(id) ?? []);
  return [...new Set(packages)].filter((name) => !KNOWN_PACKAGES.has(name)).sort();
}

/** The package of a module by its path; undefined for our own. A package may lie inside another one. */
function packageOf(id: string): string | undefined {
  const inside = id.replaceAll('\\', '/').split('/node_modules/');
  const path = inside.length > 1 ? inside.at(-1) : undefined;
  return path && /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}
