import type { Actor } from '@app/domain';
import type { TransactionSource } from '../sql';
import { narrowed, projectParts } from './project-filters';
import { linesStatement, type ProjectLine, type ProjectQuery } from './project-reader';

/** Takes the lines of a list one batch after the other. */
export interface LineTaker {
  /** How many lines will come; may throw. */
  begin(total: number): void;
  /** The next batch; the following one is read when this resolves. */
  lines(batch: Omit<ProjectLine, 'sortKey'>[]): Promise<void>;
}

const batchSize = 500;
const everything = 2_000_000_000;

/** Reads all lines of a list as they are at one moment, in the memory of one batch. Resolves when all are taken, rejects when the taker does. */
export function readEveryLine(
  db: TransactionSource,
  actor: Actor,
  query: Omit<ProjectQuery, 'limit' | 'after' | 'backwards'>,
  take: LineTaker,
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const wanted = await narrowed(tx, query);
    const { from, where, values } = projectParts(actor, wanted);
    const [counted] = await tx.query<{ count: number }[]>(`SELECT count(*)::integer AS count FROM ${from} WHERE ${where}`, values);
    take.begin(counted?.count ?? 0);
    const statement = linesStatement(actor, { ...wanted, limit: everything });
    await tx.query(`DECLARE every_line NO SCROLL CURSOR FOR ${statement.sql}`, statement.values);
    for (;;) {
      const batch = await tx.query<ProjectLine[]>(`FETCH ${batchSize} FROM every_line`);
      if (batch.length === 0) return;
      await take.lines(batch);
    }
  });
}
