import type { Identifier } from '../domain/identifier.ts';
import { arxivIdentifier, doiIdentifier } from '../domain/identifier.ts';
import { linkTitle } from './bookmarks.ts';
import { identifierIn, identifierOfAddress } from './find-identifiers.ts';
import { type RawPaper, startGathering } from './gather.ts';
import { saidIn } from './import-clock.ts';
import { IMPORT_LIMITS, type ImportRead, type Turn } from './imported.ts';

const LINE_END = /\r\n|[\n\r]|$/g;
const LONGEST_LINE = 100_000;
// An address, a DOI, or an arXiv number in either form. Closing brackets and punctuation are the sentence's.
const NAME =
  /https?:\/\/[^\s<>"'\]|{}\\^`]+|(?<![\w./])10\.\d{4,9}\/[^\s<>"'\]|{}\\^`]+|(?<![\w.])(?:arxiv:\s?)?\d{4}\.\d{4,5}(?:v\d+)?(?![\w.]*\d)|(?<![\w.])(?:[a-z]{2,8}(?:-[a-z]{2,4})?)(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?(?!\w)|(?<!\w)pmid:\s?\d{1,9}/gi;
const LABELLED = /\[((?:[^[\]\\]|\\.){1,500})\]\(<?(https?:\/\/[^\s<>]+?)>?\)/;
/** The note below an item of Gleaner's own task list. */
const NOTE = /^- Note: (.+)$/;
const TASK = /^\s*[-*] \[([ xX])\] /;

interface Found {
  identifier: Identifier;
  raw: RawPaper;
}

/**
 * Reads a pasted list: identifiers and addresses, one a line or anywhere in a text, each paper once. A Markdown link gives
 * its text as a title, and Gleaner's own task list its status, star and tags. Where most lines name a paper, one that names
 * none is refused; in running text such lines are only text.
 */
export async function readList(text: string, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  const seen = new Set<Identifier>();
  const without: [line: number, text: string][] = [];
  let [start, line, naming] = [0, 0, 0];
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    line += 1;
    const written = text.slice(start, index).trim();
    start = index + end.length;
    await turn(index);
    const found = piecesOf(written).flatMap(foundIn);
    const [last] = gathering.papers.slice(-1);
    const note = NOTE.exec(written)?.[1];
    if (note !== undefined && last) Object.assign(last.said, saidIn({ note }));
    else if (found.length > 0) naming += 1;
    else if (written !== '' && !/^#/.test(written) && without.length < IMPORT_LIMITS.entries)
      without.push([line, written.slice(0, 200)]);
    for (const { identifier, raw } of found) {
      if (!seen.has(identifier)) gathering.add(raw, line, written.slice(0, 200));
      seen.add(identifier);
    }
  }
  if (naming >= without.length) for (const [place, written] of without) gathering.refuse(place, written, 'no-paper');
  return gathering;
}

/** A line, or its pieces where it is endless: each ends before white space or a comma. */
function piecesOf(line: string): string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at, at + LONGEST_LINE);
    const cut = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf(','), rest.lastIndexOf('\t'));
    const length = cut > 0 && at + LONGEST_LINE < line.length ? cut : rest.length;
    pieces.push(rest.slice(0, length));
    at += length;
  }
  return pieces;
}

function foundIn(line: string): Found[] {
  const [, label, address] = LABELLED.exec(line) ?? [];
  const labelled = address === undefined ? undefined : identifierOfAddress(address);
  const found = new Map<Identifier, RawPaper>();
  for (const { 0: written } of line.matchAll(NAME)) {
    const identifier = identifierOf(written);
    if (identifier) found.set(identifier, { names: [identifier] });
  }
  if (labelled && found.has(labelled))
    found.set(labelled, { ...labelledPaper(line, label ?? '', address ?? ''), names: [labelled] });
  return [...found].map(([identifier, raw]) => ({ identifier, raw }));
}

function identifierOf(written: string): Identifier | undefined {
  const bare = written.replace(/[.,;:!?)*_]+$/, '');
  if (/^https?:/i.test(bare)) return identifierOfAddress(bare) ?? identifierOfAddress(written);
  return /^10\./.test(bare) ? doiIdentifier(bare) : (arxivIdentifier(bare) ?? identifierIn(bare));
}

/** What a line of Markdown says of the paper that it links. */
function labelledPaper(line: string, label: string, address: string): RawPaper {
  const plain = label.replace(/\\(.)/g, '$1');
  const task = TASK.exec(line)?.[1];
  const title = linkTitle(plain, address);
  if (task === undefined) return { title, isLink: true };
  const words = new Set([...line.matchAll(/\*\*(reading|skipped|starred)\*\*/g)].map(([, word]) => word));
  const said = words.has('reading') ? 'reading' : words.has('skipped') ? 'skipped' : undefined;
  return {
    title,
    isLink: true,
    status: task === ' ' ? said : 'read',
    starred: words.has('starred'),
    tags: [...line.matchAll(/ · #([\p{L}\p{N}\p{M}_/-]+)/gu)].map(([, tag]) => tag ?? ''),
  };
}
