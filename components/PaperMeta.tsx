import { type ListedPaper, latestUpvotes } from '../lib/domain/listed-paper.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { t } from '../lib/platform/text.ts';
import type { Mark } from '../lib/state/snippet.ts';
import { Highlighted, hitBy } from './Highlighted.tsx';
import { seenWhen, siteName } from './naming.ts';

interface Props {
  listed: ListedPaper;
  mark: Mark | undefined;
}

/** The line under a title: who, where, when, how well liked. */
export function PaperMeta({ id, listed, mark, nowMs }: Props & { id: string; nowMs: number }) {
  const { paper, entry, seen } = listed;
  const upvotes = latestUpvotes(listed);
  const byline = bylineOf(paper.authors ?? [], mark);
  const sites = [...new Set(seen.map(({ digest }) => siteName(digest.site)))];
  const facts = [...sites, ...seenWhen(seen, nowMs)];
  return (
    <p class="paper-meta" id={id}>
      {byline && (
        <span class="byline" dir="auto">
          <Highlighted text={byline} field="authors" mark={mark} />
        </span>
      )}
      <span class="facts">{facts.join(' · ')}</span>
      {entry.tags.length > 0 && (
        <span class="tags" dir="auto">
          <span class="sr-only">{t('tags')}: </span>
          <Highlighted text={entry.tags.join(', ')} field="tags" mark={mark} />
        </span>
      )}
      {upvotes !== undefined && (
        <span class="upvotes" title={t('upvotes', writeNumber(upvotes))}>
          <span aria-hidden="true">▲{writeNumber(upvotes, true)}</span>
          <span class="sr-only">{t('upvotes', writeNumber(upvotes))}</span>
        </span>
      )}
    </p>
  );
}

/** "Rao et al."; an author further back whom the query names is named as well. */
function bylineOf(authors: readonly string[], mark: Mark | undefined): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  if (others.length === 0) return first;
  const isHit = mark && hitBy(mark, 'authors');
  const meant = isHit && !isHit(first) ? others.find(isHit) : undefined;
  return meant ? t('bylineWith', first, meant) : t('byline', first);
}
