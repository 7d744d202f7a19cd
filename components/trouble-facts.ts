import type { Notice } from '../lib/library/database.ts';
import { writeInstant, writeList } from '../lib/platform/dates.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import { missingParts } from './missing-parts.ts';
import { siteName } from './naming.ts';

const PARTS: ReadonlyMap<string, TextKey> = new Map([
  ['title', 'partTitle'],
  ['abstract', 'partAbstract'],
  ['authors', 'partAuthors'],
]);

/** What the texts of a notice name: the site, and what was cut; or the day, and what is missing. */
export function noticeFacts({ code, site, at, parts }: Notice, nowMs: number): string[] {
  if (code === 'site-changed') return [siteName(site), writeInstant(at, nowMs), missingParts(parts)];
  const names = parts.map((part) => t(PARTS.get(part) ?? 'partText'));
  return [siteName(site), writeList([...new Set(names.length > 0 ? names : [t('partText')])])];
}

/** What the texts of a trouble name: the site, and the day. */
export function troubleFacts({ at, site }: { at: string; site?: string | undefined }, nowMs: number): string[] {
  return [site ? siteName(site) : t('aPage'), writeInstant(at, nowMs)];
}
