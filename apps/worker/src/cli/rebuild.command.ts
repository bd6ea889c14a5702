import { rebuildDerived } from '../engine/rebuild-summaries';
import type { AddCommand } from './cli-tools';
import { commitToolsOf } from './commit-tools';

/** `rebuild`: writes everything that is derived from the ledger anew. */
export const addRebuild: AddCommand = (program, cli) => {
  program
    .command('rebuild')
    .description('write heads, summaries, planned occurrences, claims and numbers anew from the ledger')
    .action(
      cli.answer(async () => {
        const report = await cli.onDatabase((db) => rebuildDerived(db, commitToolsOf(cli)));
        return { value: report, text: `Rebuilt ${report.entities} entities; removed ${report.orphansRemoved} rows without a ledger.` };
      }),
    );
};
