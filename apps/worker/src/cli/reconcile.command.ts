import { haltedEntities } from '@app/persistence';
import { connectClient } from '@app/platform';
import { syncEntity } from '../dispatch/send-entity-command';
import { reconcileEntity, type ReconcileProblem, type ReconcileReport } from '../engine/reconcile';
import type { AddCommand } from './cli-tools';
import { commitToolsOf } from './commit-tools';

/** `reconcile`: gives halted entities the ledger entries that their histories have, and lifts the halt. */
export const addReconcile: AddCommand = (program, cli) => {
  program
    .command('reconcile')
    .description('after a restore of the database: fill the ledgers of halted entities from the engine’s histories')
    .action(
      cli.answer(async () => {
        const client = connectClient(cli.config());
        try {
          const reports = await cli.onDatabase(async (db) => {
            const done: ReconcileReport[] = [];
            for (const { entity } of await haltedEntities(db)) {
              const report = await reconcileEntity({ db, client, commit: commitToolsOf(cli) }, entity);
              if (report.problem === undefined) await syncEntity(client, entity, `reconcile-${Date.now()}`);
              done.push(report);
            }
            return done;
          });
          const text = reports.length === 0 ? 'No entity is halted.' : reports.map(lineOf).join('\n');
          return { value: reports, text, exitCode: reports.some((one) => one.problem !== undefined) ? 1 : 0 };
        } finally {
          await client.connection.close();
        }
      }),
    );
};

function lineOf({ entity, restored, problem }: ReconcileReport): string {
  const what = problem === undefined ? `${restored.length} entries restored, the halt is lifted` : `stays halted: ${problemText(problem)}`;
  return `${entity.kind}/${entity.id}: ${what}`;
}

function problemText({ code, values: { rev, scope, key, holder } }: ReconcileProblem): string {
  const texts: Record<ReconcileProblem['code'], string> = {
    ENTRY_DIFFERS: `revision ${rev} differs between ledger and history`,
    ENTRY_LOST: `revision ${rev} is in neither ledger nor history`,
    WRITTEN_DIFFERENTLY: `revision ${rev} would be written differently today`,
    CLAIM_TAKEN: `${scope} ${key} of revision ${rev} is held by ${holder} now`,
  };
  return texts[code];
}
