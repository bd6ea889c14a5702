import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { selfEvaluationMilestone } from '../construction/milestone-template';
import type { ProjectEvent } from '../project.events';
import { contractSet, happened, leadOf, notIn, type ProjectDecision } from '../project-rule';
import type { Stage, SubState } from '../project.stages';
import type { ProjectState, Superseded } from '../project.state';
import { officerCheckDeadline } from '../review/check-deadlines';
import { scoringDeadline } from '../review/experts.decide';
import type { ControlCommand } from './control.commands';
import { rewindTargets, type RewindTarget } from './rewind-targets';

interface Way {
  stage: Stage;
  from: readonly SubState[];
  /** Which open deadlines belong to the work that is put aside. */
  closes: (deadline: Deadline) => boolean;
  /** The work as it stands after the step was opened again. */
  work: (state: ProjectState) => Superseded['work'];
  /** The deadlines of the step that is open again. */
  opens: (state: ProjectState, ctx: DecideContext) => ProjectEvent[];
}

/** The formal check once more: verdicts stay to be changed, experts and their sheets are put aside. */
const toChecking: Way = {
  stage: 'review',
  from: ['accepted', 'assigning', 'scoring', 'consensus', 'defence'],
  closes: ({ ladder }) => ladder === 'invitation' || ladder === 'scoring' || ladder === 'defence',
  work: ({ check: { items, rounds } }) => ({ check: { items, rounds }, review: { assignments: [], sheets: [] } }),
  opens: (state, ctx) => [officerCheckDeadline(state, ctx, { period: ctx.policy.check.officer, policyKey: 'check.officer' })],
};

/** The experts score once more: their sheets are void but kept, the defence is to be set anew. */
const toScoring: Way = {
  stage: 'review',
  from: ['consensus', 'defence'],
  closes: ({ ladder }) => ladder === 'defence' || ladder === 'scoring',
  work: ({ review: { assignments, sheets } }) => ({
    review: {
      assignments: assignments.map((one) => (one.state === 'done' ? { ...one, state: 'declared' } : one)),
      sheets: sheets.map((sheet) => ({ ...sheet, valid: false })),
    },
  }),
  opens: (state, ctx) =>
    state.review.assignments
      .filter((one) => one.state === 'accepted' || one.state === 'declared' || one.state === 'done')
      .map((one) => scoringDeadline(state, one, ctx)),
};

/** The text of the MoU is written once more, as long as nobody has signed it: a signature is an act of the parties. */
const toDrafting: Way = {
  stage: 'mou',
  from: ['commenting', 'clearance', 'signing'],
  closes: ({ ladder }) => ladder === 'mouComment' || ladder === 'signature',
  work: ({ mou }) => {
    if (mou === undefined) return {};
    const { draft, commentsEndAt: _end, commentsEndedAt: _ended, signingOpenedAt: _opened, signatories: _who, ...rest } = mou;
    return { mou: { ...rest, ...(draft === undefined ? {} : { draftsBefore: draft.no }) } };
  },
  opens: (state, ctx) => {
    const lead = leadOf(state);
    return [
      setDeadline(
        {
          ladder: 'mouDraft',
          object: '-',
          period: ctx.policy.mou.firstDraft,
          set: contractSet(lead.country, ctx.policy),
          policyKey: 'mou.firstDraft',
          owner: { role: 'PL', organizationId: lead.organizationId },
          country: lead.country,
        },
        state,
        ctx,
      ),
    ];
  },
};

/** Building goes on before the acceptance: the self-evaluation is put aside and due again within the time of a recovery plan. */
const toBuilding: Way = {
  stage: 'construction',
  from: ['acceptance'],
  closes: ({ ladder, object }) => ladder === 'clock' && object === 'acceptance',
  work: ({ construction }) => {
    if (construction === undefined) return {};
    const { selfEvaluation: _aside, ...rest } = construction;
    const milestones = rest.milestones.map((one) => {
      if (one.code !== selfEvaluationMilestone) return one;
      const { actualOn: _reached, ...open } = one;
      return { ...open, evidence: [], state: 'open' as const };
    });
    return { construction: { ...rest, milestones } };
  },
  opens: (state, ctx) => {
    const lead = leadOf(state);
    return [
      setDeadline(
        {
          ladder: 'milestone',
          object: selfEvaluationMilestone,
          period: ctx.policy.construction.recoveryPlan,
          set: contractSet(lead.country, ctx.policy),
          policyKey: 'construction.recoveryPlan',
          owner: { role: 'AC', organizationId: lead.organizationId },
          country: lead.country,
          consequences: [
            { code: 'amber', policyKey: 'construction.amberFrom', afterDue: ctx.policy.construction.amberFrom },
            { code: 'red', policyKey: 'construction.redAfter', afterDue: ctx.policy.construction.redAfter },
          ],
        },
        state,
        ctx,
      ),
    ];
  },
};

const ways: Record<RewindTarget, Way> = { checking: toChecking, scoring: toScoring, drafting: toDrafting, building: toBuilding };

/** The steps to which a project can be taken back from where it stands; the rule decides again when it is asked. */
export function possibleRewinds(state: ProjectState): RewindTarget[] {
  return rewindTargets.filter((target) => refusalOf(state, target) === undefined);
}

function refusalOf(state: ProjectState, target: RewindTarget): ReturnType<typeof refuse> | undefined {
  const refusal = notIn(state, ...ways[target].from);
  if (refusal !== undefined) return refusal;
  const signed = state.mou?.signatures ?? [];
  if (target === 'drafting' && signed.length > 0)
    return refuse('LEGAL_ACT', 'a party has signed', { parties: signed.map((one) => one.organizationId) });
  return undefined;
}

/** What was done in the parts that the rewind changes; kept as superseded, never deleted. */
function putAside(state: ProjectState, work: Superseded['work']): Superseded['work'] {
  const parts = Object.keys(work) as (keyof Superseded['work'])[];
  return Object.fromEntries(parts.map((part) => [part, state[part]]));
}

/**
 * Takes a project back to an earlier step, as the Secretariat's head with a second person: later work is kept as superseded, its deadlines end, the step's
 * own deadline runs anew. Acts of the parties stay: what somebody signed is changed by amendment only.
 */
export function decideRewind(
  state: ProjectState,
  command: Extract<ControlCommand, { type: 'Rewind' }>,
  ctx: DecideContext,
  confirmed: boolean,
): ProjectDecision {
  const { toSubState } = command.payload;
  const { actor, reason } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock takes nothing back');
  const refusal = refusalOf(state, toSubState);
  if (refusal !== undefined) return refusal;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  const { stage, closes, work, opens } = ways[toSubState];
  const after = work(state);
  const ended = state.deadlines.filter(closes);
  return happened(
    {
      type: 'ProjectRewound',
      stage,
      from: state.subState,
      to: toSubState,
      superseded: putAside(state, after),
      work: after,
      fromStage: state.stage,
      ended,
      by: actor.personId,
      reason,
      at: ctx.now,
    },
    ...ended.flatMap((d) => closeDeadline(state, d.ladder, d.object, 'withdrawn')),
    ...opens(state, ctx),
  );
}
