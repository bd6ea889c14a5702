import type { Instant, LocalDate } from '../../shared/local-date';

/** Events of the stage `approval`. */
export type ApprovalEvent =
  | { type: 'RankRecorded'; rank: number; sumHalfPoints: number; count: number; list: 'A' | 'B' | 'C' | 'D'; at: Instant }
  | { type: 'ProjectProposed'; decidedAt: Instant; asCentre: boolean; at: Instant }
  | { type: 'ProjectPlacedOnReserve'; decidedAt: Instant; order: number; at: Instant }
  | { type: 'ProjectRejected'; decidedAt: Instant; list: 'C' | 'D'; at: Instant }
  | { type: 'NoticeStarted'; startedOn: LocalDate; endsAt: Instant; at: Instant }
  | { type: 'NoticeEnded'; at: Instant }
  | { type: 'ProjectApproved'; projectRef: string; announcedAt: Instant; announcedOn: LocalDate; asCentre: boolean; at: Instant }
  | { type: 'RejectionNotified'; announcedAt: Instant; at: Instant }
  | { type: 'ReserveNotified'; announcedAt: Instant; at: Instant }
  | { type: 'ReserveExpired'; at: Instant }
  | { type: 'RejectionFinal'; at: Instant };
