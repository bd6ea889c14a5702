import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { maySignAsLead } from './lead-signature';
import { happened, notIn, type ProjectDecision } from '../project-rule';
import type { Construction, Milestone, ProjectState } from '../project.state';
import { happenedOnRefusal, todayOf } from '../real-dates';
import { acceptanceDeadline } from './construction-deadlines';
import type { ConstructionCommand } from './construction.commands';
import { kickOffMilestone, selfEvaluationMilestone } from './milestone-template';
import { decideRecordAcceptance } from './record-acceptance';

type Of<T extends ConstructionCommand['type']> = Extract<ConstructionCommand, { type: T }>;
/** Construction with the day on which the MoU took effect, before which nothing can have happened. */
type Site = Construction & { startsOn: LocalDate };
type Refusal = ReturnType<typeof refuse>;

const atWork = ['building', 'mid-term', 'recovery', 'self-evaluation'] as const;

/** The kick-off was held: the baseline freezes and construction begins. Also recorded when late. */
function decideKickOff(state: ProjectState, site: Site, command: Of<'RecordKickOff'>, ctx: DecideContext): ProjectDecision {
  if (site.kickOffHeldOn !== undefined) return refuse('ALREADY_DONE', 'the kick-off was recorded before', { heldOn: site.kickOffHeldOn });
  const { heldOn, minutes } = command.payload;
  const refusal = notIn(state, 'kick-off') ?? happenedOnRefusal(heldOn, site.startsOn, ctx);
  if (refusal !== undefined) return refusal;
  return happened(
    { type: 'KickOffHeld', heldOn, minutes, milestone: kickOffMilestone, at: ctx.now },
    ...closeDeadline(state, 'kickOff', '-', 'met'),
  );
}

/** The named milestone while it is not reached. */
function openMilestone(site: Site, code: string): { milestone: Milestone } | { refusal: Refusal } {
  const milestone = site.milestones.find((m) => m.code === code);
  if (milestone === undefined) return { refusal: refuse('UNKNOWN_OBJECT', 'there is no such milestone', { milestone: code }) };
  if (milestone.state === 'reached') return { refusal: refuse('ALREADY_DONE', 'this milestone was reached', { milestone: code }) };
  return { milestone };
}

/** Says when a milestone will be reached and why then; plan, baseline and deadline stay. */
function decideForecast(state: ProjectState, site: Site, command: Of<'UpdateForecast'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'kick-off', ...atWork);
  if (refusal !== undefined) return refusal;
  const { milestone: code, forecastOn, why } = command.payload;
  const found = openMilestone(site, code);
  if ('refusal' in found) return found.refusal;
  const from = found.milestone.forecastOn;
  if (forecastOn === from) return refuse('ALREADY_DONE', 'this is the forecast', { milestone: code, forecastOn });
  const earliest = todayOf(ctx);
  if (forecastOn < earliest) return refuse('DATE_IN_PAST', 'a forecast cannot lie in the past', { date: forecastOn, earliest });
  return happened({ type: 'MilestoneForecastChanged', milestone: code, from, forecastOn, why, at: ctx.now });
}

/** Hands in evidence of a milestone: what was owed is there, so its reminders end; the officer looks at it. More may follow until it is accepted. */
function decideEvidence(state: ProjectState, site: Site, command: Of<'SubmitEvidence'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, ...atWork);
  if (refusal !== undefined) return refusal;
  const { milestone: code, documents } = command.payload;
  const found = openMilestone(site, code);
  if ('refusal' in found) return found.refusal;
  if (documents.length === 0) return refuse('EVIDENCE_MISSING', 'no document is named', { milestones: [code] });
  const known = new Set(found.milestone.evidence.map((d) => d.documentId));
  const fresh = documents.filter((d) => !known.has(d.documentId));
  if (fresh.length === 0) return refuse('ALREADY_DONE', 'these documents were handed in before', { milestone: code });
  return happened(
    { type: 'EvidenceSubmitted', milestone: code, documents: fresh, at: ctx.now },
    ...closeDeadline(state, 'milestone', code, 'met'),
  );
}

/** The officer accepts the evidence: the milestone was reached on a day between the MoU's effect and today. */
function decideAcceptEvidence(state: ProjectState, site: Site, command: Of<'AcceptEvidence'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, ...atWork);
  if (refusal !== undefined) return refusal;
  const { milestone: code, reachedOn } = command.payload;
  const found = openMilestone(site, code);
  if ('refusal' in found) return found.refusal;
  if (found.milestone.state === 'open') return refuse('EVIDENCE_MISSING', 'there is no evidence to accept', { milestones: [code] });
  const wrongDate = happenedOnRefusal(reachedOn, site.startsOn, ctx);
  if (wrongDate !== undefined) return wrongDate;
  return happened({ type: 'MilestoneReached', milestone: code, reachedOn, at: ctx.now }, ...closeDeadline(state, 'milestone', code, 'met'));
}

/**
 * Hands in the self-evaluation, signed by the lead's legal representative, when every other milestone is reached or its delay is explained by a
 * changed forecast. It is itself the evidence of the last milestone; the acceptance follows within 60 days.
 */
function decideSelfEvaluation(state: ProjectState, site: Site, command: Of<'SubmitSelfEvaluation'>, ctx: DecideContext): ProjectDecision {
  if (site.selfEvaluation !== undefined)
    return refuse('ALREADY_DONE', 'the self-evaluation was handed in before', { submittedAt: site.selfEvaluation.submittedAt });
  const refusal = notIn(state, ...atWork);
  if (refusal !== undefined) return refusal;
  const { document, signedBy } = command.payload;
  if (!maySignAsLead(state, signedBy)) return refuse('SIGNATURE_MISSING', 'the legal representative of the lead must sign');
  const unexplained = site.milestones.filter((m) => m.code !== selfEvaluationMilestone && m.state !== 'reached' && m.why === undefined);
  if (unexplained.length > 0)
    return refuse('EVIDENCE_MISSING', 'milestones are neither reached nor explained', { milestones: unexplained.map((m) => m.code) });
  return happened(
    { type: 'SelfEvaluationSubmitted', document, signedBy, milestone: selfEvaluationMilestone, submittedOn: todayOf(ctx), at: ctx.now },
    ...closeDeadline(state, 'milestone', selfEvaluationMilestone, 'met'),
    acceptanceDeadline(state, ctx),
  );
}

/** Answers a command of the stage `construction`. */
export function decideConstruction(state: ProjectState, command: ConstructionCommand, ctx: DecideContext): ProjectDecision {
  const { construction, mou } = state;
  if (construction === undefined || mou?.effectiveOn === undefined)
    return refuse('MOU_NOT_IN_FORCE', 'construction starts with the effect of the MoU', { stage: state.stage, subState: state.subState });
  const site: Site = { ...construction, startsOn: mou.effectiveOn };
  switch (command.type) {
    case 'RecordKickOff':
      return decideKickOff(state, site, command, ctx);
    case 'UpdateForecast':
      return decideForecast(state, site, command, ctx);
    case 'SubmitEvidence':
      return decideEvidence(state, site, command, ctx);
    case 'AcceptEvidence':
      return decideAcceptEvidence(state, site, command, ctx);
    case 'SubmitSelfEvaluation':
      return decideSelfEvaluation(state, site, command, ctx);
    case 'RecordAcceptance':
      return decideRecordAcceptance(state, site, command, ctx);
  }
}
