import type { LocalDate } from '../../shared/local-date';
import type { TerminationGround } from './termination-grounds';

/** Commands that end a project by decision, and that take one up again; a second person confirms each. */
export type EndingCommand =
  /** Ends a project from a date on, after the time for an appeal; of a demonstration centre the council confirms. */
  | { type: 'DecideTermination'; payload: { grounds: TerminationGround; effectiveOn: LocalDate } }
  /** Lifts a termination before it takes effect, or takes up where it stood a project that was ended by decision or whose approval has lapsed. */
  | { type: 'ReinstateProject'; payload: Record<string, never> }
  /** Takes up an application that was withdrawn by mistake. */
  | { type: 'UnWithdraw'; payload: Record<string, never> };
