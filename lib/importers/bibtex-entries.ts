/** One entry of a `.bib` file. */
export interface BibtexEntry {
  type: string;
  key: string;
  /** As they are written, by name in lower case; values without their outer braces or quotes, macros put in. */
  fields: Map<string, string>;
  start: number;
}

/** An entry, or the place and the beginning of one that is broken. */
export type BibtexPiece = BibtexEntry | { start: number; broken: string };

interface Value {
  text: string;
  end: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** An entry that begins a line ends the one before it, whatever braces that left open: so one slip costs one entry. */
const ENTRY_LINE = /^[ \t]*@[ \t]*[a-z]{2,30}[ \t]*[{(]/gim;
const ENTRY = /@\s{0,20}([a-z]{2,30})\s{0,20}([{(])/giy;
const SPACE = /\s*/y;
const KEY = /[^,{}=]{0,1000}/y;
const NAME = /([^\s,={}"#%()@]{1,100})\s*=\s*/y;
const BARE = /[^\s,{}"#@=()]{1,200}/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
}

/** Reads entry by entry; text between entries is comment, as BibTeX has it. */
export function* bibtexPieces(text: string): Generator<BibtexPiece> {
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const starts = [...text.matchAll(ENTRY_LINE)].map(({ index }) => index);
  const bounds = [...new Set([0, ...starts]), text.length];
  for (const [place, start] of bounds.slice(0, -1).entries()) {
    yield* piecesIn(text.slice(start, bounds[place + 1]), start, macros);
  }
}

function* piecesIn(text: string, offset: number, macros: Map<string, string>): Generator<BibtexPiece> {
  let at = text.indexOf('@');
  while (at >= 0) {
    const head = matchAt(ENTRY, text, at);
    if (!head) {
      at = text.indexOf('@', at + 1);
      continue;
    }
    const read = readEntry(text, at, head, macros);
    if ('entry' in read && read.entry) yield { ...read.entry, start: offset + at };
    if ('broken' in read) yield { start: offset + at, broken: text.slice(at, at + 200) };
    // What is not closed takes the rest with it.
    if (read.end >= text.length) return;
    at = text.indexOf('@', Math.max(read.end, at + 1));
  }
}

type Read = { end: number; entry?: BibtexEntry | undefined } | { end: number; broken: true };

function readEntry(text: string, at: number, head: RegExpExecArray, macros: Map<string, string>): Read {
  const type = (head[1] ?? '').toLowerCase();
  const close = head[2] === '(' ? ')' : '}';
  const inside = at + head[0].length;
  if (type === 'comment' || type === 'preamble') return { end: closing(text, inside - 1) ?? text.length };
  const isMacro = type === 'string';
  const named = isMacro ? undefined : matchAt(KEY, text, inside)?.[0];
  // What stands before an equals sign is a field: the entry has no key.
  const key = named !== undefined && text[inside + named.length] === '=' ? undefined : named;
  const fields = new Map<string, string>();
  const end = readFields(text, inside + (key?.length ?? 0), close, macros, fields);
  if (typeof end !== 'number') return { end: end.stopped, broken: true };
  if (isMacro) for (const [name, value] of fields) macros.set(name, value);
  return { end, entry: isMacro ? undefined : { type, key: (key ?? '').trim(), fields, start: 0 } };
}

/** Reads `name = value, …` up to the closing brace. @returns where the entry ends, or where reading stopped */
function readFields(
  text: string,
  from: number,
  close: string,
  macros: ReadonlyMap<string, string>,
  fields: Map<string, string>,
): number | { stopped: number } {
  let at = skipSpace(text, from);
  for (;;) {
    while (text[at] === ',') at = skipSpace(text, at + 1);
    if (text[at] === close) return at + 1;
    const name = matchAt(NAME, text, at);
    if (!name) return { stopped: at };
    const value = readValue(text, at + name[0].length, macros);
    if (typeof value === 'number') return { stopped: value };
    const field = (name[1] ?? '').toLowerCase();
    if (!fields.has(field)) fields.set(field, value.text);
    at = skipSpace(text, value.end);
    if (text[at] !== ',' && text[at] !== close) return { stopped: at };
  }
}

/** A value: pieces in braces, in quotes, macros or numbers, joined by `#`. @returns a number where it stops */
function readValue(text: string, from: number, macros: ReadonlyMap<string, string>): Value | number {
  const parts: string[] = [];
  let at = from;
  for (;;) {
    const part = readPart(text, skipSpace(text, at), macros);
    if (typeof part === 'number') return part;
    parts.push(part.text);
    at = skipSpace(text, part.end);
    if (text[at] !== '#') return { text: parts.join(''), end: part.end };
    at += 1;
  }
}

function readPart(text: string, at: number, macros: ReadonlyMap<string, string>): Value | number {
  if (text[at] === '{' || text[at] === '"') {
    const end = text[at] === '{' ? closing(text, at) : closingQuote(text, at);
    return end === undefined ? text.length : { text: text.slice(at + 1, end - 1), end };
  }
  const bare = matchAt(BARE, text, at)?.[0];
  if (bare === undefined) return at;
  return { text: macros.get(bare.toLowerCase()) ?? bare, end: at + bare.length };
}

/** The place behind the brace that closes the one at `open`. A backslash before a brace changes nothing to BibTeX. */
function closing(text: string, open: number): number | undefined {
  const [opening, ending] = text[open] === '(' ? [0x28, 0x29] : [0x7b, 0x7d];
  let depth = 0;
  // Code by code: an expression that looks for the next brace takes several times as long where there are only braces.
  for (let at = open; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === opening) depth += 1;
    else if (code === ending) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function closingQuote(text: string, open: number): number | undefined {
  let depth = 0;
  const mark = /[{}"]/g;
  mark.lastIndex = open + 1;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '"' && depth === 0) return match.index + 1;
    if (match[0] !== '"') depth += match[0] === '{' ? 1 : -1;
    if (depth < 0) return undefined;
  }
  return undefined;
}
