import type { PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Instant } from '../../shared/local-date';
import type { Stage, SubState } from '../project.stages';
import type { ProjectState, Termination } from '../project.state';

/** Events of an end by decision, and of what is taken up again. */
export type EndingEvent =
  | ({ type: 'TerminationDecided'; at: Instant } & Omit<Termination, 'decidedAt'>)
  | { type: 'TerminationLifted'; by: PersonId; reason: TextRef; at: Instant }
  | { type: 'ProjectTerminated'; outcome: Termination['outcome']; at: Instant }
  /** Where the project goes on, with the deadlines that run again. */
  | {
      type: 'ProjectReinstated' | 'WithdrawalUndone';
      stage: Stage;
      subState: SubState;
      deadlines: Deadline[];
      centre?: NonNullable<ProjectState['demonstrationCentre']>;
      by: PersonId;
      reason: TextRef;
      at: Instant;
    };
