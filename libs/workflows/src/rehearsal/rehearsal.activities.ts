import type { RehearsalInput } from './rehearsal.contract';

/** What the move of a rehearsal asks of the worker. */
export interface RehearsalActivities {
  /** Plays a rehearsal on for a while and notes how far it is. Harmless to repeat. */
  rehearseStep(input: RehearsalInput): Promise<{ done: boolean }>;
}
