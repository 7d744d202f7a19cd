import type { ImportFormat, RefusalCode } from '../lib/importers/imported.ts';
import type { TextDigestFailureCode } from '../lib/importers/text-digest-blocks.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { ImportTrouble } from '../lib/state/import-read.ts';

type FileCode = Exclude<Extract<ImportTrouble, { kind: 'file' }>['code'], TextDigestFailureCode>;

const FORMATS: Record<ImportFormat, TextKey> = {
  backup: 'importFormatBackup',
  'gleaner-json': 'importFormatGleanerJson',
  bibtex: 'importFormatBibtex',
  ris: 'importFormatRis',
  'csl-json': 'importFormatCslJson',
  papermemory: 'importFormatPapermemory',
  csv: 'importFormatCsv',
  bookmarks: 'importFormatBookmarks',
  list: 'importFormatList',
  'text-digest': 'importFormatTextDigest',
};

const REFUSALS: Record<RefusalCode, TextKey> = {
  broken: 'importWhyBroken',
  'no-title': 'importWhyNoTitle',
  'no-paper': 'importWhyNoPaper',
  'not-a-record': 'importWhyNotRecord',
};

const DIGEST_REASONS: Record<TextDigestFailureCode, TextKey> = {
  empty: 'importEmpty',
  'too-large': 'importTooLarge',
  'not-text': 'importNotText',
  'no-date': 'importNoDate',
  'bad-date': 'importBadDate',
  'no-papers': 'importNoPapers',
  'title-too-long': 'importTitleTooLong',
  'abstract-too-short': 'importAbstractTooShort',
  'missing-abstract': 'importMissingAbstract',
  'second-digest': 'importSecondDigest',
  'cut-off': 'importCutOff',
  'too-many-papers': 'importTooMany',
};

const FILE_REASONS: Record<FileCode, TextKey> = {
  'too-much': 'importFileTooMuch',
  encoding: 'importFileEncoding',
  binary: 'importFileBinary',
  'broken-json': 'importFileBrokenJson',
  'web-page': 'importFileWebPage',
  unknown: 'importFileUnknown',
  nothing: 'importFileNothing',
};

/** The name of a format. */
export function formatName(format: ImportFormat): string {
  return t(FORMATS[format]);
}

/** Why one entry was left out, in a few words. */
export function refusalText(why: RefusalCode): string {
  return t(REFUSALS[why]);
}

/** Why a text is no digest, to follow the number of a line; undefined for a code that is not about a digest. */
export function digestReason(code: string, excerpt: string): string | undefined {
  const key = Object.hasOwn(DIGEST_REASONS, code) ? DIGEST_REASONS[code as TextDigestFailureCode] : undefined;
  return key && t(key, excerpt);
}

/** Why nothing of a file was taken in and what to do, in one or two sentences. */
export function fileReason({ code, line, excerpt = '' }: Extract<ImportTrouble, { kind: 'file' }>): string {
  if (code === 'nothing' && line === undefined) return t('importFileNoEntry');
  const key = Object.hasOwn(FILE_REASONS, code) ? FILE_REASONS[code as FileCode] : 'importFileUnknown';
  return t(key, writeNumber(line ?? 1), excerpt);
}
