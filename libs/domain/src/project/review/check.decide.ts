import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { closeDeadline, findDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { happened, notIn, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { checklist } from './checklist';
import { correctionDeadline, officerCheckDeadline } from './check-deadlines';
import type { ReviewCommand } from './review.commands';

type Of<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>;
type CorrectionRound = ProjectState['check']['rounds'][number];

/** Gives the file to a case officer; possible at any time before the project is closed. The same officer again is quiet. */
export function decideAssignOfficer(state: ProjectState, command: Of<'AssignOfficer'>, ctx: DecideContext): ProjectDecision {
  const { officerId } = command.payload;
  if (state.stage === 'closed') return refuse('WRONG_STAGE', 'the project is closed', { stage: state.stage, subState: state.subState });
  const person = ctx.facts.people?.[officerId];
  if (person === undefined || !person.active || !person.roles.includes('CO'))
    return refuse('NOT_ALLOWED', 'this person is not a case officer', { officerId });
  if (state.officerId === officerId) return happened();
  return happened({ type: 'OfficerAssigned', officerId, at: ctx.now });
}

/** Records the verdict on one item of the checklist; a failed item needs a reason. */
export function decideCheckItem(state: ProjectState, command: Of<'RecordCheckItem'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'checking', 'resubmitted');
  if (refusal !== undefined) return refusal;
  const { code, verdict, reasonCode, note } = command.payload;
  if (!checklist.some((item) => item.code === code)) return refuse('UNKNOWN_OBJECT', 'there is no such item on the checklist', { code });
  if (verdict === 'fail' && reasonCode === undefined) return refuse('REASON_REQUIRED', 'a failed item needs a reason', { code });
  const item = { verdict, ...(reasonCode === undefined ? {} : { reasonCode }), ...(note === undefined ? {} : { note }) };
  return happened({ type: 'CheckItemRecorded', code, item, at: ctx.now });
}

/** Ends the officer's clock of the round that is open. */
function endCheck(state: ProjectState): ProjectEvent[] {
  return state.deadlines.filter((d) => d.ladder === 'check').flatMap((d) => closeDeadline(state, d.ladder, d.object, 'met'));
}

/** Accepts for review: every item decided, none failed. */
export function decideAccept(state: ProjectState, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'checking', 'resubmitted');
  if (refusal !== undefined) return refusal;
  const open = checklist.filter((item) => state.check.items[item.code] === undefined).map((item) => item.code);
  if (open.length > 0) return refuse('CHECK_INCOMPLETE', 'items are not decided yet', { items: open });
  const failed = Object.entries(state.check.items).flatMap(([code, item]) => (item.verdict === 'fail' ? [code] : []));
  if (failed.length > 0) return refuse('CHECK_FAILED', 'items have failed', { items: failed });
  return happened({ type: 'ApplicationAccepted', at: ctx.now }, ...endCheck(state));
}

/** Sends one list of everything that is to be mended; only the listed fields unlock. At most `check.returnsAfterClosing` times. */
export function decideReturn(state: ProjectState, command: Of<'ReturnForCorrection'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'checking', 'resubmitted');
  if (refusal !== undefined) return refusal;
  const { items } = command.payload;
  if (items.length === 0) return refuse('NOTHING_TO_CORRECT', 'name at least one defect');
  if (state.check.rounds.length >= ctx.policy.check.returnsAfterClosing)
    return refuse('RETURN_LIMIT', 'the application was returned as often as the policy allows', {
      limit: ctx.policy.check.returnsAfterClosing,
    });
  const no = state.check.rounds.length + 1;
  return happened(
    { type: 'ReturnedForCorrection', round: { no, sentAt: ctx.now, items }, at: ctx.now },
    ...endCheck(state),
    correctionDeadline(state, no, ctx),
  );
}

/** A correction counts only in time, for the draft that was read, and where it was asked for. */
function correctionRefusal(round: CorrectionRound, due: Deadline | undefined, command: Of<'ResubmitCorrection'>, ctx: DecideContext) {
  const draft = ctx.facts.draft;
  if (due !== undefined && ctx.now >= due.endsAt)
    return refuse('CORRECTION_TOO_LATE', 'the time for corrections is over', { dueOn: due.dueOn });
  if (draft === undefined || draft.version !== command.payload.draftVersion || draft.hash !== command.payload.draftHash)
    return refuse('STALE_REVISION', 'the draft was changed meanwhile', { currentVersion: draft?.version ?? 0 });
  const locked = draft.changedFields.filter((field) => !round.items.some((item) => item.target === field));
  if (locked.length > 0) return refuse('FIELD_LOCKED', 'only the listed fields may change', { fields: locked });
  if (draft.missingFields.length > 0) return refuse('FORM_INCOMPLETE', 'required fields are empty', { fields: draft.missingFields });
  return undefined;
}

/** Hands in the corrected draft before the correction is due; nothing but the listed fields may differ. */
export function decideResubmit(state: ProjectState, command: Of<'ResubmitCorrection'>, ctx: DecideContext): ProjectDecision {
  const round = state.check.rounds[state.check.rounds.length - 1];
  if (round?.timeOverAt !== undefined) return refuse('CORRECTION_TOO_LATE', 'the time for corrections is over', { round: round.no });
  const stage = notIn(state, 'returned');
  if (stage !== undefined) return stage;
  const last = state.submissions[state.submissions.length - 1];
  if (round === undefined || last === undefined || ctx.actor.kind !== 'person') return refuse('WRONG_STAGE', 'nothing was returned');
  const refusal = correctionRefusal(round, findDeadline(state, 'correction', `round-${round.no}`), command, ctx);
  if (refusal !== undefined) return refusal;
  const submission = { ...last, no: last.no + 1, hash: command.payload.draftHash, submittedAt: ctx.now, submittedBy: ctx.actor.personId };
  return happened(
    { type: 'CorrectionResubmitted', no: round.no, submission, at: ctx.now },
    ...closeDeadline(state, 'correction', `round-${round.no}`, 'met'),
    officerCheckDeadline(state, ctx, { period: ctx.policy.check.secondCheck, policyKey: 'check.secondCheck' }),
  );
}
