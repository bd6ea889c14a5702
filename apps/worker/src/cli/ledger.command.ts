import { verifyLedger } from '../engine/verify-ledger';
import type { AddCommand } from './cli-tools';

/** `ledger verify`: computes every hash of the ledger anew; exit code 1 when something does not fit. */
export const addLedger: AddCommand = (program, cli) => {
  const ledger = program.command('ledger').description('the record of the past');
  ledger
    .command('verify')
    .description('compute every hash of the ledger anew')
    .action(
      cli.answer(async () => {
        const report = await cli.onDatabase((db) => verifyLedger(db));
        const lines = report.problems.map(({ entity, rev, what }) => `${entity.kind}/${entity.id} revision ${rev}: ${what}`);
        const sound = `The ledger is sound: ${report.entries} entries of ${report.entities} entities.`;
        return { value: report, text: lines.length === 0 ? sound : lines.join('\n'), exitCode: lines.length === 0 ? 0 : 1 };
      }),
    );
};
