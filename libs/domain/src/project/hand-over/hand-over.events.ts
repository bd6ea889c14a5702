import type { PersonId } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { Contact } from '../../shared/facts';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { HandOver } from '../project.state';

/** Who held a place and who was asked to take it. */
interface Ends {
  handOverId: string;
  from: PersonId;
  to: PersonId;
  at: Instant;
}

/** Events of handing over a place in the project. */
export type HandOverEvent =
  | { type: 'HandOverOffered'; handOver: HandOver; at: Instant }
  | ({ type: 'HandOverAccepted'; effectiveOn?: LocalDate } & Ends)
  | ({ type: 'HandOverDeclined' } & Ends)
  | ({ type: 'HandOverCancelled'; by: PersonId } & Ends)
  /** Nobody answered in time: the old holder stays. */
  | ({ type: 'HandOverLapsed' } & Ends)
  /** The new holder stands in the place: as the contact he becomes, or as the officer, with the deadlines that the old one owed by name. */
  | ({ type: 'HandOverTookEffect'; role: HandOver['role']; contact?: Contact; deadlines: Deadline[] } & Ends);
