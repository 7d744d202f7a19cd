import type { ListedPaper } from '../domain/listed-paper.ts';
import type { PaperId } from '../domain/paper.ts';
import type { ExportOptions } from '../exporters/exporter.ts';
import { obsidian } from '../exporters/obsidian.ts';
import { loadListed } from '../library/queries.ts';
import { type GivenKeys, readGivenKeys } from './citation-keys.ts';
import { type FormatId, hasGroups, hasKeys } from './export-choices.ts';
import { type Arrangement, arrange } from './export-order.ts';
import { exporterOf } from './make-file.ts';
import { formatOptions, type ListToWrite } from './reading-list.ts';
import type { World } from './world.ts';

/** As many papers as it takes to see what the next one will look like. */
const PAPERS = 3;
const MOST_SIGNS = 12_000;

export interface Preview {
  /** The beginning of the file. */
  text: string;
  /** Papers in it. */
  papers: number;
  /** How many papers of the whole list keep the citation key that they have; undefined where the format has no keys. */
  kept: number | undefined;
}

/**
 * Starts to show what files would look like. Nothing is kept of it: papers get their keys when they are exported. What
 * takes long with a long list, its order, is done once for as long as list and order stay.
 */
export function startPreviews(world: World) {
  let last: (Arrangement & { of: readonly PaperId[]; ids: readonly PaperId[] }) | undefined;
  const arranged = async (of: readonly PaperId[], { order, groupBy }: Arrangement, signal: AbortSignal) => {
    if (last?.of === of && last.order === order && last.groupBy === groupBy) return last.ids;
    const ids = await arrange(world, of, { order, groupBy }, { signal });
    last = { of, order, groupBy, ids };
    return ids;
  };
  /** @throws the reason of `signal` when it aborts; what the library fails with */
  return async (list: ListToWrite, signal: AbortSignal): Promise<Preview> => {
    const { format, order = 'listed', groupBy = 'none' } = list;
    const ids = await arranged(list.ids, { order, groupBy: hasGroups(format) ? groupBy : 'none' }, signal);
    const first = ids.slice(0, PAPERS);
    const loaded = await loadListed(world.db, first);
    const papers = first.flatMap((id) => loaded.get(id) ?? []);
    const given = hasKeys(format) ? await readGivenKeys(world, signal) : undefined;
    signal.throwIfAborted();
    const exportedAt = new Date(world.nowMs()).toISOString();
    const options = { exportedAt, ...formatOptions(list), ...(given ? keysOf(given, loaded) : {}) };
    const text = beginning(format, papers, options).slice(0, MOST_SIGNS);
    return { text, papers: papers.length, kept: given?.countIn(list.ids) };
  };
}

function keysOf(given: GivenKeys, loaded: ReadonlyMap<PaperId, ListedPaper>) {
  const keyOf = (id: PaperId) => given.settled(id, loaded.get(id)?.entry.citationKey);
  return { keyOf, isKeyTaken: given.isTaken };
}

function beginning(format: FormatId, papers: readonly ListedPaper[], options: ExportOptions): string {
  if (format === 'obsidian') {
    const writer = obsidian.startFiles(options);
    const files = [...writer.write(papers), ...writer.end()];
    return files.map(({ name, text }) => `${name}\n${'─'.repeat(24)}\n${text}`).join('\n\n');
  }
  const writer = exporterOf(format).start(options);
  const whole = writer.head + writer.write(papers) + writer.end();
  // Of a web page the looks are the longest part and the one that tells least.
  return whole.replace(/^\ufeff/, '').replace(/<style>[^<]*<\/style>/, '<style>…</style>');
}
