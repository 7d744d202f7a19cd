import { bibtex } from '../../lib/exporters/bibtex.ts';
import type { Exporter } from '../../lib/exporters/exporter.ts';
import { exporters } from '../../lib/exporters/registry.ts';
import { SAMPLE_FILES } from '../e2e/import-files.ts';
import { listedPaper } from './listed-paper.ts';
import { wholeExport } from './whole-export.ts';

/** A file that something went wrong with. */
export interface DamagedFile {
  name: string;
  file(): File;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const OPTIONS = { exportedAt: '2026-11-22T08:00:00.000Z' };
const PAPERS = Array.from({ length: 12 }, (_, place) =>
  listedPaper({
    paper: {
      title: `Beans of Kind ${place} & $x^${place}$`,
      authors: ['Ada Sprout', 'Gemini Team, Google'],
      abstract: 'We dig a row, wait for rain, and write down what comes up.',
      identifiers: [`arxiv:2101.0000${place % 10}`],
      published: '2021-01-02',
    },
    entry: { tags: ['garden'], note: 'mine', status: 'read' },
  }),
);
const written = (exporter: Exporter) => wholeExport(exporter, PAPERS, OPTIONS);

const WHOLE: readonly { name: string; text: string }[] = [
  ...SAMPLE_FILES.map(({ name, text }) => ({ name, text })),
  ...[...exporters.values()].map((exporter) => ({ name: `all.${exporter.extension}`, text: written(exporter) })),
];

type Damage = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const at = (bytes: Uint8Array, part: number) => Math.floor(bytes.length * part);
const DAMAGES: readonly (readonly [string, Damage])[] = [
  ...[0.02, 0.25, 0.5, 0.9].map((part): [string, Damage] => [
    `cut at ${part}`,
    (bytes) => bytes.slice(0, at(bytes, part)),
  ]),
  ['cut at its beginning', (bytes) => bytes.slice(at(bytes, 0.4))],
  [
    'with a flipped bit in every hundredth byte',
    (bytes) => bytes.map((byte, place) => (place % 100 === 50 ? byte ^ 8 : byte)),
  ],
  ['with bytes swapped', (bytes) => bytes.map((byte, place) => bytes[place % 64 < 2 ? place ^ 1 : place] ?? byte)],
  ['reversed', (bytes) => bytes.slice().reverse()],
];

const damaged = WHOLE.flatMap(({ name, text }, index) =>
  DAMAGES.map(([how, damage]) => ({
    name: `${index} ${name} ${how}`,
    file: () => new File([damage(utf8(text))], name),
  })),
);

const MISNAMED = WHOLE.map(({ name, text }, index) => {
  const other = WHOLE[(index + 3) % WHOLE.length]?.name ?? '';
  return { name: `${index} ${name} named ${other}`, file: () => new File([text], other) };
});

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['nothing', 'x.bib', ''],
  ['line ends', 'x.ris', '\r\n\r\n\r\n'],
  ['a prototype', 'x.json', '[{"__proto__":{"title":"x"},"constructor":{"prototype":{"polluted":1}}}]'],
  [
    'a prototype of papers',
    'x.json',
    '{"__proto__":{"polluted":1},"papers":{"__proto__":{"id":"__proto__","title":"x"}},"__dataVersion":1}',
  ],
  ['fields of a prototype', 'x.bib', '@misc{__proto__, __proto__={x}, constructor={y}, toString={z}}'],
  ['columns of a prototype', 'x.csv', '__proto__,constructor,title\n1,2,\n'],
  ['numbers for texts', 'x.json', '[{"title":{"a":1},"author":7,"issued":[],"DOI":[[]],"note":{}}]'],
  [
    'lists for texts',
    'x.json',
    '{"papers":{"a":{"id":"a","title":["x"],"author":{},"tags":{"0":"y"},"addDate":[]}},"__dataVersion":1}',
  ],
  ['a newer export', 'x.json', '{"format":"gleaner","version":99,"papers":7}'],
  ['an entry within an entry', 'x.bib', '@misc{a, title={@misc{b, title={c}}}'],
  ['a backup of nothing', 'x.ndjson', '{"format":"gleaner-backup"}'],
  ['gzip that is none', 'x.gz', '\u001f\u008b'],
];

/** Of 50 million characters in one line each, or as deep. */
const HUGE: readonly (readonly [string, string, () => string])[] = [
  ['letters', 'x.txt', () => 'a'.repeat(50_000_000)],
  ['open brackets', 'x.json', () => '['.repeat(50_000_000)],
  ['open objects', 'x.json', () => '{"a":'.repeat(10_000_000)],
  ['open entries', 'x.bib', () => '@misc{a, title={'.repeat(3_000_000)],
  ['entries without values', 'x.bib', () => '@misc{a,'.repeat(6_000_000)],
  ['braces in a title', 'x.bib', () => `@misc{a, title={${'{'.repeat(20_000_000)}${'}'.repeat(20_000_000)}}}`],
  ['commas', 'x.csv', () => ','.repeat(20_000_000)],
  ['quotes', 'x.csv', () => `Title,DOI\n${'"'.repeat(10_000_000)}`],
  ['open folders', 'x.html', () => `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><H3>a</H3>'.repeat(1_000_000)}`],
  ['open links', 'x.html', () => `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<A HREF="'.repeat(5_000_000)}`],
  ['half addresses', 'x.txt', () => 'https://'.repeat(6_000_000)],
  ['half identifiers', 'x.txt', () => '10.1234/'.repeat(6_000_000)],
  ['one tag of RIS', 'x.ris', () => `TY  - JOUR\nTI  - ${'x'.repeat(50_000_000)}\nER  - `],
  ['more than 100 MB', 'x.txt', () => 'a'.repeat(100_000_001)],
];

/** More than 200 files that are damaged, misnamed, hostile or far too long. */
export const DAMAGED_FILES: readonly DamagedFile[] = [
  ...damaged,
  ...MISNAMED,
  ...HOSTILE.map(([what, name, text]) => {
    const bytes = name.endsWith('.gz') ? Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3) : utf8(text);
    return { name: what, file: () => new File([bytes], name) };
  }),
  ...[...'\u00e9\u00fc\u00df'].map((letter) => ({
    name: `Latin-1 with ${letter}`,
    file: () => new File([Uint8Array.from(`${written(bibtex)}${letter} ok`, (one) => one.charCodeAt(0))], 'x.bib'),
  })),
];
export const HUGE_FILES: readonly DamagedFile[] = HUGE.map(([what, name, text]) => ({
  name: what,
  file: () => new File([text()], name),
}));
