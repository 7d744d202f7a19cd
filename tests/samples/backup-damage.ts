import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BackupReason } from '../../lib/backup/failure.ts';
import { linesOf, sampleBackup } from './backup.ts';
import { sealed } from './backup-bytes.ts';
import { type BadFile, bad, editedFiles } from './backup-edits.ts';
import { misfits } from './backup-misfits.ts';
import { wholeBackup } from './backup-whole.ts';

const MB = 1_000_000;
const lines = linesOf(wholeBackup());
const [header = '', ...records] = lines;

/** Some hundred bad files of every kind that there is. */
export function badFiles(): BadFile[] {
  return [...cuts(), ...flips(), ...misfits(), ...encodings(), ...others(), ...huge(), ...editedFiles()];
}

const plain = () => sealed(linesOf(sampleBackup(40)));

function cuts(): BadFile[] {
  const [text, packed] = [plain(), gzipSync(plain())];
  const cut = (name: string, bytes: Uint8Array, percent: number): BadFile => ({
    name: `${name}, cut at ${percent} %`,
    bytes: () => bytes.subarray(0, Math.floor((bytes.length * percent) / 100)),
    reasons: percent === 0 ? ['empty'] : ['cut-off'],
  });
  return Array.from({ length: 100 }, (_, percent) => percent).flatMap((percent) => [
    cut('packed', packed, percent),
    cut('unpacked', text, percent),
  ]);
}

const DAMAGE: BackupReason[] = [
  'compression',
  'cut-off',
  'checksum',
  'not-json',
  'encoding',
  'record-kind',
  'record-shape',
  'header',
  'not-a-backup',
  'newer-version',
  'dangling',
  'duplicate',
  'nesting',
  'after-end',
];
// Time, flags and system in the head of a gzip file say nothing of its content.
const GZIP_HEAD = 10;

function flips(): BadFile[] {
  const [text, packed] = [plain(), gzipSync(plain())];
  const flip = (name: string, bytes: Uint8Array, from: number, number: number): BadFile => {
    const place = from + Math.floor(((bytes.length - from - 1) * number) / 99);
    return {
      name: `${name}, byte ${place} flipped`,
      bytes: () => Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ (1 << (number % 8)) : byte)),
      reasons: DAMAGE,
    };
  };
  return Array.from({ length: 100 }, (_, number) => number).flatMap((number) => [
    flip('packed', packed, GZIP_HEAD, number),
    flip('unpacked', text.subarray(0, -1), 0, number),
  ]);
}

function encodings(): BadFile[] {
  const text = sealed(lines).toString();
  const swapped = () => Buffer.from(text, 'utf16le').swap16();
  const mark = (bytes: Buffer, ...first_: number[]) => Buffer.concat([Buffer.from(first_), bytes]);
  return [
    bad(
      'UTF-8 with a byte order mark',
      'encoding',
      1,
      () => mark(Buffer.from(text), 0xef, 0xbb, 0xbf),
      'byte-order-mark',
    ),
    bad('UTF-16', 'encoding', 1, () => Buffer.from(text, 'utf16le'), 'utf-16'),
    bad('UTF-16 with a mark', 'encoding', 1, () => mark(Buffer.from(text, 'utf16le'), 0xff, 0xfe), 'utf-16'),
    bad('UTF-16, the other way', 'encoding', 1, () => swapped(), 'utf-16'),
    bad('UTF-16, the other way, with a mark', 'encoding', 1, () => mark(swapped(), 0xfe, 0xff), 'utf-16'),
    bad('Latin-1', 'encoding', 2, () => Buffer.from(text.replace('SECRET title', 'Sécrét'), 'latin1')),
    bad('line breaks of Windows', 'checksum', lines.length + 1, () => Buffer.from(text.replaceAll('\n', '\r\n'))),
    bad('line breaks of old Macs', 'cut-off', 1, () => Buffer.from(text.replaceAll('\n', '\r'))),
    bad('packed UTF-16', 'encoding', 1, () => gzipSync(Buffer.from(text, 'utf16le')), 'utf-16'),
  ];
}

const STARTS: readonly [name: string, text: string][] = [
  ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['an archive', 'PK\x03\x04\x14\0\0\0\x08\0'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
  ['a web page', '<!doctype html>\n<html></html>'],
  ['a text digest', 'Daily Papers\n\nMay 12\n\nA title\n\nAn abstract.\n'],
  ['a list as JSON', '[{"title":"A"}]\n'],
  ['a JSON object', '{\n  "papers": []\n}\n'],
  ['a number', '12'],
  ['a line break', '\n'],
  ['a NUL', '\0'],
  ['a prototype', '{"__proto__":{"format":"gleaner-backup","version":1}}\n'],
];

function others(): BadFile[] {
  return [
    bad('nothing', 'empty', 1, () => new Uint8Array()),
    bad('packed nothing', 'empty', 1, () => gzipSync('')),
    ...STARTS.flatMap(([name, text]) => [
      bad(name, 'not-a-backup', 1, () => Buffer.from(text, 'latin1')),
      bad(`packed: ${name}`, 'not-a-backup', 1, () => gzipSync(Buffer.from(text, 'latin1'))),
    ]),
    { ...bad('packed twice', 'not-a-backup', 1, () => gzipSync(gzipSync(sealed(lines)))) },
    {
      name: 'two packed backups',
      bytes: () => twice(gzipSync(sealed(lines))),
      reasons: ['compression', 'cut-off', 'after-end'],
    },
    {
      name: 'gzip by its first bytes only',
      bytes: () => Buffer.from([0x1f, 0x8b, ...randomBytes(5_000)]),
      reasons: ['compression', 'cut-off'],
    },
    { name: 'half of the first bytes of gzip', bytes: () => Buffer.from([0x1f]), reasons: ['not-a-backup'] },
  ];
}

function twice(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, bytes]);
}

/** Sizes and depths that must cost neither memory nor time. */
function huge(): BadFile[] {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const within = (text: string) => sealed([header, text, ...records]);
  return [
    ...['[', '{"a":', 'a', ' ', '\n', '0', '"', '{"format":"gleaner-backup",'].map((text) =>
      bad(`50 MB of ${JSON.stringify(text)}`, 'not-a-backup', 1, () => Buffer.alloc(50 * MB, text)),
    ),
    bad('50 MB of zeros', 'not-a-backup', 1, () => Buffer.alloc(50 * MB)),
    bad('50 MB by chance', 'not-a-backup', 1, () => mixed(50 * MB)),
    bad('200 MB of zeros, packed', 'not-a-backup', 1, () => gzipSync(Buffer.alloc(200 * MB))),
    bad('a line of 100 MB', 'too-long', 2, () => within(`{"paper":"${'a'.repeat(100 * MB)}"}`)),
    bad('a line of 100 MB, packed', 'too-long', 2, () => gzipSync(within(`{"paper":"${'a'.repeat(100 * MB)}"}`))),
    bad('a record 10,000 deep', 'record-shape', 2, () => within(`{"paper":${deep(10_000)}}`)),
    bad('a record 8,000,000 deep', 'nesting', 2, () => within(`{"paper":${deep(8 * MB)}}`)),
    bad('objects 10,000 deep', 'record-shape', 2, () => within(`${'{"paper":'.repeat(10_000)}1${'}'.repeat(10_000)}`)),
    bad('a header 8,000 deep', 'not-a-backup', 1, () => sealed([deep(8_000)])),
    bad('a million empty lines', 'not-json', 2, () => sealed([header, '\n'.repeat(MB)])),
    bad('a list of a million numbers', 'record-shape', 2, () => within(`{"paper":[${'1,'.repeat(MB)}1]}`)),
  ];
}

/** Bytes without any order that are the same every time, and no text. */
function mixed(length: number): Uint8Array {
  const words = new Uint32Array(length / 4);
  let state = 1;
  for (let index = 0; index < words.length; index += 1) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    words[index] = state | 0x80;
  }
  return new Uint8Array(words.buffer);
}
