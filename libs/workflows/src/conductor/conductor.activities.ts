import type { ConductorInput, ConductorResult } from './conductor.contract';

/** What the conductor of a rehearsal room asks of the worker. */
export interface ConductorActivities {
  /**
   * Plays steps of the room in global order of time: takes the earliest planned occurrence or due mail, sets the room's time to it,
   * wakes that entity or the desk and waits for the commit. Stops after some seconds with `finished: false`, so that it can go on.
   * Repeating it is harmless: the room's time and the ledger say where it stands.
   */
  conductStep(input: ConductorInput): Promise<ConductorResult>;
}
