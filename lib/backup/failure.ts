/** Why a file cannot be taken for a backup. Each is one plain fact about the file; none carries content of it. */
export type BackupReason =
  | 'empty' // no byte in it
  | 'not-a-backup' // something else: no header of ours
  | 'encoding' // not UTF-8 as it was written: UTF-16, a byte order mark, bytes that are no text
  | 'header' // ours, but its first line is not as it must be
  | 'newer-version' // written by a later Gleaner
  | 'compression' // gzip that does not unpack
  | 'cut-off' // it ends before its checksum
  | 'not-json' // a line that does not parse
  | 'nesting' // a line nested deeper than any record is
  | 'too-long' // a line longer than any record is
  | 'too-many-lines'
  | 'record-kind' // a record that this version does not know
  | 'record-shape' // a record with a field missing, of another shape, or more than is expected
  | 'duplicate' // the same paper, description, sighting or digest twice
  | 'dangling' // something that names what is not there
  | 'counts' // another number of records than the header says
  | 'checksum' // the content is not what was written
  | 'after-end' // something behind the checksum
  | 'file'; // the file itself could not be read to its end

export interface BackupFailure {
  code: 'backup-unreadable' | 'backup-newer';
  reason: BackupReason;
  /** From 1, of the unpacked text; how far reading had come where no line is to blame. */
  line: number;
  /** A path to a field, such as `paper.sightings.0.rank`, or a word of what was found. Structure, never content. */
  detail?: string;
}

/** Thrown where a backup turns out to be unreadable, and caught where reading began. */
export class Refusal extends Error {
  readonly failure: BackupFailure;

  constructor(reason: BackupReason, line: number, detail?: string) {
    super(reason);
    this.name = 'Refusal';
    const code = reason === 'newer-version' ? 'backup-newer' : 'backup-unreadable';
    this.failure = { code, reason, line, ...(detail === undefined ? {} : { detail }) };
  }
}
