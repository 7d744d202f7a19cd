import type { Counters } from '../domain/listed-paper.ts';

/** What a report of trouble may say: numbers, versions and codes. Nothing here is a title, a text or an address. */
export interface Diagnosis {
  app: string;
  /** Browser, system and version, as the browser says it. */
  browser: string;
  counters?: Counters | undefined;
  storage?: { usedBytes: number; mayUseBytes: number; isKept: boolean } | undefined;
  /** ISO instant of the last backup saved elsewhere. */
  lastBackup?: string | undefined;
  /** Codes of what went wrong, with ISO instants. */
  troubles: readonly { code: string; at?: string | undefined; count?: number | undefined }[];
  /** Names of errors, such as `QuotaExceededError`. */
  errors?: readonly string[];
}

/** A text to copy into a report: one fact a line. */
export function writeDiagnostics(diagnosis: Diagnosis): string {
  const { app, browser, counters, storage, lastBackup, troubles, errors = [] } = diagnosis;
  const lines = [`Gleaner ${app}`, browser];
  if (counters) lines.push(...Object.entries(counters).map(([name, value]) => `${name}: ${value}`));
  if (storage) {
    const { usedBytes, mayUseBytes, isKept } = storage;
    lines.push(`storage: ${usedBytes} of ${mayUseBytes} bytes, ${isKept ? 'kept' : 'not kept'} by the browser`);
  }
  lines.push(`last backup: ${lastBackup ?? 'none'}`);
  lines.push(...troubles.map(({ code, at, count }) => ['trouble:', code, at, count].filter(Boolean).join(' ')));
  lines.push(...errors.map((name) => `error: ${name}`));
  return `${lines.join('\n')}\n`;
}
