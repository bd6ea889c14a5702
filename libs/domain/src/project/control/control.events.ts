import type { PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Contact } from '../../shared/facts';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { Stage, SubState } from '../project.stages';
import type { Superseded } from '../project.state';

/** Events of holding and of the machinery's reports. */
export type ControlEvent =
  | {
      type: 'ProjectHeld';
      kind: 'hold' | 'suspension';
      reasonCode: string;
      text?: TextRef;
      heldOn: LocalDate;
      automatic: boolean;
      frozen: Deadline[];
      at: Instant;
    }
  | { type: 'ProjectResumed'; resumedOn: LocalDate; moved: Deadline[]; at: Instant }
  /** Back to an earlier step: the parts of the state that are open again, and what had been done in them. */
  | {
      type: 'ProjectRewound';
      stage: Stage;
      from: SubState;
      to: SubState;
      superseded: Superseded['work'];
      work: Superseded['work'];
      /** Where it stood, and the deadlines that ended with it; missing in rewinds from before they could be undone. */
      fromStage?: Stage;
      ended?: Deadline[];
      by: PersonId;
      reason: TextRef;
      at: Instant;
    }
  /** The last rewind taken back: the work that had been put aside counts again, its deadlines run anew. */
  | {
      type: 'RewindUndone';
      stage: Stage;
      from: SubState;
      to: SubState;
      work: Superseded['work'];
      deadlines: Deadline[];
      by: PersonId;
      reason: TextRef;
      at: Instant;
    }
  | { type: 'ContactReplaced'; personId: PersonId; contact: Contact; by: PersonId; reason: TextRef; at: Instant }
  /** Another policy counts from now on. Deadlines that keep their date, but not what follows from it; those that move follow as events of their own. */
  | { type: 'PolicyAdopted'; from: number; to: number; deadlines: Deadline[]; by?: PersonId; reason: TextRef; at: Instant }
  | { type: 'AddressFailed'; personId: PersonId; notificationKey: string; at: Instant }
  | { type: 'AddressWorksAgain'; personId: PersonId; at: Instant };
