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
}

/**
 * Reads a digest saved or pasted as text: lines of the site around it, a date, then titles and abstracts in turn, each a
 * block of lines with blank lines between. A file is taken whole or not at all: where blocks do not pair up, guessing
 * would store an abstract as a title.
 * @returns one capture with the date as the file has it (nothing is added to a date without a year), or the first line
 *   that cannot be read and why
 */
export async function readTextDigest(
  text: string,
  options: TextDigestOptions,
): Promise<Outcome<Capture, TextDigestFailure>> {
  const lines = readLines(text);
  if (!lines.ok) return lines;
  const header = readHeader(lines.value);
  if (!header.ok) return header;
  const blocks = readBlocks(lines.value, header.value.line);
  // A file that ends with a line break was written to its end.
  const mayBeCut = lines.value.at(-1) !== '';
  const pairs = readPairs(blocks, header.value, mayBeCut);
  if (!pairs.ok) return pairs;
  const problems: Problem[] = [];
  const papers = pairs.value.map(([title, abstract], place) =>
    paperFrom(title.text, abstract.text, place + 1, problems),
  );
  const { date } = header.value;
  const key = `${SITE}:${await fingerprint(date, papers)}`;
  const name = boundText(options.name ?? '', LIMITS.short).text;
  const digest = { key, site: SITE, kind: 'day' as const, date, ...(name ? { title: name } : {}) };
  return { ok: true, value: { digest, adapter: SITE, seenAt: options.seenAt, papers, problems } };
}

function readLines(text: string): Outcome<string[], TextDigestFailure> {
  if (text.length > TEXT_DIGEST_LIMITS.characters) return { ok: false, code: 'too-large', line: 1 };
  const lines = text.split(/\r\n|[\n\r]/);
  const damaged = lines.findIndex((line) => NOT_TEXT.test(line));
  if (damaged >= 0) return { ok: false, code: 'not-text', line: damaged + 1 };
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
async function fingerprint(date: DigestDate, papers: ScrapedPaper[]): Promise<string> {
  const content = JSON.stringify([dateText(date), ...papers.map(({ title, abstract }) => [title, abstract])]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
