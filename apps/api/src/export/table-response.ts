import type { Response } from 'express';
import { attachment } from '../document/content-disposition';
import { Problem } from '../errors/problem';
import type { Cell } from './cells';
import { csvTable } from './csv-table';
import { responseSink } from './response-sink';
import { xlsxMostRows, xlsxTable } from './xlsx-table';

/** How a table leaves. */
export interface TableWish {
  format: 'csv' | 'xlsx';
  bom?: boolean | undefined;
  /** Begin of the file's name, and name of the sheet. */
  name: string;
  columns: readonly string[];
  /** Rows that may be written at most. */
  mostRows: number;
}

/** A table on its way out. */
export interface LeavingTable {
  /** Begins the answer. Throws EXPORT_TOO_LARGE while nothing is written. */
  begin: (total: number) => void;
  row: (cells: readonly Cell[]) => void;
  /** Resolves when the reader has taken enough for more to be written. */
  drained: () => Promise<void>;
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Writes a table into a response, row by row. What fails before the first byte is thrown on; a fault after it cuts the connection. */
export async function writeTable(response: Response, wish: TableWish, fill: (table: LeavingTable) => Promise<void>): Promise<void> {
  const { format, bom, name, columns, mostRows } = wish;
  const { sink, drained } = responseSink(response);
  const table = format === 'csv' ? csvTable(sink, bom === true) : xlsxTable(sink, name);
  const begin = (total: number): void => {
    const limit = Math.min(mostRows, format === 'xlsx' ? xlsxMostRows - 1 : Infinity);
    if (total > limit) throw new Problem('EXPORT_TOO_LARGE', { values: { rows: total, limit } });
    response.status(200).set({
      'Content-Type': mediaTypes[format],
      'Content-Disposition': attachment(`${name}-${new Date().toISOString().slice(0, 10)}.${format}`),
      'Cache-Control': 'no-store',
    });
    table.head(columns);
  };
  await fill({ begin, row: (cells) => table.row(cells), drained }).catch((error: unknown) => {
    if (!response.headersSent) throw error;
    // The reader must not take half a table for a whole one.
    response.destroy();
  });
  if (response.destroyed) return;
  table.end();
  response.end();
}
