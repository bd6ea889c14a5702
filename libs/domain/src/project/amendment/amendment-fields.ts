import { fixedDue } from '../../calendar/deadline';
import { addMonths, parseLocalDate } from '../../calendar/local-dates';
import { parsePeriod } from '../../calendar/arithmetic';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { movedTo } from '../../shared/moved-deadline';
import { refuse } from '../../shared/result';
import { expiryDeadline } from '../annual-report/report-deadlines';
import { kickOffMilestone, selfEvaluationMilestone } from '../construction/milestone-template';
import { leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { Construction, Milestone } from '../project.state';
import { todayOf } from '../real-dates';
import type { FieldRule, FieldSetting, Refusal, Running } from './field-rule';

/** A day that lies ahead. */
function aheadRefusal(date: string, ctx: FieldSetting): Refusal | undefined {
  const parsed = parseLocalDate(date);
  if (!parsed.ok) return parsed;
  const today = todayOf(ctx);
  return date <= today ? refuse('DATE_IN_PAST', 'what is missed is not amended', { date, earliest: today }) : undefined;
}

/** Milestones by their codes, save the two whose days have rules of their own. */
const ownDay = new Set([kickOffMilestone, selfEvaluationMilestone]);

/** A milestone whose day has come is not moved any more: what was missed is not made good in hindsight. */
function milestoneLocked({ construction }: Running, code: string, ctx: FieldSetting): Refusal | undefined {
  const milestone = construction.milestones.find((one) => one.code === code);
  if (milestone?.state !== 'open') return refuse('ALREADY_DONE', 'its evidence is in', { milestone: code });
  if (milestone.plannedOn < todayOf(ctx)) return refuse('DEADLINE_OVER', 'its day has come', { dueOn: milestone.plannedOn });
  return undefined;
}

/** The milestone on another day; an expectation that was the plan moves with it, one of its own stays. The baseline stays for ever. */
function planned(milestone: Milestone, plannedOn: LocalDate): Milestone {
  const forecastOn = milestone.forecastOn === milestone.plannedOn ? plannedOn : milestone.forecastOn;
  return { ...milestone, plannedOn, forecastOn };
}

function withPlan(site: Construction, code: string, plannedOn: LocalDate): Construction {
  return { ...site, milestones: site.milestones.map((one) => (one.code === code ? planned(one, plannedOn) : one)) };
}

function milestoneMoved(state: Running, code: string, on: LocalDate, ctx: DecideContext): ProjectEvent[] {
  const own = state.deadlines.filter((one) => one.ladder === 'milestone' && one.object === code);
  return own.map((deadline) => {
    const because = fixedDue(on, { set: deadline.because.set, roll: 'next', calendars: ctx.calendars });
    return { type: 'DeadlineMoved', deadline: movedTo(state, deadline, because, ctx.now), from: deadline.dueOn };
  });
}

const milestoneDate: FieldRule = {
  kind: 'amendment',
  type: 'milestone-date',
  input: 'date',
  keys: ({ construction }) => construction.milestones.map(({ code }) => code).filter((code) => !ownDay.has(code)),
  read: ({ construction }, code) => construction.milestones.find((one) => one.code === code && !ownDay.has(code))?.plannedOn,
  locked: milestoneLocked,
  refusal: ({ construction: { endsOn } }, _code, value, ctx) =>
    aheadRefusal(value, ctx) ??
    (value > endsOn ? refuse('DURATION_OUT_OF_RANGE', 'the end of the construction stays', { latest: endsOn }) : undefined),
  set: ({ construction }, code, value) => ({ construction: withPlan(construction, code, value) }),
  moves: milestoneMoved,
};

function endAfter({ mou }: Running, months: string): LocalDate {
  return addMonths(mou.effectiveOn, Number(months));
}

/** As many months as the policy allows, ending ahead of today and with the MoU still in force. */
function durationRefusal(state: Running, value: string, ctx: FieldSetting): Refusal | undefined {
  const { min, max } = ctx.policy.construction.duration;
  const [least, most] = [parsePeriod(min).count, parsePeriod(max).count];
  const months = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (months < least || months > most)
    return refuse('DURATION_OUT_OF_RANGE', 'this is not a duration of a construction', { months: value, least, most });
  const endsOn = endAfter(state, value);
  const latest = state.mou.expiresOn;
  return endsOn > latest ? refuse('DURATION_OUT_OF_RANGE', 'the MoU ends before', { latest }) : aheadRefusal(endsOn, ctx);
}

/** How long the construction takes: its end and the last milestone with it. */
const duration: FieldRule = {
  kind: 'amendment',
  type: 'duration',
  input: 'months',
  keys: () => ['-'],
  read: ({ construction }) => String(construction.durationMonths),
  locked: (state, _key, ctx) => milestoneLocked(state, selfEvaluationMilestone, ctx),
  refusal: (state, _key, value, ctx) => durationRefusal(state, value, ctx),
  set: (state, _key, value) => {
    const endsOn = endAfter(state, value);
    const site = withPlan(state.construction, selfEvaluationMilestone, endsOn);
    return { construction: { ...site, endsOn, durationMonths: Number(value) } };
  },
  moves: (state, _key, value, ctx) => milestoneMoved(state, selfEvaluationMilestone, endAfter(state, value), ctx),
};

/** Who leads the project: somebody of the lead organization whom the project knows already. */
const leader: FieldRule = {
  kind: 'amendment',
  type: 'project-leader',
  input: 'person',
  keys: () => ['-'],
  read: (state) => state.contacts.find((one) => one.lead)?.personId,
  refusal: (state, _key, value) => {
    const { organizationId } = leadOf(state);
    const known = state.contacts.some((one) => one.personId === value && one.organizationId === organizationId);
    return known ? undefined : refuse('UNKNOWN_OBJECT', 'this is nobody of the lead organization', { personId: value });
  },
  set: (state, _key, value) => ({ contacts: state.contacts.map((one) => ({ ...one, lead: one.personId === value })) }),
};

/** The last day of the MoU. */
const expiry: FieldRule = {
  kind: 'amendment',
  type: 'expiry-renewal',
  input: 'date',
  keys: () => ['-'],
  read: ({ mou }) => mou.expiresOn,
  locked: ({ mou: { expiredAt } }) =>
    expiredAt === undefined ? undefined : refuse('MOU_NOT_IN_FORCE', 'after its end nothing is amended', { expiredAt }),
  refusal: ({ construction: { endsOn } }, _key, value, ctx) =>
    aheadRefusal(value, ctx) ??
    (value < endsOn ? refuse('DATE_IN_PAST', 'the construction ends later', { date: value, earliest: endsOn }) : undefined),
  set: ({ mou }, _key, value) => ({ mou: { ...mou, expiresOn: value } }),
  moves: (state, _key, value, ctx) => [expiryDeadline(state, ctx, value)],
};

/** What the parties may amend, by the path of its value. */
export const amendmentFields: Readonly<Record<string, FieldRule>> = {
  'milestones/*/plannedOn': milestoneDate,
  'construction/durationMonths': duration,
  'contacts/leader': leader,
  'mou/expiresOn': expiry,
};
