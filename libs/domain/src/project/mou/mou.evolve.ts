import { withDeadlines } from '../../shared/evolve-shared';
import { closeAs, endedFromOf, moveTo } from '../first-state';
import type { Mou, ProjectState } from '../project.state';
import type { SubState } from '../project.stages';
import type { MouEvent } from './mou.events';

type Of<T extends MouEvent['type']> = Extract<MouEvent, { type: T }>;

/** Where an MoU stands, told by what it already has. An open decision on the lapse shows until all have signed. */
function subStateOf(mou: Mou): SubState {
  if (mou.signedOn !== undefined) return 'signed';
  if (mou.periodOverAt !== undefined) return 'lapse-decision';
  if (mou.signatures.length > 0) return 'partly-signed';
  if (mou.signingOpenedAt !== undefined) return 'signing';
  if (mou.acceptedAt === undefined) return 'accepting';
  return mou.draft === undefined ? 'drafting' : 'commenting';
}

function withMou(state: ProjectState, mou: Mou, at: string): ProjectState {
  return moveTo({ ...state, mou }, 'mou', subStateOf(mou), at);
}

function withDraft({ commentsEndedAt: _newTime, ...mou }: Mou, event: Of<'MouDraftSubmitted'>): Mou {
  const stated = event.effectiveOn === undefined ? {} : { effectiveOn: event.effectiveOn };
  const draft = { no: event.no, hash: event.dataHash, documents: event.documents, submittedAt: event.at, ...stated };
  return { ...mou, draft, commentsEndAt: event.commentsEndAt };
}

function withSignature(mou: Mou, event: Of<'PartySigned'>): Mou {
  const { organizationId, signedOn, personId, capacity, document } = event;
  return { ...mou, signatures: [...mou.signatures, { organizationId, signedOn, personId, capacity, document }] };
}

function lapsed(state: ProjectState, at: string): ProjectState {
  const centre = state.demonstrationCentre === undefined ? {} : { demonstrationCentre: 'released' as const };
  return { ...closeAs(state, 'approval-lapsed', at), ...centre, endedFrom: endedFromOf(state) };
}

function inForce(state: ProjectState, mou: Mou, event: Of<'MouTookEffect'>): ProjectState {
  const { durationMonths, milestones, endsOn } = event;
  const centre = state.demonstrationCentre === 'approved' ? { demonstrationCentre: 'active' as const } : {};
  const next = { ...state, ...centre, mou: { ...mou, tookEffectAt: event.at }, construction: { durationMonths, milestones, endsOn } };
  return moveTo(next, 'construction', 'kick-off', event.at);
}

/** The time to sign runs on: an open decision on the lapse is answered, moved deadlines stand in the place of the old ones. */
function extended(state: ProjectState, mou: Mou, { deadlines, until, at }: Of<'MouPeriodExtended'>): ProjectState {
  const { periodOverAt: _over, broughtToCouncilAt: _asked, ...rest } = mou;
  return withMou(
    { ...state, ...withDeadlines(state, deadlines) },
    { ...rest, extensions: (mou.extensions ?? 0) + 1, extendedUntil: until },
    at,
  );
}

type ChangeOfMou = Exclude<MouEvent['type'], 'ApprovalLapsed' | 'MouTookEffect' | 'MouPeriodExtended'>;

const changes: { [T in ChangeOfMou]: (mou: Mou, event: Of<T>) => Mou } = {
  AwardAccepted: (mou, event) => ({ ...mou, acceptedAt: event.at }),
  MouDraftSubmitted: withDraft,
  MouCommentsEnded: (mou, event) => ({ ...mou, commentsEndedAt: event.at }),
  SigningOpened: (mou, event) => ({ ...mou, signingOpenedAt: event.at, signatories: event.signatories }),
  PartySigned: withSignature,
  MouSigned: (mou, event) => ({ ...mou, signedOn: event.signedOn, effectiveOn: event.effectiveOn, expiresOn: event.expiresOn }),
  SignaturePeriodOver: (mou, event) => ({ ...mou, periodOverAt: event.at }),
  LapseBroughtToCouncil: (mou, event) => ({ ...mou, broughtToCouncilAt: event.at }),
};

/** Copies the facts of an MoU event into the state. Throws when there is no award: the ledger is then broken. */
export function evolveMou(state: ProjectState, event: MouEvent): ProjectState {
  const mou = state.mou;
  if (mou === undefined) throw new Error(`${event.type} before ProjectApproved`);
  if (event.type === 'ApprovalLapsed') return lapsed(state, event.at);
  if (event.type === 'MouPeriodExtended') return extended(state, mou, event);
  if (event.type === 'MouTookEffect') return inForce(state, mou, event);
  const change = changes[event.type] as (mou: Mou, event: MouEvent) => Mou;
  return withMou(state, change(mou, event), event.at);
}
