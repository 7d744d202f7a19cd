import { identifierValue, type Paper } from '../domain/paper.ts';
import { foldWhitespace } from '../domain/plain-text.ts';
import { startUnique, type Unique } from './unique.ts';

// 255 bytes are what file systems hold; the rest is for `.md` and a number.
const MOST_BYTES = 235;
// What Obsidian Clipper leaves out (`sanitizeFileName`): what Windows refuses, and what means something in a link.
const REFUSED = /[#|^[\]<>:"/\\?*%]+/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Starts to name notes, one paper after the other; no two names of one folder are the same, whatever their capitals. */
export function startNoteNames(): (paper: Paper) => string {
  const unique: Unique = startUnique({ mark: (plain, count) => `${plain} ${count + 2}` });
  return (paper) => unique(noteName(paper));
}

/** `2401.12345 A Title`: the arXiv identifier where there is one, so that two titles do not collide. */
function noteName(paper: Paper): string {
  const arxiv = identifierValue(paper, 'arxiv')?.replaceAll('/', '-') ?? '';
  const title = foldWhitespace(paper.title.normalize('NFC').replace(REFUSED, ' '));
  const name = cut(`${arxiv} ${title}`.trim().replace(/^\.+/, '')).replace(/[. ]+$/, '');
  return RESERVED.test(name) ? `_${name}` : name || 'Untitled';
}

function cut(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept;
}
