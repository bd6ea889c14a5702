import { randomUUID } from 'node:crypto';
import { endOfDay, formalZone, later, validatePolicy, type Instant } from '@app/domain';
import {
  accountBySignIn,
  askMove,
  discardRehearsal,
  endAct,
  entityNow,
  findMove,
  findProjectId,
  findRehearsal,
  findCallId,
  lastMove,
  openAct,
  openRehearsal,
  policyToForesee,
  whyNoRehearsal,
  type EntityKey,
  type NewMove,
  type Rehearsal,
} from '@app/persistence';
import { deskSettingsOf } from '../notification/compose-mail-desk';
import { RehearsalActivity } from '../rehearsal-room/rehearsal.activity';
import { UsageError, type AddCommand, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

interface OpenOptions {
  project?: string;
  call?: string;
  policy?: string;
  reason: string;
  as: string;
  key?: string;
}

interface MoveOptions {
  nextEvent?: boolean;
  day?: boolean;
  year?: boolean;
  until?: string;
  restart?: boolean;
  as: string;
  key?: string;
}

const keepDays = 14;
const dayMs = 86_400_000;
const yearDays = 365;

/** `rehearsal`: plays copies of a project or a call on; nothing real is changed and nobody is mailed. Acts are done on the page or by the API. */
export const addRehearsal: AddCommand = (program, cli) => {
  const rehearsal = program.command('rehearsal').description('play copies of a project or a call on; nothing real is changed');
  rehearsal
    .command('open')
    .description('copy a project, or a call with its projects')
    .option('--project <ref>', 'number or id of a project')
    .option('--call <ref>', 'code or id of a call')
    .option('--policy <version>', 'a policy version or open draft that the copies adopt first')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--as <sign-in>', 'who rehearses')
    .option('--key <uuid>', 'the same key is the same rehearsal')
    .action(cli.answer((options: OpenOptions) => cli.onDatabase((db) => open(cli, db, options))));
  rehearsal
    .command('move <id>')
    .description('move one on')
    .option('--next-event', 'to the next thing that happens')
    .option('--day', 'by a day')
    .option('--year', 'by a year')
    .option('--until <date>', 'to the end of a day in Beijing')
    .option('--restart', 'back to its start')
    .requiredOption('--as <sign-in>', 'who rehearses')
    .option('--key <uuid>', 'the same key is the same move')
    .action(cli.answer((id: string, options: MoveOptions) => cli.onDatabase((db) => move(cli, db, id, options))));
  rehearsal
    .command('show <id>')
    .description('how far one is')
    .action(cli.answer((id: string) => cli.onDatabase(async (db) => answerOf(db, id))));
  rehearsal
    .command('discard <id>')
    .description('throw one away')
    .action(
      cli.answer((id: string) =>
        cli.onDatabase(async (db) => {
          const gone = await discardRehearsal(db, id);
          return { value: { id, gone }, text: gone ? 'Thrown away.' : 'There is no such rehearsal (any more).' };
        }),
      ),
    );
};

async function personOf(db: CliDatabase, signIn: string): Promise<string> {
  const account = await accountBySignIn(db, signIn);
  if (account === undefined) throw new UsageError(`Nobody signs in as ${signIn}.`);
  return account.personId;
}

async function sourceOf(db: CliDatabase, { project, call }: OpenOptions): Promise<EntityKey> {
  if ((project === undefined) === (call === undefined)) throw new UsageError('Name one of --project and --call.');
  const id = project === undefined ? await findCallId(db, call ?? '') : await findProjectId(db, project);
  const source: EntityKey = { kind: project === undefined ? 'call' : 'project', id: id ?? '' };
  const why = id === undefined ? 'missing' : await whyNoRehearsal(db, source);
  if (why === 'missing') throw new UsageError('There is no such project or call.');
  if (why === 'closed') throw new UsageError('It is over: nothing would happen in a copy of it.');
  return source;
}

async function policyOf(db: CliDatabase, version: string | undefined): Promise<{ version: number; content: unknown } | undefined> {
  if (version === undefined) return undefined;
  const found = await policyToForesee(db, Number(version));
  if (found === undefined) throw new UsageError('There is no such policy version or draft.');
  const [wrong] = validatePolicy(found.content);
  if (wrong !== undefined) throw new UsageError(wrong.message);
  return { version: Number(version), content: found.content };
}

async function open(cli: Cli, db: CliDatabase, options: OpenOptions): Promise<CliAnswer> {
  const [id, openedBy, source] = [options.key ?? randomUUID(), await personOf(db, options.as), await sourceOf(db, options)];
  const policy = await policyOf(db, options.policy);
  const { reason } = options;
  await db.transaction(async (tx) => {
    const act = await openAct(tx, {
      ...{ id, kind: 'rehearsal', entity: source, door: 'cli', actorId: openedBy, reason },
      ...{ asked: { policyVersion: policy?.version ?? null }, before: {}, needsSecond: false },
    });
    if (act.is === 'key-reused') throw new UsageError('This key was used for something else.');
    if (act.is === 'known') return;
    await openRehearsal(tx, { id, source, policy, openedBy, reason, startsAt: await entityNow(tx, source), keepDays });
    await endAct(tx, id, { state: 'done', code: 'REHEARSAL_OPENED', values: { keepDays } });
  });
  await play(cli, db, id);
  return answerOf(db, id);
}

async function move(cli: Cli, db: CliDatabase, id: string, options: MoveOptions): Promise<CliAnswer> {
  const room = await found(db, id);
  const key = options.key ?? randomUUID();
  const known = await findMove(db, key);
  const asked: NewMove = { id: key, ...wishOf(options, room.now.toISOString()), askedBy: await personOf(db, options.as), rev: room.rev };
  const { is } = known === undefined ? await db.transaction((tx) => askMove(tx, id, asked)) : { is: 'known' };
  if (is === 'busy') throw new UsageError('It is being played; wait until it is there.');
  if (is !== 'asked' && is !== 'known') throw new UsageError('Somebody has moved it on; look at it again.');
  await play(cli, db, key);
  return answerOf(db, id);
}

function wishOf({ nextEvent, day, year, until, restart }: MoveOptions, now: Instant): Pick<NewMove, 'kind' | 'until'> {
  if ([nextEvent, day, year, until, restart].filter((one) => one !== undefined).length !== 1)
    throw new UsageError('Name one of --next-event, --day, --year, --until and --restart.');
  if (nextEvent === true) return { kind: 'next-event' };
  if (restart === true) return { kind: 'restart' };
  if (until === undefined) return { kind: 'run', until: later(now, (year === true ? yearDays : 1) * dayMs) };
  if (!/^\d{4}-\d\d-\d\d$/.test(until)) throw new UsageError('--until needs a date as 2027-03-31.');
  const end = endOfDay(until, formalZone);
  if (end <= now) throw new UsageError('The time of a rehearsal only goes forward.');
  return { kind: 'run', until: end };
}

async function play(cli: Cli, db: CliDatabase, moveId: string): Promise<void> {
  const worker = new RehearsalActivity(db, deskSettingsOf(cli.config()));
  while (!(await worker.rehearseStep({ moveId })).done);
}

async function found(db: CliDatabase, id: string): Promise<Rehearsal> {
  const room = await findRehearsal(db, id);
  if (room === undefined) throw new UsageError('There is no such rehearsal (any more).');
  return room;
}

async function answerOf(db: CliDatabase, id: string): Promise<CliAnswer> {
  const room = await found(db, id);
  const last = await lastMove(db, id);
  const { sourceReference, policyVersion, copies, sent, waiting, now, lineNo } = room;
  const what = `${sourceReference ?? room.source.id}${policyVersion === null ? '' : ` under policy ${policyVersion}`}`;
  const lines = [
    `Rehearsal ${id} of ${what}: ${copies} copies.`,
    `Its time: ${now.toISOString()}. ${lineNo} steps told, ${sent} mails would have gone, ${waiting} wait. Nobody was mailed.`,
    ...(last?.code == null ? [] : [`The last move: ${last.state}, ${last.code}.`]),
  ];
  return { value: { ...room, last }, text: lines.join('\n') };
}
