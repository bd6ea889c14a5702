import { closeAs, moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ApprovalEvent } from './approval.events';

function approval(state: ProjectState, change: Partial<ProjectState['approval']>): ProjectState {
  return { ...state, approval: { ...state.approval, ...change } };
}

/** Copies the facts of an approval event into the state. */
export function evolveApproval(state: ProjectState, event: ApprovalEvent): ProjectState {
  switch (event.type) {
    case 'RankRecorded': {
      const score = { sumHalfPoints: event.sumHalfPoints, count: event.count };
      return moveTo(approval(state, { rank: event.rank, list: event.list, score }), 'approval', 'awaiting-decision', event.at);
    }
    case 'ProjectProposed': {
      const next = event.asCentre ? { ...state, demonstrationCentre: 'approved' as const } : state;
      return moveTo(approval(next, { decidedAt: event.decidedAt }), 'approval', 'proposed', event.at);
    }
    case 'ProjectPlacedOnReserve':
      return moveTo(approval(state, { decidedAt: event.decidedAt }), 'approval', 'reserve', event.at);
    case 'ProjectRejected':
      return moveTo(approval(state, { decidedAt: event.decidedAt, list: event.list }), 'approval', 'rejected', event.at);
    case 'NoticeStarted':
      return moveTo(approval(state, { noticeEndsAt: event.endsAt }), 'approval', 'public-notice', event.at);
    case 'NoticeEnded':
      return moveTo(state, 'approval', 'ready', event.at);
    case 'ProjectApproved': {
      const mou = { awardLetterAt: event.announcedAt, awardedOn: event.announcedOn, signatures: [] };
      return moveTo(
        approval({ ...state, projectRef: event.projectRef, mou }, { announcedAt: event.announcedAt }),
        'mou',
        'accepting',
        event.at,
      );
    }
    case 'RejectionNotified':
    case 'ReserveNotified':
      return approval(state, { announcedAt: event.announcedAt });
    case 'ReserveExpired':
      return closeAs(state, 'reserve-expired', event.at);
    case 'RejectionFinal':
      return closeAs(state, 'rejected', event.at);
  }
}
