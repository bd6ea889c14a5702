import type { PersonId, Stage } from '@app/domain';
import { conditionalUpdate, type ConditionalUpdate } from '../conditional-update';
import type { Sql } from '../sql';

/** How many open projects a stage should hold at most; a sign on the board, nothing is refused for it. */
export interface BoardLimit {
  stage: string;
  /** Nothing: no limit. */
  most: number | null;
  version: number;
}

/** The limits that were ever set. */
export function boardLimits(db: Sql): Promise<BoardLimit[]> {
  return db.query<BoardLimit[]>('SELECT stage, most, version FROM board_limit ORDER BY stage');
}

/** Sets the limit of a stage, if it still is what its editor saw (version 0: none was ever set). */
export async function setBoardLimit(
  db: Sql,
  { stage, most, version, by }: { stage: Stage; most: number | null; version: number; by: PersonId },
): Promise<ConditionalUpdate> {
  await db.query(`INSERT INTO board_limit (stage, most, version, changed_by) VALUES ($1, NULL, 0, $2) ON CONFLICT DO NOTHING`, [stage, by]);
  const set = { most, changed_by: by, changed_at: new Date().toISOString() };
  return conditionalUpdate(db, { table: 'board_limit', versionColumn: 'version', where: { stage }, version, set });
}
