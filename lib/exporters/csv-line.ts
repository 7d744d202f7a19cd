// A spreadsheet runs a cell that begins with one of these (CWE-1236, OWASP "CSV Injection"); the full-width ones too,
// which most lists leave out. An apostrophe before it makes the cell plain text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those that start a formula
const FORMULA_START = /^[=+\-@\t\r\n\u0000＝＋－＠]/;

/** Who reads the file: a spreadsheet, which runs formulas, or a program that imports it and wants the text as it is. */
export type CsvReader = 'spreadsheet' | 'import';

/** A row as RFC 4180 has it, with CRLF behind it. */
export function csvLine(cells: readonly string[], reader: CsvReader): string {
  return `${cells.map((cell) => cellText(cell, reader)).join(',')}\r\n`;
}

/** A cell, quoted where it must be (spreadsheets also drop outer spaces unless it is). */
function cellText(value: string, reader: CsvReader): string {
  const inert = reader === 'spreadsheet' && FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
