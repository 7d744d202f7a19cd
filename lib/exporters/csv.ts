import { COLUMNS, cellsOf } from './csv-columns.ts';
import { type CsvReader, csvLine } from './csv-line.ts';
import type { Exporter, ExportOptions, Writer } from './exporter.ts';

const BYTE_ORDER_MARK = '\uFEFF'; // without it Excel reads UTF-8 as the code page of the machine

/** RFC 4180 with a header row, for spreadsheets. It is one-way: JSON is the format that can be read back. */
export const csv: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  start: (options) => startRows(options, 'spreadsheet'),
};

/** The same rows for a program that imports them: no byte order mark, and every text as it is. */
export const csvImport: Exporter = {
  id: 'csv-import',
  extension: 'csv',
  mediaType: 'text/csv',
  start: (options) => startRows(options, 'import'),
};

function startRows({ abstracts = true }: ExportOptions, reader: CsvReader): Writer {
  const row = (cells: ReturnType<typeof cellsOf>) =>
    csvLine(
      COLUMNS.map((column) => cells[column]),
      reader,
    );
  return {
    head: (reader === 'spreadsheet' ? BYTE_ORDER_MARK : '') + csvLine(COLUMNS, reader),
    write: (papers) => papers.map((listed) => row(cellsOf(listed, abstracts))).join(''),
    end: () => '',
  };
}
