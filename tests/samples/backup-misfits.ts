import type { Backup } from '../../lib/domain/backup.ts';
import { linesOf } from './backup.ts';
import { sealed } from './backup-bytes.ts';
import { type BadFile, bad } from './backup-edits.ts';
import { wholeBackup } from './backup-whole.ts';

const lines = linesOf(wholeBackup());
const [header = '', ...records] = lines;

/** Lines that are sound by themselves and do not go together, and lines that do not belong. */
export function misfits(): BadFile[] {
  const end = lines.length + 1;
  const paper = () => first(wholeBackup().papers);
  const headerWith = (change: object) => JSON.stringify({ ...JSON.parse(header), ...change });
  const counts = wholeBackup().header.counts;
  const other = () => ({ ...paper(), descriptions: [], words: [], sightings: [] });
  return [
    bad('a paper twice', 'duplicate', 3, () => edited(({ papers }) => papers.push(paper())), 'paper.id'),
    bad(
      'a description in two papers',
      'duplicate',
      3,
      () => edited(({ papers }) => papers.push({ ...other(), id: 'two', descriptions: paper().descriptions.slice(1) })),
      'paper.descriptions.0.key',
    ),
    bad('a digest twice', 'duplicate', 6, () => edited(({ digests }) => digests.push(first(digests))), 'digest.key'),
    bad(
      'a sighting twice',
      'duplicate',
      2,
      () => edited(({ papers }) => first(papers).sightings.push(first(first(papers).sightings))),
      'paper.sightings.2',
    ),
    bad(
      'the words of a name twice',
      'duplicate',
      2,
      () => edited(({ papers }) => first(papers).words.push(first(first(papers).words))),
      'paper.words.1.key',
    ),
    bad('a digest missing', 'dangling', 2, () => edited(({ digests }) => digests.shift()), 'paper.sightings.digestKey'),
    bad(
      'a sighting under another name',
      'dangling',
      2,
      () => edited(({ papers }) => Object.assign(first(first(papers).sightings), { as: 'title:other' })),
      'paper.sightings.0.as',
    ),
    bad(
      'words under another name',
      'dangling',
      2,
      () => edited(({ papers }) => Object.assign(first(first(papers).words), { key: 'title:other' })),
      'paper.words.0.key',
    ),
    bad(
      'a key that is not its identifiers',
      'record-shape',
      2,
      () => edited(({ papers }) => Object.assign(first(first(papers).descriptions), { key: 'arxiv:2605.99999' })),
      'paper.descriptions.0.key',
    ),
    bad(
      'keys out of order',
      'record-shape',
      2,
      () => edited(({ papers }) => first(first(papers).descriptions).titleKeys.reverse()),
      'paper.descriptions.0.titleKeys',
    ),
    ...(['papers', 'digests', 'sightings'] as const).map((kind) =>
      bad(
        `a wrong number of ${kind}`,
        'counts',
        end,
        () => sealed([headerWith({ counts: { ...counts, [kind]: 7 } }), ...records]),
        `counts.${kind}`,
      ),
    ),
    bad('a later version', 'newer-version', 1, () => sealed([headerWith({ version: 2, what: 1 }), 'anything'])),
    bad('version 0', 'header', 1, () => sealed([headerWith({ version: 0 }), ...records])),
    bad('version as a text', 'header', 1, () => sealed([headerWith({ version: '2' }), ...records])),
    bad('another format', 'not-a-backup', 1, () => sealed([headerWith({ format: 'other' }), ...records])),
    bad('a header alone', 'cut-off', 1, () => Buffer.from(`${header}\n`)),
    bad('no checksum', 'cut-off', lines.length, () => Buffer.from(`${lines.join('\n')}\n`)),
    bad('no header', 'not-a-backup', 1, () => sealed(records)),
    bad('another checksum', 'checksum', end, () => spoiled()),
    bad('two checksums', 'after-end', end + 1, () => Buffer.concat([sealed(lines), sealed([])])),
    bad('two backups in one', 'after-end', end + 1, () => Buffer.concat([sealed(lines), sealed(lines)])),
    bad('an empty line', 'not-json', 2, () => sealed([header, '', ...records])),
    bad('two records in a line', 'not-json', 2, () => sealed([header, `${records[0]}${records[1]}`])),
    bad('a record of no kind', 'record-kind', 2, () => sealed([header, '{}'])),
    bad('a record of two kinds', 'record-kind', 2, () => sealed([header, '{"apart":{},"merge":{}}'])),
    bad('a record of an unknown kind', 'record-kind', 2, () => sealed([header, '{"shelf":{}}'])),
    ...['null', '1', '"text"', '[]', '[{"paper":{}}]', 'true'].map((text) =>
      bad(`${text} for a record`, 'record-kind', 2, () => sealed([header, text])),
    ),
    ...['NaN', 'undefined', "{'paper':1}", '{"paper":', '{"order":01}', '{"a":"\t"}'].map((text) =>
      bad(`${text} for a record`, 'not-json', 2, () => sealed([header, text])),
    ),
    ...['yesterday', '2026-05-12', '2026-13-12T08:00:00.000Z', '2026-05-12T25:00:00.000Z', ' ', '0'].map((date) =>
      bad(
        `added ${date}`,
        'record-shape',
        2,
        () => edited(({ papers }) => Object.assign(first(papers), { addedAt: date })),
        'paper.addedAt',
      ),
    ),
    ...['1e999', '-1e999'].map((number) =>
      bad(
        `order ${number}`,
        'record-shape',
        2,
        () => sealed(lines.map((line) => line.replace('"order":1024', `"order":${number}`))),
        'paper.order',
      ),
    ),
    ...['javascript:alert(1)', 'data:text/html,x', 'https://a:b@example.org/', 'file:///etc/passwd', 'none'].map(
      (link) =>
        bad(
          `a page at ${link}`,
          'record-shape',
          2,
          () => edited(({ papers }) => Object.assign(first(first(papers).descriptions).facts, { page: link })),
          'paper.descriptions.0.facts.page',
        ),
    ),
  ];
}

function spoiled(): Uint8Array {
  const text = sealed(lines).toString();
  const place = text.length - 10;
  return Buffer.from(`${text.slice(0, place)}${text[place] === '0' ? '1' : '0'}${text.slice(place + 1)}`);
}

/** A backup changed as a whole, with the checksum that then belongs to it. */
function edited(edit: (backup: Backup) => void): Uint8Array {
  const backup = wholeBackup();
  edit(backup);
  return sealed(linesOf(backup));
}

const first = <Item>([item]: readonly Item[]): Item => item ?? fail();

function fail(): never {
  throw new Error('The sample has no such record');
}
