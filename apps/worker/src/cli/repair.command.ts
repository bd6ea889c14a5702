import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { findAct, findProjectId, listFindings, openAct, type EntityKey, type KeptFinding, type TechnicalAct } from '@app/persistence';
import { connectClient } from '@app/platform';
import { dangerousRepairs, repairActs, repairPrefix, repairsForMany, whyNoRepair, type RepairAct } from '@app/workflows';
import { inspectEntity, resetRadiusOf, type InspectTools } from '../engine/inspect-entity';
import { lookForTrouble } from '../engine/look-for-trouble';
import { startMaintenance } from '../engine/start-maintenance';
import { troubleLateMs } from '../engine/trouble-limits';
import { UsageError, type AddCommand, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

const waitMs = 90_000;
const lookAgainMs = 500;

/** `repair`: finds what is wrong with the shells of entities and puts it right; the worker carries it out, and it stands on record. */
export const addRepair: AddCommand = (program, cli) => {
  const repair = program.command('repair').description('find what needs repair inside the engine, and repair it');
  repair
    .command('list')
    .description('look at everything and list what needs repair; exit code 1 when something does')
    .action(cli.answer(() => onEngine(cli, list)));
  repair
    .command('all')
    .description('repair everything that has one kind of trouble; each repair stands on record by itself')
    .argument('<act>', repairsForMany.join(', '))
    .requiredOption('--code <code>', 'the trouble, as `repair list` names it, for example SHELL_MISSING')
    .requiredOption('--reason <text>', 'kept with each repair')
    .action(cli.answer((act: string, wish: { code: string; reason: string }) => onEngine(cli, (tools) => repairAll(tools, act, wish))));
  for (const act of repairActs) {
    repair
      .command(act)
      .description(texts[act])
      .argument('<project>', 'reference or id; a call as call/<id>')
      .requiredOption('--reason <text>', 'kept with the repair')
      .option('--key <uuid>', 'the same key is the same repair')
      .action(cli.answer((wanted: string, wish: Wish) => onEngine(cli, (tools) => carryOut(tools, { act, wanted, ...wish }))));
  }
};

/** Repairs all that a look finds to have one trouble, one after the other; where it makes no sense any more nothing is done. */
async function repairAll(tools: Tools, wanted: string, { code, reason }: { code: string; reason: string }): Promise<CliAnswer> {
  const act = repairsForMany.find((one) => one === wanted);
  if (act === undefined) throw new UsageError(`For many at once there is ${repairsForMany.join(', ')}.`);
  await lookForTrouble({ ...tools, everyOne: true, heartbeat: () => undefined });
  const found = (await listFindings(tools.db, 1_000)).filter((one) => one.code === code);
  const lines: string[] = [];
  let failed = false;
  for (const { entity, reference } of found) {
    const name = reference ?? `${entity.kind}/${entity.id}`;
    try {
      const answer = await carryOut(tools, { act, wanted: entity.kind === 'call' ? `call/${entity.id}` : entity.id, reason });
      lines.push(`${name}: ${answer.text}`);
      failed ||= answer.exitCode === 1;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      lines.push(`${name}: ${error.message}`);
    }
  }
  return { value: lines, text: lines.length === 0 ? `Nothing has ${code}.` : lines.join('\n'), exitCode: failed ? 1 : 0 };
}

const texts: Record<RepairAct, string> = {
  sync: 'have the workflow read the ledger',
  restart: 'start the workflow from the ledger',
  retry: 'try at once what is tried again and again',
  roll: 'go on in a new run',
  deliver: 'hand over commands that wait',
  reconcile: 'write again what the ledger lost',
  reset: 'propose a reset; another administrator confirms it on the page',
  terminate: 'propose to end the workflow; another administrator confirms it on the page',
};

interface Wish {
  reason: string;
  key?: string;
}

type Tools = InspectTools & { db: CliDatabase };

function onEngine(cli: Cli, work: (tools: Tools) => Promise<CliAnswer>): Promise<CliAnswer> {
  return cli.onDatabase(async (db) => {
    const client = connectClient(cli.config());
    try {
      return await work({ db, client, lateMs: troubleLateMs });
    } finally {
      await client.connection.close();
    }
  });
}

async function list(tools: Tools): Promise<CliAnswer> {
  await lookForTrouble({ ...tools, everyOne: true, heartbeat: () => undefined });
  const found = await listFindings(tools.db, 1_000);
  const lineOf = ({ entity, reference, code, values }: KeptFinding): string =>
    `${reference ?? `${entity.kind}/${entity.id}`}: ${code} ${JSON.stringify(values)}`;
  return {
    value: found,
    text: found.length === 0 ? 'Nothing needs repair.' : found.map(lineOf).join('\n'),
    exitCode: found.length === 0 ? 0 : 1,
  };
}

async function carryOut(tools: Tools, { act, wanted, reason, key }: Wish & { act: RepairAct; wanted: string }): Promise<CliAnswer> {
  const entity = await entityNamed(tools.db, wanted);
  const id = key ?? randomUUID();
  const known = await findAct(tools.db, id);
  const { asked, before } = known ?? (await seenBefore(tools, act, entity));
  const needsSecond = dangerousRepairs.includes(act);
  const opened = await openAct(tools.db, {
    ...{ id, kind: repairPrefix + act, entity, door: 'cli', actorId: null, reason },
    ...{ asked, before, needsSecond },
  });
  if (opened.is === 'key-reused') throw new UsageError(`The key ${id} stands for another repair.`);
  if (opened.act.state === 'proposed') {
    return { value: opened.act, text: `Proposed (${id}). An administrator confirms it on the page Administration, Repair.` };
  }
  await startMaintenance(tools.client, { task: 'repair', id });
  return answerOf(await ended(tools.db, id));
}

async function entityNamed(db: CliDatabase, wanted: string): Promise<EntityKey> {
  if (wanted.startsWith('call/')) return { kind: 'call', id: wanted.slice('call/'.length) };
  const id = await findProjectId(db, wanted);
  if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
  return { kind: 'project', id };
}

/** How it stands now, and what exactly is asked; refuses a repair that makes no sense. */
async function seenBefore(tools: Tools, act: RepairAct, entity: EntityKey): Promise<Pick<TechnicalAct, 'asked' | 'before'>> {
  const seen = await inspectEntity(tools, entity);
  if (seen === undefined) throw new UsageError('The ledger does not know it.');
  const whyNot = whyNoRepair(act, seen);
  if (whyNot !== undefined) throw new UsageError(`This makes no sense now: ${whyNot}.`);
  const { runId, ledgerRev, shellRev, outboxRows, mailsSent, retrying } = seen;
  const radius = act === 'reset' && runId !== undefined ? await resetRadiusOf(tools.client, entity, runId, seen.standing) : undefined;
  if (act === 'reset' && radius === undefined) throw new UsageError('There is no step to go back to.');
  const asked = radius === undefined ? {} : { runId, eventId: radius.eventId };
  return {
    asked,
    before: { runId, ledgerRev, shellRev, outboxRows, mailsSent, retrying, findings: seen.findings.map(({ code }) => code) },
  };
}

async function ended(db: CliDatabase, id: string): Promise<TechnicalAct | undefined> {
  const until = Date.now() + waitMs;
  let act = await findAct(db, id);
  while (act?.endedAt === null && Date.now() < until) {
    await delay(lookAgainMs);
    act = await findAct(db, id);
  }
  return act;
}

function answerOf(act: TechnicalAct | undefined): CliAnswer {
  if (act === undefined || act.endedAt === null) return { value: act, text: 'Still being carried out; look again later.', exitCode: 1 };
  const text = act.state === 'done' ? 'Done, and checked.' : `Failed: ${act.resultCode} ${JSON.stringify(act.resultValues)}`;
  return { value: act, text, exitCode: act.state === 'done' ? 0 : 1 };
}
