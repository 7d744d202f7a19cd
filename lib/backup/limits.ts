/** What no backup of ours exceeds; a file that does is refused before it costs memory or time. */
export const BACKUP_LIMITS = {
  /** Bytes of the first line: enough for any header, and an end to whatever is no backup at all. */
  header: 16_384,
  /** Bytes of one record. A message holds at most one megabyte, and a record a few descriptions of that. */
  line: 16_777_216,
  lines: 4_000_000,
  /** Brackets within brackets; records have six. Shorter lines are parsed faster than measured, and their shape tells. */
  depth: 12,
  measured: 262_144,
} as const;
