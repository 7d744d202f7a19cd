import type { Capture, Problem } from '../domain/capture.ts';
import { type DigestDate, dateText } from '../domain/digest.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ScrapedPaper } from '../domain/paper.ts';
import { boundText, LIMITS } from '../domain/plain-text.ts';
import {
  type Block,
  excerptOf,
  type PlacedDate,
  readBlocks,
  readHeader,
  TEXT_DIGEST_LIMITS,
  type TextDigestFailure,
} from './text-digest-blocks.ts';

const SITE = 'text-file';

// A control character comes from a binary file, from UTF-16 or from damage, and U+FFFD stands where bytes were not UTF-8.
// None of 6,132 papers on Hugging Face holds one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/;

export interface TextDigestOptions {
  /** The file's name, if there is a file. */
  name?: string;
  /** ISO instant of the reading. */
  seenAt: string;
  /** Awaited between two lines or papers, so that a long text can let others have their turn. */
  breathe?: () => Promise<void>;
}

/** The end of a line; the end of the text is one too. */
const LINE_END = /\r\n|[\n\r]|$/g;

const holdOn = async () => undefined;

/**
 * Reads a digest saved or pasted as text: lines of the site around it, a date, then titles and abstracts in turn, each a
 * block of lines with blank lines between. A file is taken whole or not at all: where blocks do not pair up, guessing
 * would store an abstract as a title.
 * @returns one capture with the date as the file has it (nothing is added to a date without a year), or the first line
 *   that cannot be read and why
 */
export async function readTextDigest(
  text: string,
  { name = '', seenAt, breathe = holdOn }: TextDigestOptions,
): Promise<Outcome<Capture, TextDigestFailure>> {
  const lines = await readLines(text, breathe);
  if (!lines.ok) return lines;
  const header = readHeader(lines.value);
  if (!header.ok) return header;
  const blocks = await readBlocks(lines.value, header.value.line, breathe);
  // A file that ends with a line break was written to its end.
  const mayBeCut = lines.value.at(-1) !== '';
  const pairs = readPairs(blocks, header.value, mayBeCut);
  if (!pairs.ok) return pairs;
  const problems: Problem[] = [];
  const papers: ScrapedPaper[] = [];
  for (const [title, abstract] of pairs.value) {
    papers.push(paperFrom(title.text, abstract.text, papers.length + 1, problems));
    await breathe();
  }
  const { date } = header.value;
  const key = `${SITE}:${await fingerprint(date, papers, breathe)}`;
  const title = boundText(name, LIMITS.short).text;
  const digest = { key, site: SITE, kind: 'day' as const, date, ...(title ? { title } : {}) };
  return { ok: true, value: { digest, adapter: SITE, seenAt, papers, problems } };
}

async function readLines(text: string, breathe: () => Promise<void>): Promise<Outcome<string[], TextDigestFailure>> {
  if (text.length > TEXT_DIGEST_LIMITS.characters) return { ok: false, code: 'too-large', line: 1 };
  const lines: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    const line = text.slice(start, index);
    lines.push(line);
    if (NOT_TEXT.test(line)) return { ok: false, code: 'not-text', line: lines.length };
    start = index + end.length;
    await breathe();
  }
  return { ok: true, value: lines };
}

function readPairs(blocks: Block[], date: PlacedDate, mayBeCut: boolean): Outcome<[Block, Block][], TextDigestFailure> {
  if (blocks.length === 0) return { ok: false, code: 'no-papers', line: date.line };
  const pairs: [Block, Block][] = [];
  for (let place = 0; place < blocks.length; place += 2) {
    const [title, abstract] = [blocks[place], blocks[place + 1]];
    const failure = title && whyNotPair(title, abstract, mayBeCut && place + 2 >= blocks.length);
    if (failure) return { ok: false, ...failure };
    if (pairs.length === TEXT_DIGEST_LIMITS.papers)
      return { ok: false, code: 'too-many-papers', line: title?.line ?? 1 };
    if (title && abstract) pairs.push([title, abstract]);
  }
  return { ok: true, value: pairs };
}

function whyNotPair(title: Block, abstract: Block | undefined, mayBeCut: boolean): TextDigestFailure | undefined {
  const of = (block: Block) => ({ line: block.line, excerpt: excerptOf(block.text) });
  if (title.isHeader) return { code: 'second-digest', ...of(title) };
  if (isAbstractRatherThanTitle(title.text)) return { code: 'title-too-long', ...of(title) };
  if (!abstract) return { code: 'missing-abstract', ...of(title) };
  if (abstract.isHeader) return { code: 'second-digest', ...of(abstract) };
  if (isTitleRatherThanAbstract(abstract.text)) return { code: 'abstract-too-short', ...of(abstract) };
  if (mayBeCut && !endsLikeAnAbstract(abstract.text))
    return { code: 'cut-off', line: abstract.lastLine, excerpt: of(title).excerpt };
  return undefined;
}

/** What is too long even for an abstract is a title gone wrong: it is cut, with a notice, rather than refused. */
function isAbstractRatherThanTitle(text: string): boolean {
  return text.length > TEXT_DIGEST_LIMITS.title && text.length <= LIMITS.abstract;
}

function isTitleRatherThanAbstract(text: string): boolean {
  const { shortestAbstract, shortestSentence } = TEXT_DIGEST_LIMITS;
  return text.length < (/[.。]["'”’)\]]?$/u.test(text) ? shortestSentence : shortestAbstract);
}

// All but 31 of 6,132 abstracts on Hugging Face end with a sentence's end or an address; a file that was cut seldom does.
function endsLikeAnAbstract(text: string): boolean {
  return (
    /[.!?…。！？]["'”’»)\]}$\s]*$/u.test(text.slice(-20)) || /(?:https?:\/\/|www\.)\S+$/i.test(text.slice(-LIMITS.url))
  );
}

function paperFrom(title: string, abstract: string, rank: number, problems: Problem[]): ScrapedPaper {
  const bounded = { title: boundText(title, LIMITS.title), abstract: boundText(abstract, LIMITS.abstract) };
  for (const part of ['title', 'abstract'] as const) {
    if (bounded[part].cut) problems.push({ code: 'text-bounded', rank, part });
  }
  return { identifiers: [], title: bounded.title.text, abstract: bounded.abstract.text, source: SITE, rank };
}

/** The first 16 hexadecimal digits of the SHA-256 of all that was read, so that the same digest has the same key. */
async function fingerprint(
  date: DigestDate,
  papers: readonly ScrapedPaper[],
  breathe: () => Promise<void>,
): Promise<string> {
  const read: string[] = [JSON.stringify(dateText(date))];
  for (const { title, abstract } of papers) {
    read.push(JSON.stringify([title, abstract]));
    await breathe();
  }
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`[${read.join(',')}]`));
  return Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
