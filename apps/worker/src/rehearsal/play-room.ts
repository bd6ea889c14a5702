import { ApplicationFailure } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import { advanceRoom, commandsUnderWayInRoom, mailDueInRoom, nextInRoom, roomNow, stillPlanned } from '@app/persistence';
import type { RoomStep, Sql } from '@app/persistence';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues, wakeCommandId } from '@app/workflows';
import type { ConductorInput, ConductorResult, MailDeskInput } from '@app/workflows';
import { sendEntityCommand } from '../dispatch/send-entity-command';
import { waitUntil } from './wait-until';

/** What playing a room needs. */
export interface RoomTools {
  db: Sql;
  client: Client;
  heartbeat: (details: unknown) => void;
  cancelled: AbortSignal;
}

const tries = 3;
const tryMs = 10_000;
const mailMs = 20_000;
const settleMs = 60_000;

/**
 * Plays a room in the exact order of its time until it is `until`, nothing is planned, or `forMs` real milliseconds are over. Between two
 * steps the room comes to rest: what commands of one entity ask of others is committed before time moves on.
 * @throws ApplicationFailure ROOM_STUCK when an entity does not move on, ROOM_UNKNOWN when there is no such room
 */
export async function playRoom(tools: RoomTools, { roomId, until }: ConductorInput, forMs: number): Promise<ConductorResult> {
  const end = Date.now() + forMs;
  let now = await roomNow(tools.db, roomId);
  if (now === undefined) throw ApplicationFailure.nonRetryable(`there is no room ${roomId}`, 'ROOM_UNKNOWN');
  let mailGivenUpAt: string | undefined;
  for (let steps = 0; ; steps++) {
    await comeToRest(tools, roomId);
    const step = await nextInRoom(tools.db, roomId, mailGivenUpAt);
    if (step === undefined || step.at > new Date(until).toISOString())
      return { roomNow: await advanceRoom(tools.db, roomId, until), steps, finished: true };
    if (Date.now() > end) return { roomNow: now, steps, finished: false };
    now = await advanceRoom(tools.db, roomId, step.at);
    if (step.kind === 'wake') await wake(tools, step);
    else if (!(await sendMail(tools, roomId, step.shards))) mailGivenUpAt = step.at;
    tools.heartbeat({ roomNow: now, steps });
  }
}

async function comeToRest({ db, cancelled, heartbeat }: RoomTools, roomId: string): Promise<void> {
  const atRest = async (): Promise<boolean> => {
    heartbeat({ settling: roomId });
    return (await commandsUnderWayInRoom(db, roomId)) === 0;
  };
  if (!(await waitUntil(atRest, settleMs, cancelled))) throw stuck(`commands of room ${roomId} are not carried out`);
}

/** A Wake leaves no outcome, so the entity's head tells; sent again under another update id, since the engine answers a repeated one itself. */
async function wake({ db, client, cancelled }: RoomTools, step: Extract<RoomStep, { kind: 'wake' }>): Promise<void> {
  const at = Date.parse(step.at);
  const id = wakeCommandId(step.entity, step.rev, at);
  const command = { id, type: 'Wake', actor: { kind: 'system' } as const, payload: { at } };
  for (let attempt = 1; attempt <= tries; attempt++) {
    await sendEntityCommand(client, step.entity, command, `${id}/${attempt}/${Date.now()}`);
    if (await waitUntil(async () => !(await stillPlanned(db, step)), tryMs, cancelled)) return;
  }
  throw stuck(`${step.entity.kind} ${step.entity.id} stays at revision ${step.rev}, planned for ${step.at}`);
}

async function sendMail({ db, client, cancelled }: RoomTools, roomId: string, shards: string[]): Promise<boolean> {
  for (const shard of shards) {
    await client.workflow.signalWithStart<(input: MailDeskInput) => Promise<void>, [{ atMs: number }]>(mailDeskWorkflowType, {
      workflowId: mailDeskIdOf(shard),
      taskQueue: taskQueues.project,
      args: [{ shard }],
      signal: dueSignal,
      signalArgs: [{ atMs: 0 }],
    });
  }
  return waitUntil(async () => (await mailDueInRoom(db, roomId)) === 0, mailMs, cancelled);
}

function stuck(why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(why, 'ROOM_STUCK');
}
