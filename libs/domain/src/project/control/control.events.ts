import type { PersonId, TextRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Instant, LocalDate } from '../../shared/local-date';

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
  | { type: 'AddressFailed'; personId: PersonId; notificationKey: string; at: Instant }
  | { type: 'AddressWorksAgain'; personId: PersonId; at: Instant };
