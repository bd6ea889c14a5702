import { secretariatSet } from '../../shared/calendar-sets';
import { nextWorkingDay } from '../../calendar/working-days';
import { formalZone, instantAt } from '../../calendar/zone';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { setDeadline, type ConsequenceSpec } from '../../shared/make-deadline';
import { contractSet, leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';

const openingPrefix = 'report-';

/** Years whose report was due and has not come. */
export function missedYears(state: Pick<ProjectState, 'reports'>): number[] {
  return state.reports.filter((r) => r.state === 'open' && r.overdue === true).map((r) => r.year);
}

/** Year whose report a clock opens, read from the clock's object. */
export function yearOfOpening(object: string): number {
  return Number(object.slice(openingPrefix.length));
}

/** The clock that opens the report of a calendar year, on the first day after it on which China and the lead's country work. Runs on during a hold. */
export function reportOpening(state: ProjectState, ctx: DecideContext, year: number): ProjectEvent {
  const set = contractSet(leadOf(state).country, ctx.policy);
  const firstDay = `${year + 1}-01-01`;
  const opens = instantAt(nextWorkingDay(firstDay, set, ctx.calendars), '00:00', formalZone);
  const at = opens < ctx.now ? ctx.now : opens;
  return setDeadline(
    {
      ladder: 'clock',
      object: `${openingPrefix}${year}`,
      fixedOn: firstDay,
      endsAt: at,
      set,
      policyKey: 'report.period',
      owner: { role: 'CO' },
      country: 'CN',
      runsOnHold: true,
      consequences: [{ code: 'open-report', policyKey: 'report.period', at }],
    },
    state,
    ctx,
  );
}

/** Missed years lead to a proposed exit at the moment of the suspension of the year that completes their number; only then is it announced. */
function proposedExit(state: ProjectState, ctx: DecideContext): ConsequenceSpec[] {
  const { exitAfterMissed, suspensionAfter } = ctx.policy.report;
  const stillOpen = state.reports.filter((r) => r.state === 'open').length;
  if (stillOpen + 1 < exitAfterMissed) return [];
  return [{ code: 'propose-exit', policyKey: 'report.exitAfterMissed', afterDue: suspensionAfter }];
}

/**
 * The report of a year is due on 31 March, or on the next working day (Civil Code art. 203); 60 days later a warning, 120 days later the suspension.
 * Runs on during a suspension, in short form.
 */
export function reportDeadline(state: ProjectState, ctx: DecideContext, year: number): ProjectEvent {
  const { report } = ctx.policy;
  const lead = leadOf(state);
  return setDeadline(
    {
      ladder: 'report',
      object: String(year),
      fixedOn: `${year + 1}-${report.due}`,
      set: contractSet(lead.country, ctx.policy),
      roll: report.roll,
      policyKey: 'report.due',
      article: 'Civil Code art. 203',
      owner: { role: 'AC', organizationId: lead.organizationId },
      country: lead.country,
      runsOnHold: true,
      consequences: [
        { code: 'mark-report-overdue', policyKey: 'report.due' },
        { code: 'warn-missing-report', policyKey: 'report.warningAfter', afterDue: report.warningAfter },
        { code: 'suspend-missing-report', policyKey: 'report.suspensionAfter', afterDue: report.suspensionAfter },
        ...proposedExit(state, ctx),
      ],
    },
    state,
    ctx,
  );
}

/** The Secretariat answers a report within 60 days of reception (Erasmus+); it is never accepted by silence. */
export function reviewDeadline(state: ProjectState, ctx: DecideContext, year: number): ProjectEvent {
  return setDeadline(
    {
      ladder: 'reportReview',
      object: String(year),
      period: ctx.policy.report.officeAnswer,
      set: secretariatSet(ctx.policy),
      policyKey: 'report.officeAnswer',
      article: 'Civil Code art. 201, 203',
      owner: { role: 'CO' },
      country: 'CN',
      runsOnHold: true,
    },
    state,
    ctx,
  );
}

/**
 * The end of the MoU: a legal date without roll that runs on during a hold; not in force from the day after. The 10 working days of grace serve only
 * to record a renewal that was signed in time.
 */
export function expiryDeadline(state: ProjectState, ctx: DecideContext, expiresOn: LocalDate): ProjectEvent {
  const lead = leadOf(state);
  return setDeadline(
    {
      ladder: 'expiry',
      object: '-',
      fixedOn: expiresOn,
      set: contractSet(lead.country, ctx.policy),
      roll: 'none',
      policyKey: 'mou.term',
      article: 'Civil Code art. 202',
      owner: { role: 'PL', organizationId: lead.organizationId },
      country: lead.country,
      runsOnHold: true,
      consequences: [
        { code: 'expire-mou', policyKey: 'mou.term' },
        { code: 'close-expired', policyKey: 'end.expiryGrace', afterDue: ctx.policy.end.expiryGrace },
      ],
    },
    state,
    ctx,
  );
}
