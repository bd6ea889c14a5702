import type { ForeseeInput } from './foresee.contract';

/** What a dry run asks of the worker. */
export interface ForeseeActivities {
  /** Thinks the next projects through and notes what was found and how far it is. Harmless to repeat. */
  foreseeStep(input: ForeseeInput): Promise<{ done: boolean }>;
}
