import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  type BackupCounts,
  type BackupPaper,
  type BackupRecord,
} from '../../lib/domain/backup.ts';
import type { Description } from '../../lib/domain/description.ts';
import type { Digest } from '../../lib/domain/digest.ts';
import { orderOf } from '../../lib/domain/shelf.ts';

const SEEN_AT = '2026-05-12T08:00:00.000Z';
const SOURCE = 'huggingface-data';
const CLOCK = '0mp2k3x1a-0000-here';

/** The lines between header and checksum, in the order in which a library writes them. */
export function recordsOf({ papers, digests, apart, merges }: Omit<Backup, 'header'>): BackupRecord[] {
  return [
    ...papers.map((paper) => ({ paper })),
    ...digests.map((digest) => ({ digest })),
    ...apart.map((pair) => ({ apart: pair })),
    ...merges.map((merge) => ({ merge })),
  ];
}

export function countsOf({ papers, digests }: Omit<Backup, 'header'>): BackupCounts {
  const sightings = papers.reduce((sum, paper) => sum + paper.sightings.length, 0);
  return { papers: papers.length, digests: digests.length, sightings };
}

/** A backup with its header. */
export function backupOf(content: Omit<Backup, 'header'>): Backup {
  const header = { format: BACKUP_FORMAT, version: BACKUP_VERSION, app: '0.2.0', exportedAt: SEEN_AT } as const;
  return { header: { ...header, counts: countsOf(content) }, ...content };
}

/** The lines of a backup as it is written, without the checksum. */
export function linesOf(backup: Backup): string[] {
  return [JSON.stringify(backup.header), ...recordsOf(backup).map((record) => JSON.stringify(record))];
}

/** Records as a library gives them. */
export async function* recordsInTurn(backup: Omit<Backup, 'header'>): AsyncGenerator<BackupRecord> {
  yield* recordsOf(backup);
}

/** Bytes as a stream in chunks, as a file comes from a disk. */
export function streamOf(bytes: Uint8Array, chunk = 65_536): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(Uint8Array.from(bytes.subarray(at, at + chunk)));
      at += chunk;
    },
  });
}

const WORDS =
  `we study how well large models do a thing that they were not made for and find that it depends on data over
twelve tasks from arithmetic to “poetry” a simple change of prompt is worth points (p < 0.01) attention gradient token
sparse dense reward policy diffusion latent retrieval benchmark multimodal reasoning alignment inference kernel graph
convergence bound theorem robust efficient scaling régression Bayésien 漢字 $x^2$ state-of-the-art code release`.split(
    /\s+/,
  );

/** Some 1,100 letters that pack about as badly as an abstract. */
function abstractOf(number: number): string {
  let state = number + 1;
  return Array.from({ length: 170 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = WORDS[(state >>> 8) % WORDS.length] ?? '';
    return state % 7 === 0 ? `${word}${(state >>> 16).toString(36)}` : word;
  }).join(' ');
}

const DIGESTS = 30;

function digestKey(number: number): string {
  return `huggingface:day:2026-04-${String(1 + (number % DIGESTS)).padStart(2, '0')}`;
}

/** Paper number `number` of a library: as large as most, and one in seven with words, two names, or more sightings. */
export function samplePaper(number: number): BackupPaper {
  const key = `arxiv:2604.${String(number).padStart(5, '0')}` as const;
  const title = `Paper ${number}: A Study of Thing ${number * 7}, With “Quotes” and 漢字`;
  const titleKeys = [`paper${number}astudyofthing${number * 7}withquotesand漢字`];
  const preprint: Description = {
    key,
    identifiers: [key],
    titleKeys,
    facts: {
      title,
      abstract: abstractOf(number),
      authors: Array.from({ length: 8 }, (_, author) => `Author ${author} Number-${number % 997}`),
      published: '2026-04-01',
      page: `https://huggingface.co/papers/2604.${number}`,
    },
    sources: { title: SOURCE, abstract: SOURCE, authors: SOURCE, published: SOURCE, page: SOURCE },
  };
  const named: Description = {
    key: `title:${titleKeys[0]}`,
    identifiers: [],
    titleKeys,
    facts: { title },
    sources: { title: 'text-file' },
  };
  const hasTwoNames = number % 7 === 1;
  const seen = { digestKey: digestKey(number), as: key, rank: 1 + (number % 50), upvotes: number % 300 };
  return {
    id: `paper${String(number).padStart(11, '0')}`,
    descriptions: hasTwoNames ? [preprint, named] : [preprint],
    addedAt: SEEN_AT,
    order: orderOf(SEEN_AT, 1 + (number % 50)) - 1024 * Math.floor(number / 50),
    words: number % 7 === 2 ? [{ key, said: everyWord(number) }] : [],
    sightings: [
      { ...seen, seenAt: SEEN_AT, lastSeenAt: SEEN_AT },
      ...(hasTwoNames
        ? [{ digestKey: digestKey(number + 1), as: named.key, rank: 3, seenAt: SEEN_AT, lastSeenAt: SEEN_AT }]
        : []),
    ],
  };
}

function everyWord(number: number): BackupPaper['words'][number]['said'] {
  return {
    status: { value: 'read', clock: CLOCK },
    starred: { value: number % 2 === 0, clock: CLOCK },
    tags: { value: ['to cite', '漢字'], clock: CLOCK },
    note: { value: `Read twice.\nCompare with ${number}.`, clock: CLOCK },
    removed: { value: false, clock: CLOCK },
  };
}

/** A library of so many papers, as a backup of it would hold it; the same every time. */
export function sampleBackup(papers: number): Backup {
  const all = Array.from({ length: papers }, (_, number) => samplePaper(number));
  const sizes = new Map<string, number>();
  for (const { digestKey: key } of all.flatMap(({ sightings }) => sightings)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const digests = [...sizes].map(([key, size]): Digest => {
    const date = { unit: 'day' as const, year: 2026, month: 4, day: Number(key.slice(-2)) };
    return { key, site: 'huggingface', kind: 'day', date, firstSeenAt: SEEN_AT, lastSeenAt: SEEN_AT, size };
  });
  return backupOf({
    papers: all,
    digests,
    apart: papers > 1 ? [{ keys: ['arxiv:2604.00000', 'arxiv:2604.00001'] }] : [],
    merges: all.flatMap(({ descriptions: [kept, absorbed] }) =>
      kept && absorbed ? [mergeOf(kept.key, absorbed.key)] : [],
    ),
  });
}

function mergeOf(kept: string, absorbed: string): Backup['merges'][number] {
  return { at: SEEN_AT, kept: [kept], absorbed: [absorbed], because: [absorbed] };
}
