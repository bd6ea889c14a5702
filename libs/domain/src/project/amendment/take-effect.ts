import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { signatoriesOf } from '../mou/signatories';
import { contractSet } from '../project-rule';
import { dayClock } from '../day-clock';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import { changeTypeRules } from './change-types';
import { checkItems, effectOf } from './change-items';
import type { ChangeSet } from './change-set';
import type { Running } from './field-rule';

const article = 'Civil Code art. 201, 203, 543';

/** The organizations that sign an amendment, the lead first; none for minor ones and for corrections. */
export function signersOf(state: ProjectState, change: ChangeSet, ctx: DecideContext): string[] {
  const needs = change.types.map((type) => changeTypeRules[type].signedBy);
  const parties = signatoriesOf(state, ctx.policy);
  if (needs.includes('all')) return parties.map((one) => one.organizationId);
  if (!needs.includes('lead-and-host')) return [];
  return parties.filter((one) => one.role === 'LEAD' || one.role === 'HOST').map((one) => one.organizationId);
}

/** A deadline for each party that signs (`change.sign`), and the clock after which an unsigned amendment lapses, 15 days later (default). */
export function signingDeadlines(state: ProjectState, change: ChangeSet, signatories: string[], ctx: DecideContext): ProjectEvent[] {
  const common = { period: ctx.policy.change.sign, policyKey: 'change.sign', article };
  const parties = signatoriesOf(state, ctx.policy).filter((one) => signatories.includes(one.organizationId));
  const clock = setDeadline(
    {
      ...common,
      ladder: 'clock',
      object: clockOf(change, 'sign'),
      set: ['CN'],
      owner: { role: 'CO' },
      country: 'CN',
      consequences: [{ code: 'lapse-change', policyKey: 'change.sign', afterDue: '15d' }],
    },
    state,
    ctx,
  );
  const own = parties.map(({ organizationId, country }) =>
    setDeadline(
      {
        ...common,
        ladder: 'amendmentSign',
        object: organizationId,
        set: contractSet(country, ctx.policy),
        owner: { role: 'PS', organizationId },
        country,
      },
      state,
      ctx,
    ),
  );
  return [...own, clock];
}

/** Events that end the waiting for signatures. */
export function signingOver(state: ProjectState, change: ChangeSet, why: 'met' | 'over' | 'withdrawn'): ProjectEvent[] {
  return [
    ...change.signatories.flatMap((id) => closeDeadline(state, 'amendmentSign', id, why)),
    ...closeDeadline(state, 'clock', clockOf(change, 'sign'), why),
  ];
}

/** Name of a clock of a change set, unique within the project. */
export function clockOf({ no }: Pick<ChangeSet, 'no'>, what: 'sign' | 'effect'): string {
  return `${what}-${no}`;
}

/** All that a change needs is there: it takes effect today, or on its stated day if that lies ahead. Never backdated. */
export function settled(state: Running, change: ChangeSet, ctx: DecideContext): ProjectEvent[] {
  const today = todayOf(ctx);
  const { effectiveOn, changeId, no } = change;
  if (effectiveOn === undefined || effectiveOn <= today) return takesEffect(state, change, today, ctx);
  return [{ type: 'ChangeSettled', changeId, no, effectOn: effectiveOn, at: ctx.now }, effectClock(state, change, effectiveOn, ctx)];
}

/** The clock that lets a change take effect when its day begins. */
function effectClock(state: ProjectState, change: ChangeSet, on: LocalDate, ctx: DecideContext): ProjectEvent {
  return dayClock({ object: clockOf(change, 'effect'), on, code: 'change-effect', policyKey: 'change.sign', owner: 'CO' }, state, ctx);
}

/** The change becomes true, unless what it is about has become another meanwhile: then it lapses as overtaken. */
export function takesEffect(state: Running, change: ChangeSet, effectOn: LocalDate, ctx: DecideContext): ProjectEvent[] {
  const { changeId, no, kind } = change;
  const checked = checkItems(state, kind, change.items, ctx);
  if (!checked.ok) return [{ type: 'ChangeLapsed', changeId, no, why: 'overtaken', at: ctx.now }];
  const { set, moves } = effectOf(state, checked.items, ctx);
  return [{ type: 'ChangeTookEffect', changeId, no, kind, effectOn, set, at: ctx.now }, ...moves];
}
