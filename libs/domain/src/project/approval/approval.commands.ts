import type { Instant, LocalDate } from '../../shared/local-date';

/** Commands of the stage `approval`; all come from the call, which decides for all its applications together. */
export type ApprovalCommand =
  | { type: 'RecordRank'; payload: { rank: number; sumHalfPoints: number; count: number; list: 'A' | 'B' | 'C' | 'D' } }
  | { type: 'ProposeProject'; payload: { decidedAt: Instant; asCentre: boolean } }
  | { type: 'PlaceOnReserve'; payload: { decidedAt: Instant; order: number } }
  | { type: 'RejectProject'; payload: { decidedAt: Instant; list: 'C' | 'D' } }
  | { type: 'StartNotice'; payload: { startedOn: LocalDate; endsAt: Instant } }
  | { type: 'EndNotice'; payload: { endedAt: Instant } }
  | { type: 'AnnounceDecision'; payload: { announcedAt: Instant; announcedOn: LocalDate; projectRef?: string } };
