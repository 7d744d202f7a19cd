import { instantIn } from './file-dates.ts';
import { identifierOfAddress } from './find-identifiers.ts';
import { type RawPaper, startGathering } from './gather.ts';
import { withoutEntities } from './html-entities.ts';
import type { ImportRead, Turn } from './imported.ts';
import { startLineCount } from './line-count.ts';
import { TEXT_DIGEST_LIMITS } from './text-digest-blocks.ts';

const TOKEN = /<(\/?)(h3|a|dl|dd)\b([^<>]{0,10000})>([^<]{0,5000})/gi;
/** Folders that a browser makes: they say nothing of what lies in them. */
const PLAIN_FOLDERS = new Set(
  'bookmarks bar,bookmarks toolbar,bookmarks menu,other bookmarks,mobile bookmarks,favorites bar,favourites bar,bookmarks,unsorted,imported,reading list,gleaner'.split(
    ',',
  ),
);

/** Folders within folders that become tags, the innermost ones. */
const MOST_FOLDERS = 10;
const SHORTEST_ABSTRACT = TEXT_DIGEST_LIMITS.shortestAbstract;

interface Bookmark {
  line: number;
  address: string;
  raw: RawPaper;
}

/**
 * Reads the Netscape bookmark file that every browser, Raindrop and linkding write. Folders and `TAGS` become tags. A link
 * that leads to no paper that Gleaner knows is refused: most bookmarks are no papers.
 */
export async function readBookmarks(text: string, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  const lineAt = startLineCount(text);
  const folders: string[] = [];
  let named = '';
  let open: Bookmark | undefined;
  const take = () => {
    if (open) gathering.add(open.raw, open.line, open.address, 'no-paper');
    open = undefined;
  };
  for (const { index, 1: closes, 2: name = '', 3: attributes = '', 4: content = '' } of text.matchAll(TOKEN)) {
    await turn(index);
    const tag = name.toLowerCase();
    const shown = withoutEntities(content).trim();
    if (tag === 'dd' && open && shown) describe(open.raw, shown);
    if (tag !== 'dd' && !(tag === 'a' && closes)) take();
    if (tag === 'h3' && !closes) named = folderName(shown, attributes);
    if (tag === 'dl' && closes) folders.pop();
    if (tag === 'dl' && !closes) {
      folders.push(named);
      named = '';
    }
    if (tag === 'a' && !closes) open = bookmark(shown, attributes, folders, lineAt(index));
  }
  take();
  return gathering;
}

/** Behind a link people write a few words of their own; what is as long as an abstract is one. */
function describe(raw: RawPaper, shown: string): void {
  if (shown.length < SHORTEST_ABSTRACT) raw.note = shown;
  else raw.abstract = shown;
}

function folderName(shown: string, attributes: string): string {
  const isPlain =
    /PERSONAL_TOOLBAR_FOLDER|UNFILED_BOOKMARKS_FOLDER/i.test(attributes) || PLAIN_FOLDERS.has(shown.toLowerCase());
  return isPlain ? '' : shown;
}

function bookmark(shown: string, attributes: string, folders: readonly string[], line: number): Bookmark {
  const read = (name: RegExp) => withoutEntities((name.exec(attributes)?.[1] ?? '').trim());
  const address = read(/\bHREF\s*=\s*"([^"]*)"/i);
  const tags = read(/\bTAGS\s*=\s*"([^"]*)"/i).split(',');
  const identifier = identifierOfAddress(address);
  const raw: RawPaper = {
    title: identifier && linkTitle(shown, address),
    names: [identifier],
    tags: [...folders.slice(-MOST_FOLDERS), ...tags].map((tag) => tag.trim()).filter(Boolean),
    addedAt: instantIn(read(/\bADD_DATE\s*=\s*"([^"]*)"/i)),
    isLink: true,
  };
  return { line, address: address || shown, raw };
}

/**
 * The title in what a link is called: without what sites put around it, and undefined where it is only an address, a number
 * or a file's name.
 */
export function linkTitle(shown: string, address: string): string | undefined {
  const title = shown
    .replace(/^\[[\w./-]{6,30}\]\s+/, '')
    .replace(/^(?:Paper page|arXiv)\s+-\s+/i, '')
    .replace(
      /\s+(?:[|·-]|—|–)\s+(?:OpenReview|ACL Anthology|alphaXiv|arXiv(?:\.org)?|Hugging Face|PubMed|Semantic Scholar|bioRxiv|medRxiv|Nature|Cool Papers.*)$/i,
      '',
    )
    .trim();
  const isName =
    title === address ||
    /^https?:/i.test(title) ||
    !/\p{L}{2}/u.test(title) ||
    /^[\w./-]+\.(?:pdf|html?)$/i.test(title);
  return isName || /^(?:arxiv[:\s]*)?[\d.]+(?:v\d+)?$/i.test(title) ? undefined : title;
}
