import { randomUUID } from 'node:crypto';
import { askProof, findProof, openWatchFindings, type KeptWatchFinding } from '@app/persistence';
import { connectClient } from '@app/platform';
import { carryOutProof } from '../engine/watchdog/carry-out-proof';
import { watchLimits } from '../engine/watchdog/comparison';
import { mailRecordOf } from '../engine/watchdog/mail-record-comparison';
import type { AddCommand, Cli, CliAnswer } from './cli-tools';
import { commitToolsOf } from './commit-tools';

const shown = 200;

/** `watchdog check`: compares, here and now, what should have happened with what did; works without the watchdog's process. */
export const addWatchdog: AddCommand = (program, cli) => {
  program
    .command('watchdog')
    .description('whether nothing was silently missed')
    .command('check')
    .description('compare plans, outbox, ledger and engine now; exit code 1 when something is found or could not be compared')
    .option('--key <uuid>', 'the same key is the same proof')
    .action(cli.answer(({ key }: { key?: string }) => check(cli, key ?? randomUUID())));
};

function check(cli: Cli, id: string): Promise<CliAnswer> {
  return cli.onDatabase(async (db) => {
    const client = connectClient(cli.config());
    try {
      await askProof(db, { id, door: 'cli', askedBy: null });
      const { namespace } = cli.config().temporal;
      const mailRecord = mailRecordOf(cli.config());
      await carryOutProof({ db, client, namespace, commit: commitToolsOf(cli), limits: watchLimits, mailRecord }, id);
      const proof = await findProof(db, id);
      const { items, total } = await openWatchFindings(db, shown);
      return {
        value: { proof, findings: items, total },
        text: textOf(proof?.failed ?? [], items),
        exitCode: proof?.result === 'quiet' ? 0 : 1,
      };
    } finally {
      await client.connection.close();
    }
  });
}

function textOf(failed: readonly { comparison: string; code: string }[], found: readonly KeptWatchFinding[]): string {
  const lines = [
    ...failed.map(({ comparison, code }) => `Not compared: ${comparison} (${code})`),
    ...found.map(({ reference, about, kind, values }) => `${kind} ${reference ?? about} ${JSON.stringify(values)}`),
  ];
  return lines.length === 0 ? 'Everything that should have happened has happened.' : lines.join('\n');
}
