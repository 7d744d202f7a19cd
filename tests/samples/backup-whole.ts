import type { Backup, BackupPaper } from '../../lib/domain/backup.ts';
import type { Digest } from '../../lib/domain/digest.ts';
import { backupOf } from './backup.ts';

const AT = '2026-05-12T08:00:00.000Z';
const CLOCK = '0mp2k3x1a-0000-here';
const SOURCE = 'huggingface-data';
/** Stands in every text of the backup below, and must stand in nothing that is said of a file that is refused. */
export const SECRET = 'SECRET';

const paper: BackupPaper = {
  id: 'one',
  descriptions: [
    {
      key: 'arxiv:2605.00001 doi:10.1000/secret',
      identifiers: ['arxiv:2605.00001', 'doi:10.1000/secret'],
      titleKeys: ['secretpapers', 'secrettitle'],
      facts: {
        title: `${SECRET} title`,
        authors: [`${SECRET} Author`],
        abstract: `${SECRET} abstract`,
        published: '2026-05-12',
        venue: SECRET,
        thumbnail: `https://example.org/${SECRET}.png`,
        organisation: SECRET,
        keywords: [SECRET],
        page: `https://example.org/${SECRET}`,
        pdf: `https://example.org/${SECRET}.pdf`,
        code: `https://example.org/${SECRET}/code`,
        project: `https://example.org/${SECRET}/project`,
      },
      sources: {
        title: SOURCE,
        authors: SOURCE,
        abstract: SOURCE,
        published: SOURCE,
        venue: SOURCE,
        thumbnail: SOURCE,
        organisation: SOURCE,
        keywords: SOURCE,
        page: SOURCE,
        pdf: SOURCE,
        code: SOURCE,
        project: SOURCE,
      },
    },
    {
      key: 'title:secrettitle|lovelace',
      identifiers: [],
      titleKeys: ['secrettitle'],
      facts: { title: `${SECRET} title` },
      sources: { title: 'text-file' },
    },
  ],
  addedAt: AT,
  order: 1024,
  words: [
    {
      key: 'title:secrettitle|lovelace',
      said: {
        status: { value: 'read', clock: CLOCK },
        starred: { value: true, clock: CLOCK },
        tags: { value: [SECRET], clock: CLOCK },
        note: { value: SECRET, clock: CLOCK },
        removed: { value: false, clock: CLOCK },
        cited: { value: 'lovelace1843notes', clock: CLOCK },
      },
    },
  ],
  sightings: [
    {
      digestKey: 'huggingface:day:secret',
      as: 'arxiv:2605.00001 doi:10.1000/secret',
      rank: 3,
      upvotes: 12,
      comments: 4,
      seenAt: AT,
      lastSeenAt: AT,
    },
    { digestKey: 'huggingface:day:secret', as: 'title:secrettitle|lovelace', rank: 4, seenAt: AT, lastSeenAt: AT },
  ],
};

const digest: Digest = {
  key: 'huggingface:day:secret',
  site: 'huggingface',
  kind: 'day',
  date: { unit: 'day', year: 2026, month: 5, day: 12 },
  query: SECRET,
  title: SECRET,
  url: `https://huggingface.co/papers/${SECRET}`,
  firstSeenAt: AT,
  lastSeenAt: AT,
  size: 2,
};

/** A small backup in which every field that there can be has a value. */
export function wholeBackup(): Backup {
  const week = { ...digest, key: 'huggingface:week:secret', date: { unit: 'week', year: 2026, week: 20 } } as const;
  const month = { ...digest, key: 'huggingface:month:secret', date: { unit: 'month', year: 2026, month: 5 } } as const;
  return structuredClone(
    backupOf({
      papers: [paper],
      digests: [digest, week, month],
      apart: [{ keys: ['title:secret', 'title:secrets'] }],
      merges: [
        { at: AT, kept: ['title:secret'], absorbed: ['doi:10.1000/secret'], because: ['title:secret', 'title:x'] },
      ],
    }),
  );
}
