import { evolveShared, isSharedEvent } from '../shared/evolve-shared';
import type { SharedEvent } from '../shared/deadline-events';
import type { CallEvent } from './call.events';
import { callStateSchema, type CallState, type CallSubState } from './call.state';

type OwnEvent = Exclude<CallEvent, SharedEvent>;

function firstCallState(event: Extract<CallEvent, { type: 'CallCreated' }>): CallState {
  return {
    kind: 'call',
    schema: callStateSchema,
    id: event.callId,
    code: event.code,
    programme: event.programme,
    year: event.year,
    policyVersion: event.policyVersion,
    clock: event.clock,
    subState: 'draft',
    since: event.at,
    createdBy: event.by,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    applications: [],
    referenceNumbers: {},
    freePlaces: 0,
    freedBy: [],
    proposals: [],
    deadlines: [],
    series: {},
  };
}

function at(state: CallState, subState: CallSubState, since: string): CallState {
  return { ...state, subState, since };
}

function withReferences(state: CallState, event: Extract<CallEvent, { type: 'ProjectsAnnounced' }>): CallState['referenceNumbers'] {
  const numbers = { ...state.referenceNumbers };
  for (const line of event.lines) {
    const no = Number(line.projectRef?.split('-').pop() ?? '0');
    numbers[line.hostCountry] = Math.max(numbers[line.hostCountry] ?? 0, no);
  }
  return numbers;
}

type DecisionEvent = Extract<
  OwnEvent,
  { type: 'RankingFixed' | 'ProposalPrepared' | 'ProposalDecided' | 'PublicNoticeStarted' | 'PublicNoticeEnded' | 'ProjectsAnnounced' }
>;

function isDecisionEvent(event: OwnEvent): event is DecisionEvent {
  return ['RankingFixed', 'ProposalPrepared', 'ProposalDecided', 'PublicNoticeStarted', 'PublicNoticeEnded', 'ProjectsAnnounced'].includes(
    event.type,
  );
}

function evolveDecision(state: CallState, event: DecisionEvent): CallState {
  switch (event.type) {
    case 'RankingFixed':
      return at({ ...state, ranking: event.lines }, 'reviewing', event.at);
    case 'ProposalPrepared':
      return at({ ...state, proposal: { lines: event.lines, preparedAt: event.at } }, 'deciding', event.at);
    case 'ProposalDecided':
      return at({ ...state, decision: { lines: event.lines, decidedAt: event.at, decidedOn: event.decidedOn } }, 'deciding', event.at);
    case 'PublicNoticeStarted':
      return at({ ...state, noticeStartedOn: event.startedOn, noticeEndsAt: event.endsAt }, 'public-notice', event.at);
    case 'PublicNoticeEnded':
      return { ...state, noticeEnded: true };
    case 'ProjectsAnnounced':
      return at({ ...state, announcedOn: event.announcedOn, referenceNumbers: withReferences(state, event) }, 'announced', event.at);
  }
}

/** Copies the facts of an event into the state of a call. Throws on an event before `CallCreated`. */
export function evolveCall(state: CallState | undefined, event: CallEvent): CallState {
  if (event.type === 'CallCreated') return firstCallState(event);
  if (state === undefined) throw new Error(`${event.type} before CallCreated`);
  if (isSharedEvent(event)) return evolveShared(state, event);
  if (isDecisionEvent(event)) return evolveDecision(state, event);
  switch (event.type) {
    case 'CallPublished':
      return at({ ...state, publishedAt: event.at, opensAt: event.opensAt }, 'published', event.at);
    case 'CallOpened':
      return at(state, 'open', event.at);
    case 'CallClosed':
      return at(state, 'closed', event.at);
    case 'ApplicationCounted':
      return { ...state, applications: [...state.applications, event.projectId] };
    default:
      return { ...state, ...placesAfter(state, event) };
  }
}

function placesAfter(
  { freePlaces, freedBy }: CallState,
  { type, projectId }: Extract<CallEvent, { type: 'PlaceFreed' | 'PlaceReclaimed' }>,
): Pick<CallState, 'freePlaces' | 'freedBy'> {
  return type === 'PlaceFreed'
    ? { freePlaces: freePlaces + 1, freedBy: [...freedBy, projectId] }
    : { freePlaces: freePlaces - 1, freedBy: freedBy.filter((id) => id !== projectId) };
}
