import { moveTo } from '../first-state';
import type { Assignment, ProjectState } from '../project.state';
import type { ReviewEvent } from './review.events';

function withAssignment(state: ProjectState, expertId: string, change: Partial<Assignment>): ProjectState {
  const assignments = state.review.assignments.map((a) => (a.expertId === expertId ? { ...a, ...change } : a));
  return { ...state, review: { ...state.review, assignments } };
}

function accepted(state: ProjectState, at: string, deemed: boolean): ProjectState {
  return moveTo({ ...state, check: { ...state.check, acceptedAt: at, ...(deemed ? { deemed: true } : {}) } }, 'review', 'accepted', at);
}

function proposed(state: ProjectState, fresh: Assignment[]): ProjectState {
  const kept = state.review.assignments.filter((a) => a.state !== 'proposed');
  return { ...state, review: { ...state.review, assignments: [...kept, ...fresh] } };
}

type CheckEvent = Extract<
  ReviewEvent,
  {
    type:
      | 'OfficerAssigned'
      | 'CheckItemRecorded'
      | 'ApplicationAccepted'
      | 'ApplicationDeemedAccepted'
      | 'ReturnedForCorrection'
      | 'CorrectionResubmitted'
      | 'CorrectionTimeOver';
  }
>;

function isCheckEvent(event: ReviewEvent): event is CheckEvent {
  return [
    'OfficerAssigned',
    'CheckItemRecorded',
    'ApplicationAccepted',
    'ApplicationDeemedAccepted',
    'ReturnedForCorrection',
    'CorrectionResubmitted',
    'CorrectionTimeOver',
  ].includes(event.type);
}

function evolveCheck(state: ProjectState, event: CheckEvent): ProjectState {
  switch (event.type) {
    case 'OfficerAssigned':
      return { ...state, officerId: event.officerId };
    case 'CheckItemRecorded':
      return { ...state, check: { ...state.check, items: { ...state.check.items, [event.code]: event.item } } };
    case 'ApplicationAccepted':
      return accepted(state, event.at, false);
    case 'ApplicationDeemedAccepted':
      return accepted(state, event.at, true);
    case 'ReturnedForCorrection':
      return moveTo({ ...state, check: { ...state.check, rounds: [...state.check.rounds, event.round] } }, 'review', 'returned', event.at);
    case 'CorrectionResubmitted': {
      const rounds = state.check.rounds.map((r) => (r.no === event.no ? { ...r, resubmittedAt: event.at } : r));
      return moveTo(
        { ...state, submissions: [...state.submissions, event.submission], check: { ...state.check, items: {}, rounds } },
        'review',
        'resubmitted',
        event.at,
      );
    }
    case 'CorrectionTimeOver': {
      const rounds = state.check.rounds.map((r) => (r.no === event.no ? { ...r, timeOverAt: event.at } : r));
      return moveTo({ ...state, check: { ...state.check, rounds } }, 'review', 'checking', event.at);
    }
  }
}

/** Copies the facts of a review event into the state. */
export function evolveReview(state: ProjectState, event: ReviewEvent): ProjectState {
  if (isCheckEvent(event)) return evolveCheck(state, event);
  switch (event.type) {
    case 'ExpertsProposed':
      return proposed(state, event.assignments);
    case 'ExpertInvited': {
      const next = withAssignment(state, event.expertId, { state: 'invited', invitedAt: event.at });
      return state.subState === 'accepted' ? moveTo(next, 'review', 'assigning', event.at) : next;
    }
    case 'InvitationAccepted':
      return moveTo(
        withAssignment(state, event.expertId, { state: 'accepted' }),
        'review',
        state.subState === 'assigning' ? 'scoring' : state.subState,
        event.at,
      );
    case 'InvitationReleased':
      return withAssignment(state, event.expertId, { state: 'released' });
    case 'ExpertReplaced':
      return withAssignment(state, event.expertId, { state: 'replaced' });
    case 'NoConflictDeclared':
      return withAssignment(state, event.expertId, { state: 'declared' });
    case 'ScoresSubmitted': {
      const next = withAssignment(state, event.sheet.expertId, { state: 'done' });
      return { ...next, review: { ...next.review, sheets: [...next.review.sheets, event.sheet] } };
    }
    case 'DefenceScheduled':
      return moveTo(
        { ...state, review: { ...state.review, defence: { at: event.defenceAt, minutes: event.minutes } } },
        'review',
        'defence',
        event.at,
      );
    case 'DefenceRecorded': {
      const slot = state.review.defence ?? { at: event.at, minutes: 0 };
      const defence = { ...slot, heldOn: event.heldOn, present: event.present, record: event.record };
      return { ...state, review: { ...state.review, defence } };
    }
  }
}
