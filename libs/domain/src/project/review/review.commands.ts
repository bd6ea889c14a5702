import type { DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { Instant, LocalDate } from '../../shared/local-date';

/** Commands of the stage `review`: the formal check, then the experts. */
export type ReviewCommand =
  | { type: 'AssignOfficer'; payload: { officerId: PersonId } }
  | { type: 'RecordCheckItem'; payload: { code: string; verdict: 'pass' | 'fail' | 'not-applicable'; reasonCode?: string; note?: TextRef } }
  | { type: 'AcceptApplication'; payload: Record<string, never> }
  /** One notice lists every defect; `target` is a form path or a document type, and only these unlock. */
  | { type: 'ReturnForCorrection'; payload: { items: { target: string; reasonCode: string; defect: TextRef }[] } }
  | { type: 'ResubmitCorrection'; payload: { draftVersion: number; draftHash: string } }
  /** Experts in order of preference: the first `review.panelSize` are to be invited, the rest are alternates. */
  | { type: 'ProposeExperts'; payload: { experts: PersonId[] } }
  | { type: 'InviteExpert'; payload: { expertId: PersonId } }
  | { type: 'AcceptInvitation'; payload: Record<string, never> }
  | { type: 'DeclareNoConflict'; payload: Record<string, never> }
  /** Integers of half points per criterion, 0 to twice its weight, with a comment each. */
  | {
      type: 'SubmitScores';
      payload: { halfPoints: Record<string, number>; comments: Record<string, TextRef>; strengths: TextRef; weaknesses: TextRef };
    }
  | { type: 'ScheduleDefence'; payload: { at: Instant; minutes: number; place: TextRef } }
  | { type: 'RecordDefence'; payload: { heldOn: LocalDate; present: PersonId[]; record: DocumentRef } };
