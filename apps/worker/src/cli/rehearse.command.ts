import { connectClient, type Config } from '@app/platform';
import { addDemoOrganizations, addDemoPeople, keepDemoPeople, readDemoPeople, type DemoPerson } from '../engine/first-data/demo-people';
import { demoPeopleFile } from '../engine/first-data/first-data';
import { laosPolicyVersion, publishLaosPolicy } from '../engine/first-data/laos-standards';
import { rehearse, type Rehearsal, type RehearsalTotals } from '../rehearsal/rehearse';
import { laosPlot } from '../story/laos-plot';
import { rehearsalPlot } from '../story/rehearsal-plot';
import { UsageError, type AddCommand, type CliDatabase } from './cli-tools';

interface Wish {
  url: string;
  one?: boolean;
  laos?: boolean;
  quiet?: boolean;
}

/** `rehearse`: plays three years of a call in a room of its own, through the API of a running instance in rehearsal mode. */
export const addRehearse: AddCommand = (program, cli) => {
  program
    .command('rehearse')
    .description('play three years of a call in seconds, on a running instance in rehearsal mode')
    .requiredOption('--url <url>', 'address of the instance')
    .option('--one', 'one project alone')
    .option('--laos', 'the Laos standards programme under its own policy')
    .option('--quiet', 'the totals only')
    .action(
      cli.answer(async (wish: Wish) => {
        const config = cli.config();
        if (config.mode !== 'rehearsal') throw new UsageError('A rehearsal needs an instance of its own: GONGFANG_MODE=rehearsal.');
        const totals = await cli.onDatabase((db) => rehearseOn(db, config, wish));
        return { value: totals, text: totalsText(totals) };
      }),
    );
};

async function rehearseOn(db: CliDatabase, config: Config, { url, quiet, ...wish }: Wish): Promise<RehearsalTotals> {
  const client = connectClient(config);
  try {
    const stage = { db, client, api: url.replace(/\/$/, ''), people: await demoPeopleOf(db, config) };
    return await rehearse(stage, {
      ...(await playOf(db, wish)),
      tell: quiet === true ? () => undefined : (line) => process.stderr.write(`${line}\n`),
    });
  } finally {
    await client.connection.close();
  }
}

async function playOf(
  db: CliDatabase,
  { one = false, laos = false }: Pick<Wish, 'one' | 'laos'>,
): Promise<Pick<Rehearsal, 'name' | 'plotIn'>> {
  if (!laos) return { name: one ? 'one project' : 'three applications', plotIn: (roomId) => rehearsalPlot(roomId, one) };
  await publishLaosPolicy(db);
  return { name: 'Laos standards', plotIn: (roomId) => laosPlot(roomId, laosPolicyVersion) };
}

/** The demo people of the instance; an empty instance gets them. */
async function demoPeopleOf(db: CliDatabase, config: Config): Promise<DemoPerson[]> {
  const [row] = await db.query<{ count: number }[]>('SELECT count(*)::int AS count FROM person');
  if (row?.count !== 0) return readDemoPeople(demoPeopleFile(config));
  const people = await db.transaction(async (tx) => {
    await addDemoOrganizations(tx);
    return addDemoPeople(tx);
  });
  await keepDemoPeople(demoPeopleFile(config), people);
  return people;
}

function totalsText({ steps, commands, events, mails, wallMs, roomNow }: RehearsalTotals): string {
  const counts = `${commands} commands, ${steps} steps of the clock, ${events} events, ${mails} mails`;
  return `\nPlayed until ${roomNow.slice(0, 10)}: ${counts} in ${(wallMs / 1_000).toFixed(1)} s.`;
}
