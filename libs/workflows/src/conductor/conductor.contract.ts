/** Name of the workflow type that conducts one rehearsal room. */
export const conductorWorkflowType = 'conductorWorkflow';

/** Workflow id of a room's conductor. */
export function conductorIdOf(roomId: string): string {
  return `conductor/${roomId}`;
}

/** The room a workflow id names; nothing when the id is not a conductor's. */
export function conductedRoomOf(workflowId: string): string | undefined {
  return /^conductor\/(.+)$/.exec(workflowId)?.[1];
}

/** Argument of the conductor: play the room until its time is `until` (ISO instant of the room), or until nothing is planned. */
export interface ConductorInput {
  roomId: string;
  until: string;
}

/** Where a room stands after being conducted. */
export interface ConductorResult {
  /** Time of the room, ISO instant. */
  roomNow: string;
  steps: number;
  /** Whether the room reached `until` or has nothing planned before it. */
  finished: boolean;
}
