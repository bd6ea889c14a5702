import { databaseMs, type Sql } from '@app/persistence';

/** Compares this process's own clock with the database's. */
export interface ClockWitness {
  /** By how many ms the database's clock has run further than ours since the last time it was asked; 0 the first time. */
  lag(db: Sql): Promise<number>;
}

/** @param ownMs a clock of this process that never goes back, in ms */
export function clockWitness(ownMs: () => number): ClockWitness {
  let last: { database: number; own: number } | undefined;
  return {
    lag: async (db) => {
      const now = { database: await databaseMs(db), own: ownMs() };
      const lag = last === undefined ? 0 : now.database - last.database - (now.own - last.own);
      last = now;
      return lag;
    },
  };
}
