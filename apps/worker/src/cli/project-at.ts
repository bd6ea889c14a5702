import type { Command } from 'commander';
import { openTasks, pastMoment, type Moment, type PastMoment } from '@app/domain';
import { bodiesOf, findProjectId, type EntityKey } from '@app/persistence';
import { connectClient } from '@app/platform';
import { witnessLedger, witnessText, type WitnessReport } from '../engine/witness-ledger';
import { UsageError, type Cli } from './cli-tools';

interface Options {
  rev?: string;
  at?: string;
  verified?: boolean;
}

/** `project at`: a project as it stood at a past moment; `--verified` compares its entries up to then with the engine's own histories. */
export function addProjectAt(project: Command, cli: Cli): void {
  project
    .command('at')
    .description('a project as it stood at a past moment')
    .argument('<project>', 'reference or id')
    .option('--rev <entry>', 'after this entry of the ledger')
    .option('--at <instant>', 'at this instant, like 2025-09-01T02:00:00Z; now when neither is given')
    .option('--verified', 'compare the entries up to then with the engine’s own histories; exit code 1 when one differs or is not there')
    .action(
      cli.answer(async (wanted: string, options: Options) => {
        const { entity, past } = await cli.onDatabase(async (db) => {
          const id = await findProjectId(db, wanted);
          if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
          const found = { kind: 'project', id } as const;
          const then = pastMoment(await bodiesOf(db, found), momentOf(options));
          if (then === undefined) throw new UsageError('The project has nothing to show for this moment.');
          return { entity: found, past: then };
        });
        const witness = options.verified === true ? await witnessed(cli, entity, past.rev) : undefined;
        const text = [pastText(past), ...(witness === undefined ? [] : [witnessText(witness)])].join('\n');
        return {
          value: { ...past, ...(witness === undefined ? {} : { witness }) },
          text,
          exitCode: (witness?.problems.length ?? 0) === 0 ? 0 : 1,
        };
      }),
    );
}

function momentOf({ rev, at }: Options): Moment {
  if (rev !== undefined && at !== undefined) throw new UsageError('Name an entry or an instant, not both.');
  if (rev !== undefined) return { rev: Number(rev) };
  const instant = new Date(at ?? Date.now());
  if (Number.isNaN(instant.getTime())) throw new UsageError(`${at ?? ''} is no instant.`);
  return { at: instant.toISOString() };
}

async function witnessed(cli: Cli, entity: EntityKey, rev: number): Promise<WitnessReport> {
  const client = connectClient(cli.config());
  try {
    return await cli.onDatabase((db) => witnessLedger(db, client, entity, rev));
  } finally {
    await client.connection.close();
  }
}

function pastText({ state, rev, from, until }: PastMoment): string {
  return [
    `Entry ${rev}, from ${from} ${until === undefined ? 'until today' : `to ${until}`}: ${state.stage}/${state.subState}, policy version ${state.policyVersion}`,
    'Dates',
    ...state.deadlines.map(({ ladder, object, dueOn, endsAt }) => `  ${endsAt}  ${ladder}/${object}  due ${dueOn}`),
    'Tasks',
    ...openTasks(state).map(({ key, people, roles }) => `  ${key}  ${[...people, ...roles].join(', ')}`),
  ].join('\n');
}
