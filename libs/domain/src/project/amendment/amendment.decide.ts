import { refuse } from '../../shared/result';
import { closeDeadline } from '../../shared/make-deadline';
import type { DecideContext } from '../../shared/decision';
import type { TextRef } from '../../shared/branded-ids';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { AmendmentCommand } from './amendment.commands';
import type { ChangeSet } from './change-set';
import { changesOf } from './open-changes';
import { changeTypeRules } from './change-types';
import { checkItems, effectOf } from './change-items';
import { blockAsked, releasesOfChanges } from './lead-block';
import { running, type Refusal, type Running } from './field-rule';
import { decidePropose, decideUndoChange } from './propose-change';
import { decideAmendmentSignature } from './sign-amendment';
import { clockOf, settled, signersOf, signingDeadlines, signingOver } from './take-effect';
import type { PersonSetting } from './person-setting';

/** The change a command names, if it stands so that the command makes sense. */
function named(state: ProjectState, changeId: string, ...states: ChangeSet['state'][]): { ok: true; change: ChangeSet } | Refusal {
  const change = changesOf(state).find((one) => one.changeId === changeId);
  if (change === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such change', { changeId });
  if (!states.includes(change.state)) return refuse('CHANGE_DECIDED', 'it stands otherwise', { no: change.no, state: change.state });
  return { ok: true, change };
}

/** Minor changes and corrections are an officer's or the head's, major ones the head's; nobody decides on what he asked for himself. */
function judgeRefusal({ types, proposedBy }: ChangeSet, { actor }: PersonSetting): Refusal | undefined {
  if (actor.personId === proposedBy) return refuse('SAME_PERSON', 'a second person decides');
  const major = types.some((type) => changeTypeRules[type].weight === 'major');
  return major && !actor.roles.includes('SH') ? refuse('NOT_ALLOWED', 'a major change is the head’s') : undefined;
}

type Approval = Extract<AmendmentCommand, { type: 'ApproveChange' }>['payload'];

/** What only the council may agree to is approved with its minutes. */
function councilRefusal(state: ProjectState, { types }: ChangeSet, minutes: Approval['minutes']): Refusal | undefined {
  const isCentre = state.demonstrationCentre === 'active';
  const asked = types.map((type) => changeTypeRules[type].council).some((one) => one === 'always' || (one === 'centres' && isCentre));
  return asked && minutes === undefined
    ? refuse('DOCUMENT_MISSING', 'name the council’s minutes', { documents: ['CORRESPONDENCE'] })
    : undefined;
}

function decideApprove(state: Running, { changeId, minutes }: Approval, ctx: PersonSetting): ProjectDecision {
  const found = named(state, changeId, 'proposed');
  if (!found.ok) return found;
  const { change } = found;
  const checked = judgeRefusal(change, ctx) ?? councilRefusal(state, change, minutes) ?? checkItems(state, change.kind, change.items, ctx);
  if (!checked.ok) return checked;
  const signatories = signersOf(state, change, ctx);
  const block = blockAsked(state, effectOf(state, checked.items, ctx).set);
  const { no } = change;
  const approved = happened(
    {
      type: 'ChangeApproved',
      changeId,
      no,
      by: ctx.actor.personId,
      signatories,
      ...(minutes === undefined ? {} : { minutes }),
      ...(block === undefined ? {} : { block }),
      at: ctx.now,
    },
    ...closeDeadline(state, 'amendment', no, 'met'),
    ...(signatories.length === 0 ? settled(state, change, ctx) : signingDeadlines(state, change, signatories, ctx)),
  );
  return block === undefined ? approved : { ...approved, claims: [{ scope: 'duplicate', key: block, ifTaken: 'DUPLICATE_IN_CALL' }] };
}

function decideAgainst(
  state: ProjectState,
  type: 'ChangeReturned' | 'ChangeRejected',
  changeId: string,
  ctx: PersonSetting & { reason: TextRef },
): ProjectDecision {
  const found = named(state, changeId, 'proposed');
  if (!found.ok) return found;
  const { change } = found;
  const refusal = judgeRefusal(change, ctx);
  if (refusal !== undefined) return refusal;
  const { no } = change;
  return happened(
    { type, changeId, no, by: ctx.actor.personId, reason: ctx.reason, at: ctx.now },
    ...closeDeadline(state, 'amendment', no, 'withdrawn'),
  );
}

/** Taken back by whoever asked for it, or by the head; once a party has signed, it is an act of the parties. */
function decideCancel(state: ProjectState, changeId: string, { actor, now }: PersonSetting): ProjectDecision {
  const found = named(state, changeId, 'proposed', 'returned', 'approved');
  if (!found.ok) return found;
  const { change } = found;
  if (actor.personId !== change.proposedBy && !actor.roles.includes('SH'))
    return refuse('NOT_ALLOWED', 'whoever asked for it takes it back');
  const parties = change.signatures.map((one) => one.organizationId);
  if (parties.length > 0) return refuse('LEGAL_ACT', 'a party has signed', { parties });
  const { no } = change;
  return happened(
    { type: 'ChangeCancelled', changeId, no, by: actor.personId, at: now },
    ...closeDeadline(state, 'amendment', no, 'withdrawn'),
    ...closeDeadline(state, 'clock', clockOf(change, 'effect'), 'withdrawn'),
    ...signingOver(state, change, 'withdrawn'),
  );
}

/** Answers a command about change sets; what takes effect or ends gives back the slot that is not needed any more. */
export function decideAmendment(state: ProjectState, command: AmendmentCommand, ctx: DecideContext): ProjectDecision {
  const decision = decided(state, command, ctx);
  if (!decision.ok) return decision;
  const releases = releasesOfChanges(state, decision.events);
  return releases.length === 0 ? decision : { ...decision, releases };
}

function decided(state: ProjectState, command: AmendmentCommand, ctx: DecideContext): ProjectDecision {
  const { actor, reason } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock changes nothing');
  const project = running(state);
  if (project === undefined) return refuse('MOU_NOT_IN_FORCE', 'there is nothing to amend yet', { stage: state.stage });
  const setting: PersonSetting = { ...ctx, actor };
  switch (command.type) {
    case 'ApproveChange':
      return decideApprove(project, command.payload, setting);
    case 'CancelChange':
      return decideCancel(project, command.payload.changeId, setting);
    case 'RecordAmendmentSignature':
      return decideAmendmentSignature(project, command.payload, setting);
    default:
      return reason === undefined ? refuse('REASON_REQUIRED', 'say why') : withReason(project, command, { ...setting, reason });
  }
}

type WithReason = Exclude<AmendmentCommand, { type: 'ApproveChange' | 'CancelChange' | 'RecordAmendmentSignature' }>;

function withReason(state: Running, command: WithReason, ctx: PersonSetting & { reason: TextRef }): ProjectDecision {
  switch (command.type) {
    case 'ProposeChange':
      return decidePropose(state, command.payload, ctx);
    case 'UndoChange':
      return decideUndoChange(state, command.payload, ctx);
    case 'ReturnChange':
      return decideAgainst(state, 'ChangeReturned', command.payload.changeId, ctx);
    case 'RejectChange':
      return decideAgainst(state, 'ChangeRejected', command.payload.changeId, ctx);
  }
}
