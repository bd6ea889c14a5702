import type { CallEvent } from '../call/call.events';
import type { CallState } from '../call/call.state';
import type { SharedEvent } from '../shared/deadline-events';
import { tell, type Telling } from './intent';
import type { NotificationIntent } from './notification-kinds';

/** Events of a call's own course. */
export type CallOwnEvent = Exclude<CallEvent, SharedEvent>;
type Notices<T extends CallOwnEvent['type']> = (event: Extract<CallOwnEvent, { type: T }>, state: CallState) => NotificationIntent[];

const nobody = (): NotificationIntent[] => [];

function say(state: CallState, telling: Telling): NotificationIntent[] {
  return [tell({ ...telling, values: { ref: state.code, year: state.year, ...telling.values } })];
}

/** Who is told of what happens to a call: its Secretariat; the council when it has to decide. Applicants are told by their projects. */
export const callNotices: { [T in CallOwnEvent['type']]: Notices<T> } = {
  CallCreated: nobody,
  CallPublished: (event, state) =>
    say(state, {
      kind: 'call-published',
      audience: 'secretariat',
      at: event.at,
      values: { opensAt: event.opensAt, closesAt: state.closesAt },
    }),
  CallOpened: nobody,
  CallClosed: (event, state) =>
    say(state, {
      kind: 'call-closed',
      audience: 'secretariat',
      at: event.at,
      values: { closedAt: event.closedAt, applications: event.applications.length },
    }),
  ApplicationCounted: nobody,
  RankingFixed: (event, state) =>
    say(state, {
      kind: 'ranking-fixed',
      audience: 'secretariat',
      at: event.at,
      values: { lines: event.lines.length },
      action: 'PrepareProposal',
    }),
  ProposalPrepared: (event, state) =>
    say(state, {
      kind: 'decision-asked',
      audience: 'council',
      at: event.at,
      values: { lines: event.lines.length },
      action: 'DecideProposal',
    }),
  ProposalDecided: nobody,
  PublicNoticeStarted: nobody,
  PublicNoticeEnded: nobody,
  ProjectsAnnounced: nobody,
  PlaceFreed: nobody,
  PlaceReclaimed: nobody,
};
