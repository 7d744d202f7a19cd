import type { Paper } from '../lib/domain/paper.ts';
import { type Mark, snippet } from '../lib/state/snippet.ts';
import { hitBy, Parts } from './Highlighted.tsx';

/** One line of the abstract, where only the abstract holds what was searched for. */
export function PaperSnippet({ paper, mark }: { paper: Paper; mark: Mark }) {
  if (!paper.abstract) return null;
  const isHit = hitBy(mark);
  if (isHit(paper.title) || paper.authors?.some(isHit)) return null;
  const parts = snippet(mark(paper.abstract));
  if (parts.length === 0) return null;
  return (
    <p class="snippet" dir="auto">
      <Parts parts={parts} />
    </p>
  );
}
