import type { PaperId } from '../domain/paper.ts';
import { citationLine, markdownLink } from '../exporters/citation-line.ts';
import { loadListed } from '../library/queries.ts';
import { readExportChoices } from './export-choices.ts';
import { writeReadingList } from './reading-list.ts';
import type { World } from './world.ts';

export const COPIES = ['citation', 'bibtex', 'markdown'] as const;
export type CopyKind = (typeof COPIES)[number];

/**
 * One paper as text to paste. The BibTeX entry is the one that an export would write, and its key stays from now on.
 * @param remembered the export's choices as they were remembered
 * @returns the text; undefined when the paper is gone
 */
export async function paperText(
  world: World,
  id: PaperId,
  kind: CopyKind,
  remembered: unknown,
): Promise<string | undefined> {
  if (kind === 'bibtex') {
    const { keyStyle, abstracts } = readExportChoices(remembered);
    const { file, count } = await writeReadingList(world, {
      ids: [id],
      format: 'bibtex',
      what: '',
      keyStyle,
      abstracts,
    });
    return count > 0 ? file.text() : undefined;
  }
  const paper = (await loadListed(world.db, [id])).get(id)?.paper;
  return paper && (kind === 'citation' ? citationLine(paper) : markdownLink(paper));
}
