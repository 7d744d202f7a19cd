import { instantIn, publishedIn } from './file-dates.ts';
import { type RawPaper, startGathering } from './gather.ts';
import type { ImportRead, Turn } from './imported.ts';
import { personName } from './person-name.ts';

interface Record_ {
  line: number;
  values: Map<string, string[]>;
  /** The tag of the last value. */
  last?: string;
}

const LINE_END = /\r\n|[\n\r]|$/g;
// `TY  - JOUR` by the letter; programs write one space, three, or none behind the hyphen.
const TAG = /^\s{0,4}([A-Z][A-Z0-9])\s{1,4}-(?:\s|$)(.*)$/;

/**
 * Reads RIS (https://github.com/aurimasv/translators/wiki/RIS-Tag-Map): any line ends, records without `ER`, tags that
 * come again, values that run over several lines. Keywords (`KW`) are taken for tags, as Zotero writes tags there.
 */
export async function readRis(text: string, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  const take = (record: Record_ | undefined) => {
    if (record) gathering.add(rawOf(record), record.line, titleOf(record) ?? 'TY');
  };
  let open: Record_ | undefined;
  for (const { line, written, end } of linesOf(text)) {
    await turn(end);
    const [, tag, value = ''] = TAG.exec(written) ?? [];
    if (tag === 'TY' || tag === 'ER') {
      take(open);
      open = tag === 'TY' ? { line, values: new Map() } : undefined;
    } else if (written.trim() !== '') {
      if (open) keep(open, tag, tag === undefined ? written.trim() : value.trim());
      else gathering.refuse(line, written, 'not-a-record');
    }
  }
  take(open);
  return gathering;
}

function* linesOf(text: string): Generator<{ line: number; written: string; end: number }> {
  let [start, line] = [0, 0];
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    line += 1;
    yield { line, written: text.slice(start, index), end: index };
    start = index + end.length;
  }
}

/** Keeps a value under its tag; a line without one goes on with the value before it. */
function keep(record: Record_, tag: string | undefined, value: string): void {
  const named = record.values.get(tag ?? record.last ?? '') ?? [];
  if (tag === undefined && named.length > 0) named[named.length - 1] += `\n${value}`;
  if (tag === undefined) return;
  named.push(value);
  record.values.set(tag, named);
  record.last = tag;
}

function titleOf({ values }: Record_): string | undefined {
  return ['TI', 'T1', 'CT'].flatMap((tag) => values.get(tag) ?? [])[0];
}

function rawOf(record: Record_): RawPaper {
  const all = (...tags: string[]) =>
    tags.flatMap((tag) => record.values.get(tag) ?? []).filter((value) => value !== '');
  const [first] = [all('TI', 'T1', 'CT')];
  const authors = all('AU', 'A1');
  const addresses = all('UR', 'LK');
  const pdf = all('L1', 'L2').find((address) => /^https?:/i.test(address));
  return {
    title: first?.[0],
    authors: (authors.length > 0 ? authors : all('A2', 'ED')).map(personName),
    abstract: all('AB', 'N2')[0],
    published: publishedIn(all('DA')[0]) ?? publishedIn(all('PY', 'Y1')[0]),
    venue: venueOf(all('T2', 'JO', 'JF', 'JA', 'J2', 'BT')[0]),
    names: [...all('AN', 'DO', 'M2', 'C7'), ...all('ID').filter((id) => /^10\.|arxiv/i.test(id)), ...addresses],
    page: addresses[0],
    pdf,
    tags: all('KW')
      .flatMap((value) => value.split(/[;\n]/))
      .map((tag) => tag.trim()),
    extra: all('N1', 'RN').join('\n'),
    addedAt: instantIn(all('Y2')[0]?.replaceAll('/', '-').replace(/-+$/, '')),
  };
}

/** Gleaner and bioRxiv write the archive where a journal would stand; that says nothing that the identifier does not. */
function venueOf(text: string | undefined): string | undefined {
  return text === undefined || /^arxiv(?:\.org)?$/i.test(text.trim()) ? undefined : text;
}
