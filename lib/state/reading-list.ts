import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { ExporterId } from '../exporters/exporter.ts';
import { exportFileName } from '../exporters/file-name.ts';
import { exporters } from '../exporters/registry.ts';
import { loadListed } from '../library/queries.ts';
import type { World } from './world.ts';

/** Papers are read this many at a time, so that a long list leaves the window alive. */
const SLICE = 500;

/** The formats on offer, in their order. */
export const FORMATS: readonly ExporterId[] = [...exporters.keys()];

export interface WrittenList {
  text: string;
  fileName: string;
  mediaType: string;
  /** Papers in it: those of the ids that the library still holds. */
  count: number;
}

/**
 * Writes exactly these papers, in this order, as a file of one format.
 * @param what the list in a few words, for the heading and the file's name
 */
export async function writeReadingList(
  world: World,
  { ids, format, what }: { ids: readonly PaperId[]; format: ExporterId; what: string },
): Promise<WrittenList> {
  const exporter = exporters.get(format);
  if (!exporter) throw new TypeError(`No exporter is registered for ${format}`);
  const papers = await loadAll(world, ids);
  const exportedAt = new Date(world.nowMs()).toISOString();
  return {
    text: exporter.write(papers, { exportedAt, heading: what }),
    fileName: exportFileName({ extension: exporter.extension, exportedAt, label: what }),
    mediaType: exporter.mediaType,
    count: papers.length,
  };
}

async function loadAll(world: World, ids: readonly PaperId[]): Promise<ListedPaper[]> {
  const papers: ListedPaper[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    const loaded = await loadListed(world.db, slice);
    papers.push(...slice.flatMap((id) => loaded.get(id) ?? []));
  }
  return papers;
}
