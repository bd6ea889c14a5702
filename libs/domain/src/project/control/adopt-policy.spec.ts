import { defaultPolicy, type Policy } from '../../policy/policy';
import { answer, apply, context, fold, person, projectAt, runClock, text } from '../../spec-kit';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { Actor } from '../../people/roles';
import { projectDecider } from '../../deciders';
import { planText } from '../../plan-hash';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { deadlinesUnder } from './deadlines-under';

const admin = person('admin', 'AD');
const head = people.head;
const adopt = (version: number): ProjectCommand => ({ type: 'AdoptPolicy', payload: { version } });
const announced = { callId: 'call-1', code: 'LMGF-2025', programme: 'LMGF', year: 2025, policyVersion: 1 } as const;
const over = { ...announced, subState: 'announced', opensAt: '', closesAt: '', clock: { kind: 'real' } } as const;

type Parts = { [K in keyof Policy]?: Partial<Policy[K]> };

/** The default policy but for some values. */
const policyWith = (parts: Parts, from: Policy = defaultPolicy): Policy => {
  const changed = Object.entries(parts).map(([part, values]) => [part, { ...from[part as keyof Policy], ...values }]);
  return { ...from, ...Object.fromEntries(changed) } as Policy;
};

/** A context in which version 5 is another policy and the call is announced. */
const knowing = (now: string, actor: Actor, after: Policy, change: Partial<DecideContext> = {}): DecideContext =>
  context(now, actor, { reason: text, commandId: 'p1', ...change, facts: { call: over, policies: { 5: after } } });

/** Adopted as part of a run over many projects. */
const adopted = (state: ProjectState, on: string, after: Policy, before = defaultPolicy): ProjectState =>
  apply(state, adopt(5), knowing(morning(on), people.clock, after, { policy: before }));

const dueOf = (state: ProjectState, ladder: string, object = '-'): Deadline => {
  const found = state.deadlines.find((d) => d.ladder === ladder && d.object === object);
  if (found === undefined) throw new Error(`no ${ladder}/${object}`);
  return found;
};
const consequence = (deadline: Deadline, code: string): string | undefined => deadline.consequences.find((c) => c.code === code)?.at;
const stepsOf = (state: ProjectState, after: Policy, ladder: string): [string, string][] =>
  projectDecider
    .plan(state, after, { years: [] })
    .filter((o) => o.rule === ladder && o.level !== undefined)
    .map((o) => [o.step, o.at]);

describe('AdoptPolicy', () => {
  const longer = policyWith({ mou: { firstDraft: '40d', signBy: '120d' } });
  const drafting = (): ProjectState => aProject().at('drafting');

  it('does: an administrator proposes, the head confirms; then dates are computed anew, as new series', () => {
    const before = drafting();
    const proposed = apply(before, adopt(5), knowing(morning('2025-10-27'), admin, longer));
    expect([proposed.policyVersion, proposed.proposals.map((one) => one.commandType)]).toEqual([1, ['AdoptPolicy']]);
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
    const after = apply(proposed, confirm, knowing(morning('2025-10-28'), head, longer, { commandId: 'c1' }));
    expect([after.policyVersion, after.proposals]).toEqual([5, []]);
    expect(dueOf(before, 'mouDraft')).toMatchObject({ dueOn: '2025-11-07', series: 1 });
    expect(dueOf(after, 'mouDraft')).toMatchObject({ dueOn: '2025-11-26', series: 2, setAt: morning('2025-10-28'), done: [] });
    expect(dueOf(after, 'clock', 'signing-period').because).toMatchObject({ startOn: '2025-10-17', period: '120d' });
  });

  it('does: at once and without a proposal for a run over many projects', () => {
    const decision = projectDecider.decide(drafting(), adopt(5), knowing(morning('2025-10-27'), people.clock, longer));
    expect(decision.ok && decision.events.map((e) => e.type)).toEqual(['PolicyAdopted', 'DeadlineMoved', 'DeadlineMoved']);
    expect(decision.ok && decision.events[0]).toMatchObject({ from: 1, to: 5, deadlines: [] });
    const byHead = projectDecider.decide(drafting(), adopt(5), knowing(morning('2025-10-27'), head, longer));
    expect(byHead.ok && byHead.events.map((e) => e.type)).toEqual(['ProposalMade', 'DeadlineSet']);
  });

  it('does: what was counted for a state is counted once, and anew for another moment, policy or calendar', () => {
    const state = drafting();
    const setting = { now: morning('2025-10-27'), policy: defaultPolicy, calendars: { years: [] } };
    const shorter = policyWith({ mou: { firstDraft: '12d' } });
    const first = deadlinesUnder(state, shorter, setting);
    expect(deadlinesUnder(state, shorter, { ...setting })).toBe(first);
    expect(first.kept).toMatchObject([{ why: 'told' }]);
    expect(deadlinesUnder(state, shorter, { ...setting, now: morning('2025-10-30') }).kept).toMatchObject([{ why: 'past' }]);
    expect(deadlinesUnder(state, longer, setting).moved).not.toEqual([]);
    expect(deadlinesUnder(state, longer, { ...setting, policy: longer }).moved).toEqual([]);
    const days = [{ date: '2025-11-26', kind: 'off' as const, name: 'closed', status: 'official' as const }];
    const closed = { years: [{ country: 'CN' as const, year: 2025, version: 1, days }] };
    const [draft] = deadlinesUnder(state, longer, { ...setting, calendars: closed }).moved;
    expect(draft?.deadline).toMatchObject({ ladder: 'mouDraft', dueOn: '2025-11-27' });
  });

  it('does: nothing told becomes shorter, and nothing is set into the past', () => {
    const shorter = policyWith({ mou: { firstDraft: '12d' } });
    expect(dueOf(adopted(drafting(), '2025-10-27', shorter), 'mouDraft')).toMatchObject({ dueOn: '2025-11-07', series: 1 });
    const setting = { now: morning('2025-10-27'), policy: defaultPolicy, calendars: { years: [] } };
    expect(deadlinesUnder(drafting(), shorter, setting).kept).toEqual([
      { ladder: 'mouDraft', object: '-', dueOn: '2025-11-07', wouldBe: '2025-10-29', why: 'told' },
    ]);
    expect(deadlinesUnder(drafting(), shorter, { ...setting, now: morning('2025-10-30') }).kept).toMatchObject([{ why: 'past' }]);
  });

  it('does: a date becomes shorter where the policy under which it was told promised nothing', () => {
    const loose = policyWith({ time: { neverShortenTold: false } });
    const shorter = policyWith({ mou: { firstDraft: '12d' } }, loose);
    const state = aProject({ policy: loose }).at('drafting');
    expect(dueOf(adopted(state, '2025-10-27', shorter, loose), 'mouDraft')).toMatchObject({ dueOn: '2025-10-29', series: 2 });
    expect(dueOf(adopted(state, '2025-10-30', shorter, loose), 'mouDraft')).toMatchObject({ dueOn: '2025-11-07', series: 1 });
  });

  it('does: an annual report moves with its day of the year, and stays where it was set by another', () => {
    const operating = runClock(aProject().at('operating'), morning('2027-01-10'));
    const later = policyWith({ report: { due: '04-30' } });
    expect(dueOf(adopted(operating, '2027-01-11', later), 'report', '2026')).toMatchObject({ dueOn: '2027-04-30', series: 2 });
    const from = policyWith({ report: { due: '02-28' } });
    expect(dueOf(adopted(operating, '2027-01-11', later, from), 'report', '2026')).toMatchObject({ dueOn: '2027-03-31', series: 1 });
    const sameDay = policyWith({ report: { officeAnswer: '45d' } });
    expect(dueOf(adopted(operating, '2027-01-11', sameDay), 'report', '2026').series).toBe(1);
  });

  it('does: what the clock has not done comes by the new policy, not sooner than told; what it has done never comes again', () => {
    const operating = runClock(aProject().at('operating'), morning('2027-04-10'));
    expect(dueOf(operating, 'report', '2026').done).toContain('end.mark-report-overdue');
    const slow = adopted(operating, '2027-04-12', policyWith({ report: { warningAfter: '90d' } }));
    expect(dueOf(slow, 'report', '2026')).toMatchObject({ series: 1, done: dueOf(operating, 'report', '2026').done });
    expect(consequence(dueOf(slow, 'report', '2026'), 'warn-missing-report')).toBe('2027-06-29T16:00:00.000Z');
    const fast = adopted(operating, '2027-04-12', policyWith({ report: { warningAfter: '30d' } }));
    expect(consequence(dueOf(fast, 'report', '2026'), 'warn-missing-report')).toBe('2027-05-30T16:00:00.000Z');
    const loose = policyWith({ time: { neverShortenTold: false } });
    const now = adopted(operating, '2027-04-12', policyWith({ report: { warningAfter: '5d' } }, loose), loose);
    expect(consequence(dueOf(now, 'report', '2026'), 'warn-missing-report')).toBe(morning('2027-04-12'));
    const moved = adopted(operating, '2027-04-12', policyWith({ report: { due: '05-31' } }));
    expect(dueOf(moved, 'report', '2026')).toMatchObject({ dueOn: '2027-05-31', series: 2 });
    expect(dueOf(moved, 'report', '2026').consequences.map((c) => [c.code, c.at])).toEqual([
      ['warn-missing-report', '2027-07-30T16:00:00.000Z'],
      ['suspend-missing-report', '2027-09-28T16:00:00.000Z'],
    ]);
    const late = policyWith({ report: { suspensionAfter: '200d' } });
    const overdue = {
      ...operating,
      deadlines: operating.deadlines.map((d) => ({ ...d, consequences: d.consequences.map((c) => ({ ...c, at: morning('2027-04-01') })) })),
    };
    expect(consequence(dueOf(adopted(overdue, '2027-04-12', late), 'report', '2026'), 'suspend-missing-report')).toBe(
      '2027-10-17T16:00:00.000Z',
    );
  });

  it('does: what the new policy does not want any more is left out, before or after it would have come', () => {
    const patient = policyWith({ mou: { lapseOnSilence: false } });
    const accepting = aProject().at('accepting');
    expect(dueOf(accepting, 'award').consequences.map((c) => c.code)).toEqual(['lapse-award']);
    expect(dueOf(adopted(accepting, '2025-10-20', patient), 'award').consequences).toEqual([]);
    const kind = policyWith({ check: { deemedAccepted: false } });
    expect(dueOf(adopted(projectAt('checking'), '2025-09-02', kind), 'check', 'round-1').consequences).toEqual([]);
    const quick = policyWith({ check: { deemedAcceptedAfter: '10wd' } });
    expect(consequence(dueOf(adopted(projectAt('checking'), '2025-09-02', quick), 'check', 'round-1'), 'deem-accepted')).toBe(
      '2025-09-12T16:00:00.000Z',
    );
  });

  it('does: of steps that the new ladder would have asked for, reminders before the date are dropped, the newest escalation goes at once', () => {
    const row = defaultPolicy.ladder.mouDraft;
    const withSteps = (...steps: [string, 'L0' | 'L1'][]): Policy =>
      policyWith({ ladder: { mouDraft: { ...row, steps: steps.map(([step, level]) => ({ step, level, to: ['PL' as const] })) } } });
    const early = withSteps(['t-14', 'L0'], ['t-12', 'L0'], ['t-2', 'L0']);
    const state = runClock(drafting(), morning('2025-10-30'));
    const after = adopted(state, '2025-10-30', early);
    expect(dueOf(after, 'mouDraft')).toMatchObject({ notBefore: morning('2025-10-30'), series: 1 });
    expect(stepsOf(after, early, 'mouDraft').map(([step]) => step)).toEqual(['t-2.L0']);
    const only = withSteps(['t-14', 'L0'], ['t-12', 'L0']);
    expect(stepsOf(adopted(state, '2025-10-30', only), only, 'mouDraft')).toEqual([['t-12.L0', morning('2025-10-30')]]);
    const overdue = runClock(drafting(), morning('2025-12-20'));
    const strict = withSteps(['t-1', 'L0'], ['+5', 'L1'], ['+25', 'L1'], ['+26', 'L1'], ['+60', 'L1']);
    const steps = stepsOf(adopted(overdue, '2025-12-20', strict), strict, 'mouDraft');
    expect(steps.map(([step]) => step)).toEqual(['+26.L1', '+60.L1']);
    expect(steps[0]?.[1]).toBe(morning('2025-12-20'));
  });

  it('does: leaves alone what a hold has stopped, what was set by hand, and open proposals', () => {
    const held = apply(
      drafting(),
      { type: 'Hold', payload: { kind: 'hold', reasonCode: 'INFORMATION' } },
      context(morning('2025-10-25'), head, { reason: text }),
    );
    expect(dueOf(adopted(held, '2025-10-27', longer), 'mouDraft')).toMatchObject({ dueOn: '2025-11-07', series: 1 });
    const set: ProjectCommand = { type: 'ChangeDeadline', payload: { rule: 'mouDraft', object: '-', dueOn: '2025-11-18' } };
    const byHand = apply(drafting(), set, context(morning('2025-10-25'), head, { reason: text, facts: { stepMails: [] } }));
    expect(dueOf(adopted(byHand, '2025-10-27', longer), 'mouDraft')).toMatchObject({ dueOn: '2025-11-18', series: 2 });
    const other = policyWith({ admin: { secondPersonAnswer: '9wd' } });
    const proposed = apply(drafting(), adopt(5), knowing(morning('2025-10-27'), admin, other));
    expect(dueOf(adopted(proposed, '2025-10-28', other), 'clock', 'proposal-p1')).toEqual(dueOf(proposed, 'clock', 'proposal-p1'));
  });

  it('does: the earlier version again, which takes it back as far as nobody’s time gets shorter', () => {
    const there = adopted(drafting(), '2025-10-27', longer);
    const back = apply(there, adopt(1), {
      ...knowing(morning('2025-10-28'), people.clock, longer, { policy: longer }),
      facts: { call: over, policies: { 1: defaultPolicy } },
    });
    expect(back.policyVersion).toBe(1);
    expect(dueOf(back, 'mouDraft').dueOn).toBe('2025-11-26');
  });

  it('refuses: an officer, without a reason, an unknown version, a closed project, the proposer’s own yes', () => {
    expect(answer(drafting(), adopt(5), knowing(morning('2025-10-27'), people.officer, longer))).toBe('NOT_ALLOWED');
    const { reason: _none, ...silent } = knowing(morning('2025-10-27'), admin, longer);
    expect(answer(drafting(), adopt(5), silent)).toBe('REASON_REQUIRED');
    expect(answer(drafting(), adopt(6), knowing(morning('2025-10-27'), admin, longer))).toBe('POLICY_INVALID');
    expect(answer(drafting(), adopt(6), context(morning('2025-10-27'), admin, { reason: text }))).toBe('POLICY_INVALID');
    const closed: ProjectState = { ...drafting(), stage: 'closed', subState: 'archived' };
    expect(answer(closed, adopt(5), knowing(morning('2025-10-27'), admin, longer))).toBe('WRONG_STAGE');
    const proposed = apply(drafting(), adopt(5), knowing(morning('2025-10-27'), head, longer));
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
    expect(answer(proposed, confirm, knowing(morning('2025-10-27'), head, longer))).toBe('SAME_PERSON');
  });

  it('refuses: values that the published call has fixed, while its applicants compete or nothing is known of it', () => {
    const other = policyWith({ check: { officer: '6wd' }, review: { fundableFrom: 70 } });
    const asked = (call: DecideContext['facts']['call']) =>
      projectDecider.decide(projectAt('checking'), adopt(5), {
        ...knowing(morning('2025-09-02'), people.clock, other),
        facts: { policies: { 5: other }, ...(call === undefined ? {} : { call }) },
      });
    const refused = {
      ok: false,
      violation: { code: 'POLICY_FROZEN', values: { version: 5, keys: ['check.officer', 'review.fundableFrom'] } },
    };
    expect(asked({ ...over, subState: 'reviewing' })).toMatchObject(refused);
    expect(asked(undefined)).toMatchObject(refused);
    expect(asked(over)).toMatchObject({ ok: true });
  });

  it('repeats: the version it has already is quiet', () => {
    const there = adopted(drafting(), '2025-10-27', longer);
    expect(answer(there, adopt(5), knowing(morning('2025-10-28'), admin, longer))).toEqual([]);
  });
});

describe('the text of a plan', () => {
  const later = policyWith({
    mou: { firstDraft: '40d' },
    ladder: { mouDraft: { calendar: 'contract', steps: [{ step: 't-40', level: 'L0', to: ['PL'] }] } },
  });
  const textOf = (state: ProjectState, policy = later): string => planText(state, policy, { years: [] });

  it('is the same whenever the plan was made: what goes at once has no instant', () => {
    const start = aProject().at('drafting');
    const [once, again] = ['2025-10-27', '2025-10-28'].map((on) => textOf(adopted(start, on, later)));
    expect(once).toBe(again);
    expect(once).toContain('mouDraft/-/t-40.L0|2|at once|reminder|L0|PL|PL college |');
  });

  it('differs where a date, a step, a role or an owner does', () => {
    const start = aProject().at('drafting');
    expect(textOf(start)).not.toBe(textOf(start, defaultPolicy));
    const other = { ...start, deadlines: start.deadlines.map((d) => ({ ...d, owner: { role: 'AC' as const, personId: 'lead' } })) };
    expect(textOf(other)).not.toBe(textOf(start));
    expect(textOf(fold(start, [{ type: 'DeadlineClosed', ladder: 'mouDraft', object: '-', why: 'met' }]))).not.toBe(textOf(start));
  });

  it('takes what was adopted later for the begin of a deadline', () => {
    const start = aProject().at('drafting');
    const since = (notBefore: string): ProjectState => ({ ...start, deadlines: start.deadlines.map((d) => ({ ...d, notBefore })) });
    expect(textOf(since(morning('2025-11-20')))).toBe(textOf(since(morning('2025-11-21'))));
    expect(textOf(since(morning('2025-10-01')))).toBe(textOf(start));
  });
});
