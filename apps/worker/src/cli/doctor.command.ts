import { leftBehindCounts, missingMigrations, policyVersions, type Sql } from '@app/persistence';
import { connectClient } from '@app/platform';
import { missingCalendars } from '../engine/missing-calendars';
import type { AddCommand, Cli, CliDatabase } from './cli-tools';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** `doctor`: looks whether an instance is sound; exit code 1 when something needs a person. Changes nothing. */
export const addDoctor: AddCommand = (program, cli) => {
  program
    .command('doctor')
    .description('look whether this instance is sound')
    .action(
      cli.answer(async () => {
        const findings = [...(await databaseFindings(cli)), await engineFinding(cli)];
        const text = findings.map(({ check, ok, detail }) => `${ok ? 'ok     ' : 'PROBLEM'}  ${check}: ${detail}`).join('\n');
        return { value: findings, text, exitCode: findings.every((one) => one.ok) ? 0 : 1 };
      }),
    );
};

async function databaseFindings(cli: Cli): Promise<Finding[]> {
  try {
    return await cli.onDatabase(async (db) => {
      const missing = await missingMigrations(db);
      const schema = finding('schema', missing.length === 0, missing.length === 0 ? 'up to date' : `missing: ${missing.join(', ')}`);
      return missing.length === 0 ? [schema, ...(await contentFindings(db))] : [schema];
    });
  } catch (error) {
    return [finding('database', false, error instanceof Error ? error.message : 'does not answer')];
  }
}

async function contentFindings(db: CliDatabase): Promise<Finding[]> {
  const published = (await policyVersions(db)).filter((one) => one.state === 'published').length;
  return [
    finding('policy', published > 0, `${published} published versions`),
    await calendarFinding(db),
    ...(await leftBehindFindings(db)),
  ];
}

async function calendarFinding(db: Sql): Promise<Finding> {
  const missing = (await missingCalendars(db, new Date())).map(({ country, year }) => `${country} ${year}`);
  return finding('calendars', missing.length === 0, missing.length === 0 ? 'complete' : `weekends only for ${missing.join(', ')}`);
}

async function leftBehindFindings(db: Sql): Promise<Finding[]> {
  const { halted, pending, overdue, failed } = await leftBehindCounts(db);
  return [
    finding('halted entities', halted === 0, `${halted}`),
    finding('commands pending for over ten minutes', pending === 0, `${pending}`),
    finding('wake-ups over ten minutes late', overdue === 0, `${overdue}`),
    finding('commands that failed in the last day', failed === 0, `${failed}`),
  ];
}

async function engineFinding(cli: Cli): Promise<Finding> {
  const client = connectClient(cli.config());
  try {
    const { serverVersion } = await client.withDeadline(Date.now() + 5_000, () => client.workflowService.getSystemInfo({}));
    return finding('engine', true, `server ${serverVersion ?? 'without a version'}`);
  } catch (error) {
    return finding('engine', false, error instanceof Error ? error.message : 'does not answer');
  } finally {
    await client.connection.close();
  }
}

function finding(check: string, ok: boolean, detail: string): Finding {
  return { check, ok, detail };
}
