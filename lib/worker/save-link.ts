import type { Receipt } from '../domain/capture.ts';
import { paperInLink, SAVED_LINKS, standInTitle, titleInLinkText } from '../domain/paper-in-link.ts';
import { webAddress } from '../domain/web-address.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';

/**
 * Saves the paper that a link leads to. Its title is the link's text; where that is none, its identifier stands in until a
 * page tells the title.
 * @param texts what the links with this address say
 * @param at ISO instant
 * @returns what taking it in did, known or not; undefined for a link that is no paper's
 */
export async function saveLink(
  db: GleanerDatabase,
  link: { address: string; texts: readonly string[] },
  at: string,
): Promise<Receipt | undefined> {
  const identifier = paperInLink(link.address);
  if (!identifier) return undefined;
  const titles = link.texts.flatMap((text) => titleInLinkText(text) ?? []);
  const page = webAddress(link.address);
  const isOwn = identifier.startsWith('arxiv:') || identifier.startsWith('doi:');
  const paper = {
    identifiers: [identifier],
    source: 'link' as const,
    rank: 1,
    title: titles[0] ?? standInTitle(identifier),
    // Where the identifier itself leads to the paper, the page on which its link happened to point is no fact of it.
    ...(page && !isOwn && { page }),
  };
  return ingest(db, { digest: SAVED_LINKS, adapter: SAVED_LINKS.site, seenAt: at, papers: [paper], problems: [] });
}
