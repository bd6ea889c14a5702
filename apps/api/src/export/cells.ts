/** A value of an exported table, typed so that a spreadsheet can count with it. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export type Cell =
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  | { is: 'date'; date: string }
  | { is: 'instant'; instant: string }
  | { is: 'nothing' };

/** An empty cell. */
export const nothing: Cell = { is: 'nothing' };

/** A text, or nothing. */
export function textCell(text: string | null | undefined): Cell {
  return text === null || text === undefined || text === '' ? nothing : { is: 'text', text };
}

/** A table that is written row by row; what it makes goes to a sink. */
export interface TableWriter {
  head(names: readonly string[]): void;
  row(cells: readonly Cell[]): void;
  /** Writes what must stand at the end. No row may follow. */
  end(): void;
}

/** Where bytes go. */
export type Sink = (bytes: Uint8Array) => void;
