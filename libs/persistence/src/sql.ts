/** Whatever runs SQL: the data source, or one transaction's manager. */
export interface Sql {
  query<T>(statement: string, parameters?: unknown[]): Promise<T>;
}

/** Where transactions come from: the data source. The work's rejection rolls everything back. */
export interface TransactionSource extends Sql {
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

/** Rows of an `UPDATE` or `DELETE` with `RETURNING`, which the driver wraps together with their count. */
export async function changedRows<T>(db: Sql, statement: string, parameters: unknown[]): Promise<T[]> {
  const [rows] = await db.query<[T[], number]>(statement, parameters);
  return rows;
}
