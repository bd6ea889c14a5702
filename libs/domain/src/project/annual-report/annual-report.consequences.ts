import { dueAfter } from '../../calendar/deadline';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { closeAllDeadlines, closeDeadline } from '../../shared/make-deadline';
import type { Consequences } from '../consequence-rule';
import { holdEvents } from '../control/hold';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { missedYears, reportDeadline, reportOpening, yearOfOpening } from './report-deadlines';

/** Whether a year's report joins the next: the MoU was in force for less than 3 months of its first year, or none is asked for during construction. */
function isMerged(state: ProjectState, year: number, ctx: DecideContext): boolean {
  const { firstAfter, duringConstruction } = ctx.policy.report;
  if (!duringConstruction && state.stage === 'construction') return true;
  const effectiveOn = state.mou?.effectiveOn ?? `${year}-01-01`;
  const firstOn = dueAfter(effectiveOn, firstAfter, { set: ['CN'], roll: 'none', calendars: ctx.calendars }).dueOn;
  return firstOn > `${year}-12-31`;
}

/** The next year's clock, as long as the MoU is in force on some day of that year. */
function nextOpening(state: ProjectState, year: number, ctx: DecideContext): ProjectEvent[] {
  const expiresOn = state.mou?.expiresOn;
  return expiresOn !== undefined && expiresOn < `${year + 1}-01-01` ? [] : [reportOpening(state, ctx, year + 1)];
}

function openReport(state: ProjectState, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const year = yearOfOpening(deadline.object);
  const rest = [...closeDeadline(state, deadline.ladder, deadline.object, 'over'), ...nextOpening(state, year, ctx)];
  if (isMerged(state, year, ctx)) return [{ type: 'ReportMerged', year, at: ctx.now }, ...rest];
  const shortForm = state.hold?.kind === 'suspension';
  return [{ type: 'ReportOpened', year, shortForm, at: ctx.now }, reportDeadline(state, ctx, year), ...rest];
}

/** Suspends for a report missing 120 days. A project suspended for another reason keeps that hold; one suspended for a missing report already is left. */
function suspend(state: ProjectState, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  if (state.hold?.reasonCode === 'NO_REPORT') return [];
  const suspended: ProjectEvent = { type: 'SuspendedForMissingReport', year: Number(deadline.object), at: ctx.now };
  const held = state.hold === undefined ? holdEvents(state, { kind: 'suspension', reasonCode: 'NO_REPORT', automatic: true }, ctx) : [];
  return [suspended, ...held];
}

/** Proposes the exit when so many years are missed by now (`report.exitAfterMissed`); once. */
function proposeExit(state: ProjectState, _deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const missed = missedYears(state);
  if (missed.length < ctx.policy.report.exitAfterMissed || state.exitProposedAt !== undefined) return [];
  return [{ type: 'ExitProposed', missedYears: missed, at: ctx.now }];
}

/** The MoU is over: no report of a later period opens any more. */
function expire(state: ProjectState, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const openings = state.deadlines.filter((d) => d.consequences.some((c) => c.code === 'open-report'));
  return [
    { type: 'MouExpired', expiredOn: deadline.dueOn, at: ctx.now },
    ...openings.flatMap((d) => closeDeadline(state, d.ladder, d.object, 'withdrawn')),
  ];
}

/** What the clock does for annual reports and at the MoU's end. */
export const annualReportConsequences: Consequences = {
  'open-report': openReport,
  'mark-report-overdue': (_state, deadline, ctx) => [{ type: 'ReportOverdue', year: Number(deadline.object), at: ctx.now }],
  'warn-missing-report': (_state, deadline, ctx) => [{ type: 'ReportWarningIssued', year: Number(deadline.object), at: ctx.now }],
  'suspend-missing-report': suspend,
  'propose-exit': proposeExit,
  'expire-mou': expire,
  'close-expired': (state, _deadline, ctx) => [
    { type: 'ProjectClosed', outcome: 'expired', at: ctx.now },
    ...closeAllDeadlines(state, 'over'),
  ],
};
