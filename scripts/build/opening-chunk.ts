/** What the bundler says of a module, as far as it matters here. */
interface ModuleGraph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null;
}

/**
 * Names the chunk of every module that the popup needs to open, so that all of them are one file: two dozen small files
 * compress a tenth worse and load slower. What is imported when it is needed stays in chunks of its own. So does what
 * the popup runs first, which other pages must not run when they share the rest.
 * @returns the chunk's name, or null for any other module
 */
export function openingChunk(id: string, graph: ModuleGraph): string | null {
  return !isFirst(id, graph) && isEager(id, graph, new Set()) ? 'opening' : null;
}

function isFirst(id: string, graph: ModuleGraph): boolean {
  const isPage = (one: string) => graph.getModuleInfo(one)?.isEntry ?? false;
  return isPage(id) || (graph.getModuleInfo(id)?.importers.some(isPage) ?? false);
}

function isEager(id: string, graph: ModuleGraph, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = graph.getModuleInfo(id);
  return (
    info !== null && (isPopup(id, info.isEntry) || info.importers.some((importer) => isEager(importer, graph, seen)))
  );
}

function isPopup(id: string, isEntry: boolean): boolean {
  return isEntry && id.includes('/popup/');
}

/**
 * Vite wraps every later import in a helper that preloads what the chunk needs. The files of an extension lie on the
 * same disk, so a plain import does.
 */
export const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};
