import { system } from '@app/domain';
import { listCalls } from '@app/persistence';
import type { AddCommand } from './cli-tools';

/** `call list`: all calls, the newest year first. */
export const addCall: AddCommand = (program, cli) => {
  const call = program.command('call').description('the rounds of a programme');
  call
    .command('list')
    .description('all calls, the newest year first')
    .action(
      cli.answer(async () => {
        const calls = await cli.onDatabase((db) => listCalls(db, system));
        const lines = calls.map(
          ({ code, subState, opensAt, closesAt, applications, id }) =>
            `${code}\t${subState}\t${opensAt.toISOString()} to ${closesAt.toISOString()}\t${applications} applications\t${id}`,
        );
        return { value: calls, text: lines.length === 0 ? 'There is no call.' : lines.join('\n') };
      }),
    );
};
