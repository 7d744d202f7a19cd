import { readableTex } from '../lib/domain/readable-tex.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Done } from '../lib/state/triage.ts';
import { statusName } from './naming.ts';

const DEEDS: Record<Exclude<Done['action'], 'status' | 'star'>, TextKey> = {
  remove: 'doneRemoved',
  tags: 'doneTags',
  note: 'doneNote',
  apart: 'doneApart',
  import: 'doneImported',
  restore: 'doneRestored',
  'clear-examples': 'doneCleared',
};

/** "Read: Attention Is All You Need", or "Read: 12 papers". */
export function deedSentence(done: Pick<Done, 'action' | 'status' | 'starred' | 'title' | 'count'>): string {
  return t('toastDone', deed(done), done.title === undefined ? plural('papers', done.count) : readableTex(done.title));
}

function deed({ action, status, starred }: Pick<Done, 'action' | 'status' | 'starred'>): string {
  if (action === 'status') return statusName(status ?? 'unread');
  if (action === 'star') return starred ? t('doneStarred') : t('doneUnstarred');
  return t(DEEDS[action]);
}
