import { endAct, endBulkRun, findBulkRun, type BulkEnd, type BulkRun, type TransactionSource } from '@app/persistence';
import type { BulkStep } from '@app/workflows';

const codes = { done: 'BULK_DONE', stopped: 'BULK_STOPPED', halted: 'BULK_HALTED' } as const;

/** Ends a run, and the intervention under which it stands, with what became of its rows. */
export async function finishBulk(db: TransactionSource, run: BulkRun, end: BulkEnd): Promise<BulkStep> {
  await db.transaction(async (tx) => {
    if (!(await endBulkRun(tx, run.id, end))) return;
    const { counts } = (await findBulkRun(tx, run.id)) ?? run;
    await endAct(tx, run.id, {
      state: end.state === 'halted' ? 'failed' : 'done',
      code: end.code ?? codes[end.state],
      values: { applied: counts.applied, foreseen: counts.foreseen },
      after: { ...counts },
    });
  });
  return { next: 'end' };
}
