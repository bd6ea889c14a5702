import { closeAs, moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ApprovalEvent } from './approval.events';

type Of<T extends ApprovalEvent['type']> = Extract<ApprovalEvent, { type: T }>;

function approval(state: ProjectState, change: Partial<ProjectState['approval']>): ProjectState {
  return { ...state, approval: { ...state.approval, ...change } };
}

function decided(state: ProjectState, event: { decidedAt: string }, more: Partial<ProjectState['approval']> = {}): ProjectState {
  return approval(state, { decidedAt: event.decidedAt, ...more });
}

function ranked(state: ProjectState, event: Of<'RankRecorded'>): ProjectState {
  const score = { sumHalfPoints: event.sumHalfPoints, count: event.count };
  return moveTo(approval(state, { rank: event.rank, list: event.list, score }), 'approval', 'awaiting-decision', event.at);
}

function proposed(state: ProjectState, event: Of<'ProjectProposed'>): ProjectState {
  const next = event.asCentre ? { ...state, demonstrationCentre: 'approved' as const } : state;
  return moveTo(decided(next, event), 'approval', 'proposed', event.at);
}

function approved(state: ProjectState, event: Of<'ProjectApproved'>): ProjectState {
  const mou = { awardLetterAt: event.announcedAt, awardedOn: event.announcedOn, signatures: [] };
  const next = { ...state, projectRef: event.projectRef, mou };
  return moveTo(approval(next, { announcedAt: event.announcedAt }), 'mou', 'accepting', event.at);
}

const copies: { [T in ApprovalEvent['type']]: (state: ProjectState, event: Of<T>) => ProjectState } = {
  RankRecorded: ranked,
  ProjectProposed: proposed,
  ProjectPlacedOnReserve: (state, event) => moveTo(decided(state, event), 'approval', 'reserve', event.at),
  ProjectRejected: (state, event) => moveTo(decided(state, event, { list: event.list }), 'approval', 'rejected', event.at),
  NoticeStarted: (state, event) => moveTo(approval(state, { noticeEndsAt: event.endsAt }), 'approval', 'public-notice', event.at),
  NoticeEnded: (state, event) => moveTo(state, 'approval', 'ready', event.at),
  ProjectApproved: approved,
  RejectionNotified: (state, event) => approval(state, { announcedAt: event.announcedAt }),
  ReserveNotified: (state, event) => approval(state, { announcedAt: event.announcedAt }),
  ReserveExpired: (state, event) => closeAs(state, 'reserve-expired', event.at),
  RejectionFinal: (state, event) => closeAs(state, 'rejected', event.at),
};

/** Copies the facts of an approval event into the state. */
export function evolveApproval(state: ProjectState, event: ApprovalEvent): ProjectState {
  const copy = copies[event.type] as (state: ProjectState, event: ApprovalEvent) => ProjectState;
  return copy(state, event);
}
