import type { Actor } from '../../people/roles';
import { defaultPolicy } from '../../policy/policy';
import { projectDecider } from '../../deciders';
import { answer, apply, callFacts, context, person, projectAt, runClock, text, unread } from '../../spec-kit';
import { allowedCommands } from '../allowed-commands';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import type { EndingCommand } from './ending.commands';
import { endingConsequences } from './ending.consequences';
import { decideEnding } from './ending.decide';
import type { TerminationGround } from './termination-grounds';

const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const council = person('council', 'CM');
const end = (effectiveOn: string, grounds: TerminationGround = 'BREACH'): ProjectCommand => ({
  type: 'DecideTermination',
  payload: { grounds, effectiveOn },
});
const reinstate: ProjectCommand = { type: 'ReinstateProject', payload: {} };
const unWithdraw: ProjectCommand = { type: 'UnWithdraw', payload: {} };
const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
const asked = (on: string, actor: Actor = head) => context(morning(on), actor, { reason: text, commandId: 'p1' });

/** Asked for by the head, confirmed by a second person. */
function byTwo(state: ProjectState, command: ProjectCommand, on: string, second = deputy): ProjectState {
  return apply(apply(state, command, asked(on)), confirm, context(morning(on), second, { commandId: `c-${on}` }));
}

const building = () => aProject().at('building');
const centre = () => aProject({ draft: { type: 'centre-candidate' } }).at('building');
const decided = () => byTwo(building(), end('2026-04-20'), '2026-03-02');
const ended = () => runClock(decided(), morning('2026-04-20'));
const commands = (state: ProjectState): string[] => allowedCommands(state, head).flatMap((one) => (one.possible ? [one.type] : []));

describe('DecideTermination', () => {
  it('does: the project stays in its stage, suspended, and ends on the day that was decided', () => {
    const waiting = decided();
    expect([waiting.stage, waiting.subState, waiting.hold?.kind, waiting.hold?.reasonCode]).toEqual([
      'construction',
      'building',
      'suspension',
      'TERMINATION',
    ]);
    expect(waiting.termination).toMatchObject({ grounds: 'BREACH', outcome: 'terminated', effectiveOn: '2026-04-20', by: 'deputy' });
    expect(projectDecider.toView(waiting).overlays).toEqual(['suspension:TERMINATION', 'termination-decided']);
    expect(runClock(waiting, '2026-04-19T15:59:59.000Z').stage).toBe('construction');
    const over = ended();
    expect([over.stage, over.subState, over.outcome, over.closedAt?.slice(0, 13)]).toEqual([
      'closed',
      'exiting',
      'terminated',
      '2026-04-19T16',
    ]);
    expect([over.hold, over.termination, over.deadlines]).toEqual([undefined, undefined, []]);
  });

  it('does: a project whose MoU never was in force is cancelled and archived, and a hold it is under stays', () => {
    const held = apply(
      aProject().at('drafting'),
      { type: 'Hold', payload: { kind: 'hold', reasonCode: 'CONFLICT' } },
      context(morning('2025-10-28'), head, { reason: text }),
    );
    const waiting = byTwo(held, end('2025-12-15'), '2025-10-30');
    expect([waiting.hold?.reasonCode, waiting.termination?.outcome]).toEqual(['CONFLICT', 'cancelled']);
    const plain = byTwo(aProject().at('drafting'), end('2025-12-15'), '2025-10-30');
    expect([plain.hold?.kind, plain.hold?.reasonCode]).toEqual(['hold', 'TERMINATION']);
    const over = runClock(waiting, morning('2025-12-15'));
    expect([over.subState, over.outcome, over.hold]).toEqual(['archived', 'cancelled', undefined]);
  });

  it('does: gives back the slots and the place in the call, and what waited for a second person lapses', () => {
    const proposed = apply(decided(), { type: 'ReinstateProject', payload: {} }, asked('2026-04-18'));
    const due = projectDecider.plan(proposed, defaultPolicy, { years: [] }).find((one) => one.step === 'end.terminate')?.at ?? '';
    const ctx = context(due, people.clock);
    const decision = projectDecider.decide(proposed, { type: 'Wake', payload: {} }, ctx);
    if (!decision.ok) throw new Error('refused');
    expect(decision.events.map((one) => one.type)).toContain('ProposalLapsed');
    expect(decision.releases).toEqual([{ scope: 'duplicate', key: 'call-1/college/host-college/LOG' }]);
    const event = decision.events.find((one) => one.type === 'ProjectTerminated');
    expect(event && projectDecider.effects(event, ended(), {})).toMatchObject([{ command: { type: 'FreePlace' } }]);
    const nowhere = { ...ended() };
    delete nowhere.hostCountry;
    expect(event && projectDecider.effects(event, nowhere, {})).toEqual([]);
  });

  it('does: of a demonstration centre the council confirms, nobody of the Secretariat', () => {
    const proposed = apply(centre(), end('2026-04-20'), asked('2026-03-02'));
    expect(proposed.proposals).toMatchObject([{ asks: 'council' }]);
    expect(answer(proposed, confirm, context(morning('2026-03-02'), deputy))).toBe('NOT_ALLOWED');
    expect(answer(proposed, confirm, context(morning('2026-03-02'), people.clock))).toBe('NOT_ALLOWED');
    expect(answer(proposed, confirm, context(morning('2026-03-02'), council))).toContain('TerminationDecided');
    expect(answer(proposed, { type: 'RejectProposal', payload: { proposalId: 'p1' } }, context(morning('2026-03-02'), council))).toContain(
      'ProposalRejected',
    );
    const over = runClock(byTwo(centre(), end('2026-04-20'), '2026-03-02', council), morning('2026-04-20'));
    expect([over.demonstrationCentre, over.endedFrom?.centre]).toEqual(['released', 'active']);
  });

  it('refuses: before the award, too soon for an appeal, without a reason, others than the head, and by the clock', () => {
    expect(answer(projectAt('accepted'), end('2026-04-20'), asked('2025-09-10'))).toBe('WRONG_STAGE');
    expect(answer(building(), end('2026-04-02'), asked('2026-03-02'))).toBe('NOTICE_TOO_SHORT');
    expect(answer(building(), end('2026-04-03'), asked('2026-03-02'))).toContain('ProposalMade');
    expect(answer(building(), end('2026-04-20'), context(morning('2026-03-02'), head))).toBe('REASON_REQUIRED');
    expect(answer(building(), end('2026-04-20'), asked('2026-03-02', people.officer))).toBe('NOT_ALLOWED');
    expect(answer(building(), end('2026-04-20'), asked('2026-03-02', people.clock))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('accepted'), confirm, context(morning('2025-09-10'), council))).toBe('NOT_ALLOWED');
  });

  it('refuses: to resume the project while its end is decided', () => {
    const ctx = context(morning('2026-03-10'), head, { reason: text });
    expect(answer(decided(), { type: 'Resume', payload: {} }, ctx)).toBe('TERMINATION_DECIDED');
  });

  it('repeats: a termination is decided once; without one the clock ends nothing', () => {
    expect(answer(decided(), end('2026-05-20'), asked('2026-03-10'))).toBe('ALREADY_DONE');
    expect(commands(decided())).not.toContain('DecideTermination');
    expect(commands(building())).toContain('DecideTermination');
    const clock = decided().deadlines.find((one) => one.object === 'termination');
    const ctx = context(morning('2026-04-20'), people.clock);
    expect(clock && endingConsequences.terminate?.(building(), clock, ctx)).toEqual([]);
  });
});

describe('ReinstateProject', () => {
  it('does: lifts a termination before it takes effect; the clocks go on with the time that was left', () => {
    const after = byTwo(decided(), reinstate, '2026-03-09');
    expect([after.termination, after.hold, after.subState]).toEqual([undefined, undefined, 'building']);
    const milestone = (state: ProjectState) => state.deadlines.find((one) => one.ladder === 'milestone' && one.object === 'M9')?.dueOn;
    expect(after.deadlines.map((one) => one.object)).not.toContain('termination');
    expect([milestone(building()), milestone(after)]).toEqual(['2026-12-14', '2026-12-21']);
  });

  it('does: a hold that stood before the decision stays', () => {
    const held = byTwo(building(), { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'WAR' } }, '2026-03-01');
    const after = byTwo(byTwo(held, end('2026-04-20'), '2026-03-02'), reinstate, '2026-03-09');
    expect([after.termination, after.hold?.reasonCode]).toEqual([undefined, 'WAR']);
  });

  it('does: takes an ended project up where it stood; its slots are claimed, its clocks run anew as new series', () => {
    const over = ended();
    expect(commands(over)).toEqual(['ReinstateProject']);
    const proposed = apply(over, reinstate, asked('2026-05-06'));
    const decision = projectDecider.decide(proposed, confirm, context(morning('2026-05-06'), deputy));
    expect(decision).toMatchObject({ ok: true, claims: [{ scope: 'duplicate', ifTaken: 'DUPLICATE_IN_CALL' }] });
    const after = byTwo(over, reinstate, '2026-05-06');
    expect([after.stage, after.subState, after.outcome, after.closedAt, after.endedFrom]).toEqual([
      'construction',
      'building',
      undefined,
      undefined,
      undefined,
    ]);
    const [before, again] = [building(), after].map((state) => state.deadlines.map((one) => `${one.ladder}/${one.object}`).sort());
    expect(again).toEqual(before);
    const expiry = (state: ProjectState) => state.deadlines.find((one) => one.ladder === 'expiry');
    expect(expiry(after)?.dueOn).toBe(expiry(building())?.dueOn);
    expect(after.deadlines.every((one) => one.series >= 2 && one.frozen === undefined)).toBe(true);
  });

  it('does: a fixed date has what was left of it when the clock was stopped, and stays where none was', () => {
    const over = runClock(byTwo(aProject().at('signed'), end('2026-03-20'), '2026-01-14'), morning('2026-03-20'));
    const effect = (state: ProjectState) => state.deadlines.find((one) => one.object === 'mou-effect')?.dueOn;
    expect(effect(byTwo(over, reinstate, '2026-03-23'))).toBe('2026-03-23');
    const from = over.endedFrom;
    const unstopped = from?.deadlines.map(({ frozen: _frozen, ...one }) => one) ?? [];
    const other = from === undefined ? over : { ...over, endedFrom: { ...from, deadlines: unstopped } };
    expect(effect(byTwo(other, reinstate, '2026-03-23'))).toBe('2026-01-14');
  });

  it('does: a centre claims its country again, and the call has its place back', () => {
    const over = runClock(byTwo(centre(), end('2026-04-20'), '2026-03-02', council), morning('2026-04-20'));
    const proposed = apply(over, reinstate, asked('2026-05-06'));
    const decision = projectDecider.decide(proposed, confirm, context(morning('2026-05-06'), deputy));
    if (!decision.ok) throw new Error('refused');
    expect(decision.claims).toContainEqual({ scope: 'centre', key: 'LA', ifTaken: 'CENTRE_SLOT_TAKEN' });
    const after = byTwo(over, reinstate, '2026-05-06');
    expect(after.demonstrationCentre).toBe('active');
    expect(decision.events.flatMap((event) => projectDecider.effects(event, after, {}))).toMatchObject([
      { command: { type: 'ReclaimPlace', payload: { hostCountry: 'LA' } } },
    ]);
  });

  it('does: an upgrade claims no three of lead, host and field, since it never held them', () => {
    const proposed = apply({ ...ended(), type: 'upgrade' }, reinstate, asked('2026-05-06'));
    expect(projectDecider.decide(proposed, confirm, context(morning('2026-05-06'), deputy))).toMatchObject({ ok: true, claims: [] });
  });

  it('does: takes up a lapsed approval; the time to accept runs anew and can lapse anew', () => {
    const over = runClock(aProject().at('accepting'), morning('2026-01-10'));
    expect([over.outcome, commands(over)]).toEqual(['approval-lapsed', ['ReinstateProject']]);
    const after = byTwo(over, reinstate, '2026-01-12');
    expect([after.stage, after.subState, after.outcome]).toEqual(['mou', 'accepting', undefined]);
    const award = after.deadlines.find((one) => one.ladder === 'award');
    expect([award?.dueOn, award?.series, award?.consequences.map((one) => one.code)]).toEqual(['2026-02-11', 2, ['lapse-award']]);
    expect(runClock(after, morning('2026-03-10')).outcome).toBe('approval-lapsed');
  });

  it('refuses: what has not ended so, without a reason, by an officer, and by the clock', () => {
    expect(answer(building(), reinstate, asked('2026-03-02'))).toBe('WRONG_STAGE');
    expect(answer(ended(), unWithdraw, asked('2026-05-06'))).toBe('WRONG_STAGE');
    const closed = { ...ended() };
    delete closed.outcome;
    expect(answer(closed, reinstate, asked('2026-05-06'))).toBe('WRONG_STAGE');
    expect(answer(ended(), reinstate, context(morning('2026-05-06'), head))).toBe('REASON_REQUIRED');
    expect(answer(ended(), reinstate, asked('2026-05-06', people.officer))).toBe('NOT_ALLOWED');
    expect(answer(ended(), reinstate, asked('2026-05-06', people.clock))).toBe('NOT_ALLOWED');
  });

  it('repeats: once it goes on there is nothing to reinstate', () => {
    expect(answer(byTwo(ended(), reinstate, '2026-05-06'), reinstate, asked('2026-05-07'))).toBe('WRONG_STAGE');
  });
});

describe('the clock', () => {
  it('ends and takes up nothing by itself, whatever the table of rights says', () => {
    const asks: EndingCommand[] = [
      { type: 'DecideTermination', payload: { grounds: 'BREACH', effectiveOn: '2026-04-20' } },
      { type: 'ReinstateProject', payload: {} },
    ];
    const codes = asks.map((one) => {
      const decision = decideEnding(building(), one, asked('2026-03-02', people.clock), true);
      return decision.ok ? 'ok' : decision.violation.code;
    });
    expect(codes).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
  });
});

describe('UnWithdraw', () => {
  const withdraw: ProjectCommand = { type: 'WithdrawApplication', payload: { letter: { documentId: 'd', sha256: 'b'.repeat(64) } } };
  const withdrawn = (step: 'submitted' | 'checking', at: string) => apply(projectAt(step), withdraw, context(at, person('legal')));

  it('does: an application withdrawn while the call was open is open again', () => {
    const over = withdrawn('submitted', '2025-08-22T02:00:00.000Z');
    expect(commands(over)).toEqual(['UnWithdraw']);
    const after = byTwo(over, unWithdraw, '2025-08-25');
    expect([after.stage, after.subState, after.outcome]).toEqual(['application', 'submitted', undefined]);
    const unasked = unread(context(morning('2025-08-25'), deputy, { commandId: 'c' }), 'call');
    expect(answer(apply(over, unWithdraw, asked('2025-08-25')), confirm, unasked)).toContain('WithdrawalUndone');
  });

  it('does: when the call has closed meanwhile it is frozen and goes to the check', () => {
    const after = byTwo(withdrawn('submitted', '2025-08-22T02:00:00.000Z'), unWithdraw, '2025-09-03');
    expect([after.subState, after.frozenAt, after.deadlines.map((one) => one.ladder)]).toEqual(['checking', callFacts.closesAt, ['check']]);
  });

  it('does: one withdrawn in the check has its whole time for the check anew', () => {
    const after = byTwo(withdrawn('checking', '2025-09-02T02:00:00.000Z'), unWithdraw, '2025-09-10');
    expect(after.deadlines.map((one) => [one.ladder, one.because.period, one.dueOn])).toEqual([
      ['check', defaultPolicy.check.officer, '2025-09-17'],
    ]);
  });

  it('refuses: after the ranking of its call, and what was not withdrawn', () => {
    const over = withdrawn('checking', '2025-09-02T02:00:00.000Z');
    const ranked = context(morning('2025-10-20'), head, { reason: text, facts: { call: { ...callFacts, subState: 'deciding' } } });
    expect(answer(over, unWithdraw, ranked)).toBe('CALL_CLOSED');
    expect(answer(projectAt('checking'), unWithdraw, asked('2025-09-03'))).toBe('WRONG_STAGE');
  });

  it('repeats: once it goes on there is nothing to take up', () => {
    const after = byTwo(withdrawn('checking', '2025-09-02T02:00:00.000Z'), unWithdraw, '2025-09-10');
    expect(answer(after, unWithdraw, asked('2025-09-11'))).toBe('WRONG_STAGE');
  });
});
