import { refuse } from '../../shared/result';
import type { DecideContext } from '../../shared/decision';
import { confirmProposal, propose, rejectProposal } from '../../shared/four-eyes';
import { planDeadlines } from '../../shared/plan-deadlines';
import { recomputeDeadlines } from '../../shared/recompute-deadlines';
import { wake } from '../../shared/wake';
import { mayConfirm } from '../project-permissions';
import { releasesOfChanges } from '../amendment/lead-block';
import { releasesAtEnd } from '../claims-held';
import { carryOutConsequence } from '../consequences';
import { decideEnding } from '../ending/ending.decide';
import type { ProjectCommand } from '../project.commands';
import type { ProjectEvent } from '../project.events';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ControlCommand } from './control.commands';
import { decideAdoptPolicy } from './adopt-policy';
import type { ModifyCommand } from './modify.commands';
import { decideModify, type ActRules } from './modify';
import { holdEvents, resumeEvents } from './hold';
import { decideReplaceContact } from './replace-contact';
import { decideRewind } from './rewind';
import { decideStep } from './steps';
import { decideUndoRewind } from './undo-rewind';

type DecideProject = ActRules['decide'];
type Decide<T> = (state: ProjectState, command: T, ctx: DecideContext, decide: DecideProject) => ProjectDecision;
type AnyControl = ControlCommand | ModifyCommand;
type Of<T extends AnyControl['type']> = Extract<AnyControl, { type: T }>;

const holdReasons: ReadonlySet<string> = new Set(['OBJECTION', 'APPEAL', 'CONFLICT', 'INFORMATION']);
const suspensionReasons: ReadonlySet<string> = new Set([
  'WAR',
  'DISASTER',
  'BORDER_CLOSED',
  'MINISTRY_CHANGE',
  'BELOW_MINIMUM_PARTNERS',
  'NO_REPORT',
  'BREACH_INQUIRY',
  'REQUEST',
]);

function holdRefusal(state: ProjectState, command: Of<'Hold'>) {
  const { kind, reasonCode } = command.payload;
  if (state.stage === 'closed' || state.stage === 'application')
    return refuse('WRONG_STAGE', 'nothing can be held here', { stage: state.stage, subState: state.subState });
  if (state.hold !== undefined)
    return refuse('ON_HOLD', 'the project is held already', { kind: state.hold.kind, reasonCode: state.hold.reasonCode });
  const inForce = state.mou?.tookEffectAt !== undefined;
  if (inForce !== (kind === 'suspension'))
    return refuse('WRONG_STAGE', 'a hold ends with the effect of the MoU; from then on it is a suspension', {
      stage: state.stage,
      subState: state.subState,
    });
  if (!(kind === 'hold' ? holdReasons : suspensionReasons).has(reasonCode))
    return refuse('REASON_REQUIRED', 'this is not a reason for it', { reasonCode });
  return undefined;
}

/** Holds a project before its MoU is in force (officer or head), or suspends it after (head, a second person confirms). */
function decideHold(state: ProjectState, command: Of<'Hold'>, ctx: DecideContext, confirmed: boolean): ProjectDecision {
  const refusal = holdRefusal(state, command);
  if (refusal !== undefined) return refusal;
  const { reason } = ctx;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const { kind, reasonCode } = command.payload;
  if (kind === 'suspension') {
    if (ctx.actor.kind === 'person' && !ctx.actor.roles.includes('SH')) return refuse('NOT_ALLOWED', 'a suspension is the head’s');
    if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  }
  return happened(...holdEvents(state, { kind, reasonCode, text: reason, automatic: false }, ctx));
}

function decideResume(state: ProjectState, ctx: DecideContext): ProjectDecision {
  if (state.hold === undefined) return refuse('NOT_ON_HOLD', 'the project is not held');
  if (state.termination !== undefined)
    return refuse('TERMINATION_DECIDED', 'its termination is decided', { effectiveOn: state.termination.effectiveOn });
  if (state.hold.kind === 'suspension' && ctx.actor.kind === 'person' && !ctx.actor.roles.includes('SH'))
    return refuse('NOT_ALLOWED', 'a suspension is ended by the head');
  return happened(...resumeEvents(state, ctx));
}

/** The second person needs the right to the command itself, and carries it out in this decision. */
function decideConfirm(state: ProjectState, command: Of<'ConfirmProposal'>, ctx: DecideContext, decide: DecideProject): ProjectDecision {
  return confirmProposal<ProjectEvent>(state, command.payload.proposalId, ctx, (proposed, proposal) => {
    const inner = proposed as ProjectCommand;
    if (!mayConfirm(ctx.actor, proposal, inner.type, state))
      return refuse('NOT_ALLOWED', 'this person may not confirm this', { command: inner.type });
    const withReason = proposal.reason === undefined ? ctx : { ...ctx, reason: proposal.reason };
    return carryOut(withoutProposal(state, proposal.proposalId), inner, withReason, decide);
  });
}

/** The project as it is once the proposal is answered. */
function withoutProposal(state: ProjectState, proposalId: string): ProjectState {
  return {
    ...state,
    proposals: state.proposals.filter((one) => one.proposalId !== proposalId),
    deadlines: state.deadlines.filter((one) => one.object !== `proposal-${proposalId}`),
  };
}

type FourEyes = Extract<
  ProjectCommand,
  {
    type:
      | 'Modify'
      | 'Rewind'
      | 'UndoRewind'
      | 'Skip'
      | 'Redo'
      | 'ReplaceContact'
      | 'AdoptPolicy'
      | 'Hold'
      | 'DecideTermination'
      | 'ReinstateProject'
      | 'UnWithdraw';
  }
>;

/** What two people want: the commands under four eyes, as they are carried out. */
const confirmed: { [T in FourEyes['type']]: Decide<Extract<FourEyes, { type: T }>> } = {
  Modify: (state, command, ctx, decide) => decideModify(state, command, ctx, { ...actRules(decide), confirmed: true }),
  Rewind: (state, command, ctx) => decideRewind(state, command, ctx, true),
  UndoRewind: (state, command, ctx) => decideUndoRewind(state, command, ctx, true),
  Skip: (state, command, ctx) => decideStep(state, command, ctx, true),
  Redo: (state, command, ctx) => decideStep(state, command, ctx, true),
  ReplaceContact: (state, command, ctx) => decideReplaceContact(state, command, ctx, true),
  AdoptPolicy: (state, command, ctx) => decideAdoptPolicy(state, command, ctx, true),
  Hold: (state, command, ctx) => decideHold(state, command, ctx, true),
  DecideTermination: (state, command, ctx) => decideEnding(state, command, ctx, true),
  ReinstateProject: (state, command, ctx) => decideEnding(state, command, ctx, true),
  UnWithdraw: (state, command, ctx) => decideEnding(state, command, ctx, true),
};

function carryOut(state: ProjectState, command: ProjectCommand, ctx: DecideContext, decide: DecideProject): ProjectDecision {
  if (!Object.hasOwn(confirmed, command.type))
    return refuse('UNKNOWN_OBJECT', 'this proposal cannot be confirmed', { command: command.type });
  // The table's type has paired each command with its own rule.
  const rule = confirmed[command.type as FourEyes['type']] as Decide<ProjectCommand>;
  return rule(state, command, ctx, decide);
}

function actRules(decide: DecideProject): ActRules {
  return { decide, carryOut: (state, command, ctx) => carryOut(state, command, ctx, decide) };
}

function decideWake(state: ProjectState, ctx: DecideContext): ProjectDecision {
  const plan = planDeadlines(state.id, state.deadlines, ctx.policy, ctx.calendars);
  const events = wake<ProjectEvent>(state, plan, ctx, (code, deadline) => carryOutConsequence(state, code, deadline, ctx));
  return { ok: true, events, releases: [...releasesOfChanges(state, events), ...releasesAtEnd(state, events)] };
}

function decideDelivery(state: ProjectState, command: Of<'RecordDelivery'>, ctx: DecideContext): ProjectDecision {
  const { personId, notificationKey, result } = command.payload;
  const failed = state.unreachable.includes(personId);
  if (result === 'delivered') return failed ? happened({ type: 'AddressWorksAgain', personId, at: ctx.now }) : happened();
  return failed ? happened() : happened({ type: 'AddressFailed', personId, notificationKey, at: ctx.now });
}

type Rules = { [T in AnyControl['type']]: Decide<Of<T>> };

const rules: Rules = {
  Hold: (state, command, ctx) => decideHold(state, command, ctx, false),
  Resume: (state, _command, ctx) => decideResume(state, ctx),
  Rewind: (state, command, ctx) => decideRewind(state, command, ctx, false),
  UndoRewind: (state, command, ctx) => decideUndoRewind(state, command, ctx, false),
  Skip: (state, command, ctx) => decideStep(state, command, ctx, false),
  Redo: (state, command, ctx) => decideStep(state, command, ctx, false),
  ReplaceContact: (state, command, ctx) => decideReplaceContact(state, command, ctx, false),
  AdoptPolicy: (state, command, ctx) => decideAdoptPolicy(state, command, ctx, false),
  Modify: (state, command, ctx, decide) => decideModify(state, command, ctx, { ...actRules(decide), confirmed: false }),
  ConfirmProposal: decideConfirm,
  RejectProposal: (state, command, ctx) => rejectProposal<ProjectEvent>(state, command.payload.proposalId, ctx),
  Wake: (state, _command, ctx) => decideWake(state, ctx),
  Sync: () => happened(),
  Replan: (state, _command, ctx) => happened(...recomputeDeadlines(state, ctx)),
  RecordDelivery: decideDelivery,
};

/**
 * Answers a command that is possible at any time.
 * @param decide the rules of all commands, for one that carries others
 */
export function decideControl(state: ProjectState, command: AnyControl, ctx: DecideContext, decide: DecideProject): ProjectDecision {
  // The table's type has paired each command with its own rule.
  const rule = rules[command.type] as Decide<AnyControl>;
  return rule(state, command, ctx, decide);
}
