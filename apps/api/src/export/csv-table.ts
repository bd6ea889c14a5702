import { stringify } from 'csv-stringify/sync';
import type { Cell, Sink, TableWriter } from './cells';
import { formulaSafe } from './formula-safe';

const bom = '\ufeff';

/** A table as CSV (RFC 4180) in UTF-8. Texts stand in quotes and are safe from being read as formulas; numbers, dates and instants stand as they are. */
export function csvTable(sink: Sink, withBom: boolean): TableWriter {
  const write = (values: (string | number)[]): void => {
    sink(Buffer.from(stringify([values], { quoted_string: true, record_delimiter: '\r\n' }), 'utf8'));
  };
  return {
    head: (names) => {
      if (withBom) sink(Buffer.from(bom, 'utf8'));
      write(names.map(formulaSafe));
    },
    row: (cells) => write(cells.map(valueOf)),
    end: () => undefined,
  };
}

function valueOf(cell: Cell): string | number {
  switch (cell.is) {
    case 'text':
      return formulaSafe(cell.text);
    case 'number':
      return cell.number;
    case 'date':
      return cell.date;
    case 'instant':
      return cell.instant;
    case 'nothing':
      return '';
  }
}
