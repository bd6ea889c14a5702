import { dueAfter, fixedDue, type Period } from '../../calendar/deadline';
import { addDays, parseLocalDate } from '../../calendar/local-dates';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { findDeadline } from '../../shared/make-deadline';
import { movedTo } from '../../shared/moved-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { MouCommand } from './mou.commands';

const ofMou = 'mou';
const ofReport = 'report/';

/** A period that runs, with what moves when it is made longer and what the policy allows. */
interface Extendable {
  period: Deadline;
  /** With the period's own. */
  moving: Deadline[];
  granted: number;
  limit: { times: number; max: Period };
}

/** The time to sign, while it can be extended: not all have signed. */
function signingPeriodOf(state: ProjectState): Deadline | undefined {
  return state.stage === 'mou' ? findDeadline(state, 'clock', 'signing-period') : undefined;
}

function reportsThatWait({ stage, reports }: ProjectState): ProjectState['reports'] {
  return stage === 'closed' ? [] : reports.filter((one) => one.state === 'open');
}

/** The periods that an extension could make longer where the project stands: `mou`, `report/2026`; the rule counts when it is asked. */
export function possibleExtensions(state: ProjectState): string[] {
  const reports = reportsThatWait(state).map((one) => `${ofReport}${one.year}`);
  return signingPeriodOf(state) === undefined ? reports : [ofMou, ...reports];
}

function extendable(state: ProjectState, object: string, { policy }: DecideContext): Extendable | undefined {
  if (object === ofMou) {
    const period = signingPeriodOf(state);
    if (period === undefined) return undefined;
    const signatures = state.deadlines.filter((one) => one.ladder === 'signature');
    return { period, moving: [period, ...signatures], granted: state.mou?.extensions ?? 0, limit: policy.mou.extension };
  }
  const report = reportsThatWait(state).find((one) => `${ofReport}${one.year}` === object);
  const period = report === undefined ? undefined : findDeadline(state, 'report', String(report.year));
  if (period === undefined) return undefined;
  return { period, moving: [period], granted: report?.extensions ?? 0, limit: policy.report.extension };
}

function refusalOf(
  { period, granted, limit: { times, max } }: Extendable,
  until: LocalDate,
  ctx: DecideContext,
): ReturnType<typeof refuse> | undefined {
  if (granted >= times) return refuse('EXTENSION_LIMIT', 'it was extended as often as the policy allows', { times, granted });
  const latest = dueAfter(period.dueOn, max, { set: period.because.set, roll: 'none', calendars: ctx.calendars }).dueOn;
  if (until > latest) return refuse('EXTENSION_LIMIT', `at most ${max} more`, { max, latest });
  const from = period.dueOn > todayOf(ctx) ? period.dueOn : todayOf(ctx);
  if (until <= from) return refuse('DATE_IN_PAST', 'an extension ends later', { date: until, earliest: addDays(from, 1) });
  return undefined;
}

/**
 * The head gives more time: the parties to sign the MoU (`mou.extension`), the lead to hand in a year's report (`report.extension`); so many times, at
 * most so long. An open decision on the lapse is answered by it, a report that was overdue is not any more; what was counted from the end is counted
 * from the new one. Every date moves as a new series.
 */
export function decideExtension(
  state: ProjectState,
  { payload: { object, until } }: Extract<MouCommand, { type: 'GrantExtension' }>,
  ctx: DecideContext,
): ProjectDecision {
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock extends nothing');
  const parsed = parseLocalDate(until);
  if (!parsed.ok) return parsed;
  const found = extendable(state, object, ctx);
  if (found === undefined) return refuse('WRONG_STAGE', 'no such time is running', { stage: state.stage, subState: state.subState });
  const refusal = refusalOf(found, until, ctx);
  if (refusal !== undefined) return refusal;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const deadlines = found.moving.map((one): Deadline => {
    const because = fixedDue(until, { set: one.because.set, roll: 'next', calendars: ctx.calendars });
    return movedTo(state, { ...one, done: [] }, because, at);
  });
  const granted = { from: found.period.dueOn, until, deadlines, by: actor.personId, reason, at };
  const extended: ProjectEvent =
    object === ofMou
      ? { type: 'MouPeriodExtended', ...granted }
      : { type: 'ReportPeriodExtended', year: Number(object.slice(ofReport.length)), ...granted };
  return happened(extended);
}
