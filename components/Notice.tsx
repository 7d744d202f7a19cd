import { TriangleAlert, X } from 'lucide-preact';
import type { Notice as NoticeRow } from '../lib/library/database.ts';
import { writeInstant, writeList } from '../lib/platform/dates.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import { IconButton } from './IconButton.tsx';
import { siteName } from './naming.ts';

const PARTS: ReadonlyMap<string, TextKey> = new Map([
  ['title', 'partTitle'],
  ['abstract', 'partAbstract'],
  ['authors', 'partAuthors'],
]);

interface Props {
  notice: NoticeRow;
  nowMs: number;
  dismiss(): void;
}

/** Something that the user should know of: what happened, what is safe, and what follows. */
export function Notice({ notice, nowMs, dismiss }: Props) {
  return (
    <section class="notice" aria-label={t('notice')}>
      <TriangleAlert size={16} aria-hidden="true" />
      <p>{sentence(notice, nowMs)}</p>
      <IconButton label={t('dismiss')} onClick={dismiss}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </section>
  );
}

function sentence({ code, site, at, parts }: NoticeRow, nowMs: number): string {
  if (code === 'storage-full') return t('noticeStorageFull');
  if (code === 'site-changed') return t('noticeSiteChanged', siteName(site), writeInstant(at, nowMs));
  const names = parts.map((part) => PARTS.get(part)).map((key) => t(key ?? 'partText'));
  return t('noticeTextBounded', siteName(site), writeList([...new Set(names.length > 0 ? names : [t('partText')])]));
}
