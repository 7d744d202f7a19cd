import { ArrowUpRight, Check, Minus, Star } from 'lucide-preact';
import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { mainLink, titleSearchLink } from '../lib/domain/paper.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { IconButton } from './IconButton.tsx';
import { WebLink } from './WebLink.tsx';

interface Props {
  popup: Popup;
  listed: ListedPaper;
  tabIndex: number;
}

/** What is done most, in reach of the pointer and of the Tab key. */
export function RowActions({ popup, listed: { paper, entry }, tabIndex }: Props) {
  const { toggleStatus } = popup.triage;
  const address = mainLink(paper);
  const isRead = entry.status === 'read';
  const isSkipped = entry.status === 'skipped';
  return (
    <div class="row-actions">
      <WebLink
        class="icon-button"
        href={address ?? titleSearchLink(paper.title)}
        label={address ? t('open') : t('findByTitle')}
        tabIndex={tabIndex}
      >
        <ArrowUpRight size={16} aria-hidden="true" />
      </WebLink>
      <IconButton
        label={isRead ? t('markUnread') : t('markRead')}
        shortcut="r"
        tabIndex={tabIndex}
        onClick={() => toggleStatus([paper.id], 'read')}
      >
        <Check size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={isSkipped ? t('markUnread') : t('skip')}
        shortcut="x"
        tabIndex={tabIndex}
        onClick={() => toggleStatus([paper.id], 'skipped')}
      >
        <Minus size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** The star, always in sight. */
export function StarButton({ popup, listed: { paper, entry }, tabIndex }: Props) {
  return (
    <button
      type="button"
      class="icon-button star"
      aria-pressed={entry.starred}
      aria-label={t('star')}
      title={`${entry.starred ? t('unstar') : t('star')} (s)`}
      tabIndex={tabIndex}
      onClick={() => popup.triage.toggleStar([paper.id])}
    >
      <Star size={16} aria-hidden="true" />
    </button>
  );
}
