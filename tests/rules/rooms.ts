import { type Finding, importsOf, isTest, roomOf, type SourceFile } from './source.ts';

/** Which rooms a room may import from, besides itself. ARCHITECTURE.md draws the same. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/domain': [],
  'lib/platform': [],
  'lib/adapters': ['lib/domain'],
  'lib/exporters': ['lib/domain'],
  'lib/importers': ['lib/domain'],
  'lib/zotero': ['lib/domain', 'lib/exporters', 'lib/library'],
  'lib/shapes': ['lib/domain'],
  'lib/messages': ['lib/domain', 'lib/shapes'],
  'lib/library': ['lib/domain'],
  'lib/backup': ['lib/domain', 'lib/shapes', 'lib/library'],
  'lib/search': ['lib/domain', 'lib/library'],
  'lib/weekly': ['lib/domain', 'lib/library', 'lib/search', 'lib/exporters'],
  'lib/capture': ['lib/domain', 'lib/adapters', 'lib/messages'],
  'lib/marks': ['lib/domain', 'lib/adapters', 'lib/messages'],
  'lib/page-script': ['lib/domain', 'lib/adapters', 'lib/capture', 'lib/marks', 'lib/messages', 'lib/platform'],
  'lib/state': [
    'lib/domain',
    'lib/library',
    'lib/backup',
    'lib/search',
    'lib/exporters',
    'lib/importers',
    'lib/weekly',
  ],
  'lib/worker': ['lib/domain', 'lib/library', 'lib/platform', 'lib/search', 'lib/zotero'],
  components: ['lib/domain', 'lib/state', 'lib/platform'],
  entrypoints: [
    'components',
    'lib/adapters',
    'lib/backup',
    'lib/capture',
    'lib/domain',
    'lib/importers',
    'lib/library',
    'lib/messages',
    'lib/page-script',
    'lib/platform',
    'lib/search',
    'lib/state',
    'lib/worker',
    'lib/zotero',
  ],
};

/** Rooms of which a room may know the types, and nothing that runs. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = {
  components: ['lib/library', 'lib/exporters', 'lib/importers', 'lib/weekly'],
};

const INSTEAD: Record<string, string> = {
  'lib/domain': 'domain imports nothing: pass what it needs in as an argument',
  'lib/platform': 'platform is a leaf: let its caller bring the two together',
  components: 'components take props and models: put the work into a model in lib/state and pass that in',
};

/** Imports from a room that the importing room may not know. */
export function wrongRooms(files: readonly SourceFile[]): Finding[] {
  return files.filter(isOurs).flatMap((file) => {
    const room = roomOf(file.path);
    const allowed = MAY_IMPORT[room];
    if (!allowed)
      return [{ path: file.path, advice: `${room} is no known room: add it to MAY_IMPORT and ARCHITECTURE.md` }];
    return importsOf(file)
      .filter(({ name }) => /\.tsx?$/.test(name) && roomOf(name) !== room && !allowed.includes(roomOf(name)))
      .filter(({ name, typeOnly }) => !(typeOnly && MAY_IMPORT_TYPES[room]?.includes(roomOf(name))))
      .map(({ name }) => ({
        path: file.path,
        advice: `${room} may not import ${name}; ${INSTEAD[room] ?? `it may use ${allowed.join(', ') || 'nothing else'}`}`,
      }));
  });
}

const PACKAGE_ROOMS: readonly [package_: RegExp, where: RegExp, advice: string][] = [
  [/^dexie$/, /^lib\/library\//, 'Dexie stays in lib/library: add a query there'],
  [
    /^preact(?:\/|$)/,
    /^(?:components\/|entrypoints\/[^/]+\/main\.tsx$)/,
    'Preact stays in components: models use signals only',
  ],
  [
    /^@preact\/signals$/,
    /^(?:components\/|lib\/state\/|entrypoints\/[^/]+\/main\.tsx$)/,
    'signals belong to models and components',
  ],
  [/^(?:virtua|lucide-preact)$/, /^components\//, 'this package draws: use it in components'],
  [
    /^wxt\//,
    /^(?:lib\/platform\/|lib\/messages\/|lib\/page-script\/|entrypoints\/)/,
    'browser.* stays in lib/platform, lib/messages, lib/page-script and entrypoints: pass a small function in',
  ],
  [
    /^valibot$/,
    /^lib\/(?:shapes|messages|backup)\//,
    'what comes from outside is parsed in lib/messages and lib/backup',
  ],
  [/^@noble\/hashes\//, /^lib\/backup\//, 'checksums belong to backups'],
  [
    /^client-zip$/,
    /^lib\/state\/make-file\.ts$/,
    'archives are packed where files are made, in lib/state/make-file.ts',
  ],
  [/^node:/, /^$/, 'the extension has no Node: this belongs in scripts or tests'],
];

/** Packages imported where they do not belong. */
export function wrongPackages(files: readonly SourceFile[]): Finding[] {
  return files.filter(isOurs).flatMap((file) =>
    importsOf(file)
      .filter(({ name }) => !/\.(?:tsx?|json|css)$/.test(name))
      .flatMap(({ name }) => {
        const rule = PACKAGE_ROOMS.find(([package_]) => package_.test(name));
        if (!rule)
          return [
            { path: file.path, advice: `${name} is a new package: say in ARCHITECTURE.md why, and add its room` },
          ];
        return rule[1].test(file.path) ? [] : [{ path: file.path, advice: `${name}: ${rule[2]}` }];
      }),
  );
}

function isOurs({ path }: SourceFile): boolean {
  return !isTest(path) && !path.startsWith('scripts/');
}

/** What a file imports that is still there when the code runs. */
function running(file: SourceFile): string[] {
  return importsOf(file).flatMap(({ name, typeOnly }) => (typeOnly ? [] : name));
}

/** Circles of imports, each named once, by its files in order. */
export function circles(files: readonly SourceFile[]): Finding[] {
  const graph = new Map(files.map((file) => [file.path, running(file)]));
  const found = new Map<string, Finding>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const circle = trail.slice(at);
      const name = [...circle].sort().join(' ');
      found.set(name, {
        path,
        advice: `imports itself by way of ${circle.join(' → ')}: move what both need into a file of its own`,
      });
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return [...found.values()];
}
