import { addMonths } from '../../calendar/local-dates';
import { parsePeriod } from '../../calendar/arithmetic';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { closeAllDeadlines } from '../../shared/make-deadline';
import { expiryDeadline, reportOpening } from '../annual-report/report-deadlines';
import { constructionDeadlines } from '../construction/construction-deadlines';
import { milestonesFrom } from '../construction/milestone-template';
import type { Consequences } from '../consequence-rule';
import type { ProjectEvent } from '../project.events';
import { outlivesStage } from '../project-rule';
import type { ProjectState } from '../project.state';

/** A party's time for comments is over; when it was the last one, the comments are. The deadline stays open for its overdue mails until signing opens. */
function noteCommentsOver(state: ProjectState, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const others = state.deadlines.filter((d) => d.ladder === 'mouComment' && d.object !== deadline.object);
  const last = others.every((d) => d.done.includes('end.note-overdue'));
  return last ? [{ type: 'MouCommentsEnded', at: ctx.now }] : [];
}

/**
 * The effective date has come: construction starts with its milestones, and with it the obligation to report and the MoU's own end.
 * All dates count from the effective date, whenever the clock got here.
 */
function takeEffect(state: ProjectState, _deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const { effectiveOn, expiresOn } = state.mou ?? {};
  if (effectiveOn === undefined || expiresOn === undefined) return [];
  const durationMonths = state.durationMonths ?? parsePeriod(ctx.policy.construction.duration.default).count;
  const milestones = milestonesFrom(effectiveOn, durationMonths);
  const endsOn = addMonths(effectiveOn, durationMonths);
  return [
    { type: 'MouTookEffect', effectiveOn, durationMonths, milestones, endsOn, at: ctx.now },
    ...closeAllDeadlines(state, 'over', outlivesStage),
    ...constructionDeadlines(state, ctx, { effectiveOn, durationMonths }),
    reportOpening(state, ctx, Number(effectiveOn.slice(0, 4))),
    expiryDeadline(state, ctx, expiresOn),
  ];
}

/** What the clock does in the stage `mou`. */
export const mouConsequences: Consequences = {
  'lapse-award': (state, _deadline, ctx) => [{ type: 'ApprovalLapsed', at: ctx.now }, ...closeAllDeadlines(state, 'over')],
  'note-overdue': noteCommentsOver,
  'ask-lapse-decision': (_state, _deadline, ctx) => [{ type: 'SignaturePeriodOver', at: ctx.now }],
  'lapse-to-council': (_state, _deadline, ctx) => [{ type: 'LapseBroughtToCouncil', at: ctx.now }],
  'take-effect': takeEffect,
};
