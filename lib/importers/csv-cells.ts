/** One row of a table with the line on which it begins. */
export interface Row {
  line: number;
  cells: string[];
  /** Where it ends in the text. */
  end: number;
}

const MOST_CELLS = 500;

/** The character that sets cells apart: the one that the first line holds most often outside quotes. */
export function delimiterOf(head: string): string {
  const line = (/^[^\r\n]*/.exec(head)?.[0] ?? '').slice(0, 10_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => line.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** Reads rows as RFC 4180 has them: quoted cells may hold line breaks and doubled quotes. Empty lines are no rows. */
export function* csvRows(text: string, delimiter: string): Generator<Row> {
  const stop = stopAt(delimiter);
  let [at, line] = [0, 1];
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    let open = true;
    while (open) {
      const cell = readCell(text, at, stop);
      line += breaksIn(cell.text);
      if (cells.length < MOST_CELLS) cells.push(cell.text);
      open = text[cell.end] === delimiter;
      at = cell.end + (open ? 1 : 0);
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) yield { line: begun, cells, end: at };
  }
}

function breaksIn(cell: string): number {
  return cell !== '' && /[\r\n]/.test(cell) ? (cell.match(/\r\n|[\r\n]/g)?.length ?? 0) : 0;
}

/** What ends a cell without quotes. One for a whole text: a new one for each of millions of cells costs more than they. */
function stopAt(delimiter: string): RegExp {
  return delimiter === '\t' ? /[\t\r\n]/g : delimiter === ';' ? /[;\r\n]/g : /[,\r\n]/g;
}

function readCell(text: string, at: number, stop: RegExp): { text: string; end: number } {
  if (text[at] !== '"') {
    const end = endFrom(text, at, stop);
    return { text: text.slice(at, end), end };
  }
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  // A quote that nothing closes is a part of its cell.
  const end = endFrom(text, close >= 0 ? close + 1 : at + 1, stop);
  if (close < 0) return { text: text.slice(at, end), end };
  return { text: text.slice(at + 1, close).replaceAll('""', '"') + text.slice(close + 1, end), end };
}

function endFrom(text: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.test(text) ? stop.lastIndex - 1 : text.length;
}
