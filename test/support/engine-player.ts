import { randomUUID } from 'node:crypto';
import { commandsUnderWayInRoom, findCommand } from '@app/persistence';
import type { CommandOutcome, EntityKey, NewCommand } from '@app/persistence';
import type { Player } from '../../apps/worker/src/engine/player';
import { playRoom } from '../../apps/worker/src/rehearsal/play-room';
import type { ShellWorld } from './shell-world';
import { waitFor } from './wait-for';

const roomMs = 600_000;

/** Plays stories on the real engine, in a rehearsal room: each command through the gateway and the entity's shell, after all that was due before it. */
export function enginePlayer(world: ShellWorld, roomId: string): Player {
  const conduct = async (until: string): Promise<void> => {
    const tools = { db: world.db, client: world.client, heartbeat: () => undefined, cancelled: new AbortController().signal };
    await playRoom(tools, { roomId, until }, roomMs);
  };
  const rest = (): Promise<boolean> =>
    waitFor(async () => (await commandsUnderWayInRoom(world.db, roomId)) === 0, { withinMs: 60_000, everyMs: 10 });
  return {
    give: async (entity, { at, id = randomUUID(), type, actor, payload, reason }) => {
      await conduct(at);
      const command: NewCommand = { id, type, actor, payload, source: 'conductor', ...(reason === undefined ? {} : { reason }) };
      const { callId } = payload as { callId?: string };
      const answer = await world.gateway.submit(entity, command, callId === undefined ? undefined : { kind: 'call', id: callId });
      await rest();
      return 'rev' in answer || 'incident' in answer ? answer : decided(world, entity, id);
    },
    wake: () => Promise.resolve(),
    wakeUntil: (_entity, until) => conduct(until),
    dispatch: async () => {
      await rest();
      return 0;
    },
  };
}

async function decided(world: ShellWorld, entity: EntityKey, id: string): Promise<CommandOutcome> {
  return waitFor(async () => (await findCommand(world.db, entity, id))?.outcome ?? undefined, { withinMs: 30_000 });
}
