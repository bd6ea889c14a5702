import type { Client } from '@temporalio/client';
import { roomNow, type Sql } from '@app/persistence';
import { conductorIdOf, conductorWorkflowType, taskQueues, type ConductorInput, type ConductorResult } from '@app/workflows';

/** The time of a rehearsal room, moved by its conductor. */
export interface RoomClock {
  /** Lets the room play until an instant of its time; at once when it is there already. Rejects when the room is stuck. */
  runTo: (at: string) => Promise<void>;
  /** Steps of the room so far: wake-ups and rounds of mail. */
  steps(): number;
}

/** A clock of the room on the engine: each stretch of time is one run of the room's conductor. */
export async function roomClock(db: Sql, client: Client, roomId: string): Promise<RoomClock> {
  let now = await roomNow(db, roomId);
  let steps = 0;
  return {
    steps: () => steps,
    runTo: async (at) => {
      const until = new Date(at).toISOString();
      if (now !== undefined && until <= now) return;
      const result = await client.workflow.execute<(input: ConductorInput) => Promise<ConductorResult>>(conductorWorkflowType, {
        workflowId: conductorIdOf(roomId),
        taskQueue: taskQueues.project,
        args: [{ roomId, until }],
      });
      steps += result.steps;
      now = result.roomNow;
    },
  };
}
