import type { ActName, MarkTexts } from '../marks/world.ts';
import { plural, type TextKey, t } from '../platform/text.ts';

const WORDS: Record<Exclude<Parameters<MarkTexts['word']>[0], 'seen'>, TextKey> = {
  new: 'marksNew',
  starred: 'marksStarred',
  reading: 'marksReading',
  read: 'marksRead',
  skipped: 'marksSkipped',
  removed: 'marksRemoved',
};

const ACTS: Record<ActName, [todo: TextKey, done: TextKey]> = {
  star: ['star', 'unstar'],
  read: ['markRead', 'markUnread'],
  skip: ['skip', 'markUnread'],
};

/** What marks say, in the language of the browser's interface. */
export const markTexts: MarkTexts = {
  word: (kind, digests) => (kind === 'seen' ? plural('marksSeen', digests) : t(WORDS[kind])),
  act: (name, isDone) => t(ACTS[name][isDone ? 1 : 0]),
  of: (what, title) => t('marksOf', what, title),
  count: (fresh, all) => (fresh > 0 ? t('marksCount', String(fresh), String(all)) : plural('marksAllSeen', all)),
  showSeen: (hidden) => plural('marksShow', hidden),
  plain: t,
};
