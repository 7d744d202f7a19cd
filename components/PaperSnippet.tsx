import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { type Mark, snippet } from '../lib/state/snippet.ts';
import { hitBy, Parts } from './Highlighted.tsx';
import { readableParts } from './ReadableText.tsx';

/** One line of the abstract or the note, where only they hold what was searched for. */
export function PaperSnippet({ listed: { paper, entry }, mark }: { listed: ListedPaper; mark: Mark }) {
  if (readableParts(paper.title, 'title', mark).some(({ hit }) => hit) || paper.authors?.some(hitBy(mark, 'authors')))
    return null;
  const abstract = snippet(readableParts(paper.abstract ?? '', 'abstract', mark));
  const parts = abstract.length > 0 ? abstract : snippet(mark(entry.note, 'note'));
  if (parts.length === 0) return null;
  return (
    <p class="snippet" dir="auto">
      <Parts parts={parts} />
    </p>
  );
}
