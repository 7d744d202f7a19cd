import type { GleanerDatabase } from './database.ts';

/** What a library is known by, to be written down beside it, so that its loss is noticed. */
export interface Mirror {
  /** The library's own name: random, made with it. */
  library: string;
  papers: number;
  /** Whether the user has said anything of any of them. */
  hasWords: boolean;
}

/** What a look at the library finds; nothing of it is counted by walking. */
export interface Stock {
  /** Undefined in a library that has no name: a new one, or one whose tables were emptied. */
  library: string | undefined;
  /** As counted when papers came; undefined where no count is. */
  papers: number | undefined;
  hasWords: boolean;
  /** Whether a table holds nothing although the counts say otherwise. */
  isHollow: boolean;
}

/** Looks what is there: a handful of first keys and counters. */
export async function takeStock(db: GleanerDatabase): Promise<Stock> {
  return db.transaction('r', [...STOCK_TABLES, 'counters', 'meta'], async () => {
    const [name, counts] = await Promise.all([
      db.meta.get('library'),
      db.counters.bulkGet(['papers', 'digests', 'sightings', 'spoken']),
    ]);
    const [papers, digests, sightings, spoken] = counts.map((row) => row?.value);
    const hasAny = async (table: (typeof STOCK_TABLES)[number]) =>
      (await db.table(table).limit(1).primaryKeys()).length > 0;
    const due = [
      [papers, 'paperPacks'],
      [papers, 'entryPacks'],
      [papers, 'columns'],
      [papers, 'keyBuckets'],
      [digests, 'digests'],
      [sightings, 'members'],
    ] as const;
    const hollow = await Promise.all(due.map(async ([count, table]) => (count ?? 0) > 0 && !(await hasAny(table))));
    return {
      library: typeof name?.value === 'string' ? name.value : undefined,
      papers,
      hasWords: (spoken ?? 0) > 0,
      isHollow: hollow.some(Boolean) || (papers === undefined && (await hasAny('paperPacks'))),
    };
  });
}

const STOCK_TABLES = ['paperPacks', 'entryPacks', 'columns', 'keyBuckets', 'digests', 'members'] as const;

/**
 * Whether the library has lost what it held when the mirror was written: it is another one, or a table is empty that was
 * not. Fewer papers are no loss: the user may have cleared them just before the worker was stopped.
 */
export function isLost(stock: Stock, mirror: Mirror): boolean {
  if (mirror.papers === 0) return false;
  if (stock.library !== mirror.library || stock.isHollow || stock.papers === undefined) return true;
  return mirror.hasWords && !stock.hasWords;
}

/** The mirror of the library as it is; gives the library a name if it has none yet. */
export async function mirrorOf(db: GleanerDatabase): Promise<Mirror> {
  const stock = await takeStock(db);
  const library = stock.library ?? (await nameLibrary(db));
  return { library, papers: stock.papers ?? 0, hasWords: stock.hasWords };
}

async function nameLibrary(db: GleanerDatabase): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get('library');
    if (typeof known?.value === 'string') return known.value;
    const name = crypto.randomUUID();
    await db.meta.put({ key: 'library', value: name });
    return name;
  });
}

/** Reads a mirror as it was written down; undefined for anything else. */
export function readMirrorFrom(value: unknown): Mirror | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [library, papers, hasWords] = ['library', 'papers', 'hasWords'].map((name): unknown =>
    Reflect.get(value, name),
  );
  if (typeof library !== 'string' || typeof papers !== 'number' || typeof hasWords !== 'boolean') return undefined;
  return { library, papers, hasWords };
}
