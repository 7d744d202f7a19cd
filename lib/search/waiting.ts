import type { PaperId } from '../domain/paper.ts';
import { type BuiltSegment, buildSegment } from './build-segment.ts';
import type { Part } from './fields.ts';
import { type FieldTexts, tokensByPaper } from './paper-tokens.ts';
import type { Breather } from './pause.ts';
import { countOwned, type View, type ViewSegment } from './view.ts';

/** Papers that are looked through though the index does not hold them, at most; the newest ones. */
const MOST_SCANNED = 300;
/** The slot of what is indexed in memory alone. */
const IN_MEMORY = 0xffff;

/** Papers of which a part is not indexed as it is now, ascending. */
export type Due = Record<Part, PaperId[]>;

/** Those that are looked through, and how many are not. */
export function chooseScanned({ text, said }: Due): { scanned: Due; waiting: number } {
  const due = inEither(text, said);
  const first = due[Math.max(0, due.length - MOST_SCANNED)] ?? 0;
  const chosen = (ids: readonly PaperId[]) => ids.slice(ids.findLastIndex((id) => id < first) + 1);
  return { scanned: { text: chosen(text), said: chosen(said) }, waiting: Math.max(0, due.length - MOST_SCANNED) };
}

/** Two ascending lists as one, each paper once. A whole import may be waiting, so nothing is sorted. */
function inEither(a: readonly PaperId[], b: readonly PaperId[]): PaperId[] {
  const either: PaperId[] = [];
  for (let [atA, atB] = [0, 0]; atA < a.length || atB < b.length; ) {
    const next = Math.min(a[atA] ?? Number.POSITIVE_INFINITY, b[atB] ?? Number.POSITIVE_INFINITY);
    either.push(next);
    if (a[atA] === next) atA += 1;
    if (b[atB] === next) atB += 1;
  }
  return either;
}

/** Papers indexed in memory, with the texts of which they were made. */
export interface Scan {
  texts: string;
  built: Record<Part, BuiltSegment>;
}

/** Indexes the texts of papers in memory. @param last an earlier scan, which is used again when the texts are the same */
export async function scan(
  texts: Record<Part, ReadonlyMap<PaperId, FieldTexts>>,
  last: Scan | undefined,
  breather: Breather,
): Promise<Scan> {
  const print = JSON.stringify([...texts.text, 0, ...texts.said]);
  if (last?.texts === print) return last;
  const text = await buildSegment(tokensByPaper(texts.text), breather);
  const said = await buildSegment(tokensByPaper(texts.said), breather);
  return { texts: print, built: { text, said } };
}

/** What is in memory alone, as segments. */
export function scannedSegments({ built }: Scan): ViewSegment[] {
  const parts: Part[] = ['text', 'said'];
  return parts.map((part) => {
    const { firstKeys, blocks } = built[part];
    return { part, slot: IN_MEMORY, firstKeys, blocks: { inMemory: blocks } };
  });
}

/**
 * The view in which parts that are not indexed as they are now count only as they were scanned. A paper whose text is
 * neither is not found at all, nor one that is removed.
 * @param scanned the papers that were to be scanned; the scan holds those of them that are there
 */
export function overlaid(view: View, due: Due, scanned: Due, { built }: Scan): View {
  const last = Math.max(due.text.at(-1) ?? 0, due.said.at(-1) ?? 0);
  const size = Math.max(view.owners.text.length, last + 1);
  const owners = { text: new Uint16Array(size), said: new Uint16Array(size) };
  owners.text.set(view.owners.text);
  owners.said.set(view.owners.said);
  const present = new Set(built.said.papers);
  // A paper that may not be read is removed, whichever of its parts asks to be indexed.
  for (const id of scanned.said) if (!present.has(id)) owners.text[id] = 0;
  for (const id of due.text) owners.text[id] = 0;
  for (const id of due.said) owners.said[id] = 0;
  for (const id of built.text.papers) owners.text[id] = IN_MEMORY;
  for (const id of built.said.papers) owners.said[id] = IN_MEMORY;
  return { segments: view.segments, owners, papers: countOwned(owners.text) };
}
