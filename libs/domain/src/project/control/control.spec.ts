import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import { answer, apply, context, fold, person, projectAt, runClock, text } from '../../spec-kit';
import type { ProjectState } from '../project.state';

const officer = person('officer', 'CO');
const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const at = '2025-09-03T02:00:00.000Z';
const withReason = { reason: text };
const hold: ProjectCommand = { type: 'Hold', payload: { kind: 'hold', reasonCode: 'INFORMATION' } };
const suspend: ProjectCommand = { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'DISASTER' } };
const resume: ProjectCommand = { type: 'Resume', payload: {} };
const calendars = { years: [] };

/** A project whose MoU is in force: only the facts that holding looks at. */
const inForce = (): ProjectState => ({
  ...projectAt('accepted'),
  stage: 'construction',
  subState: 'building',
  mou: { awardLetterAt: at, awardedOn: '2025-10-17', signatures: [], tookEffectAt: '2026-01-14T00:00:00.000Z' },
});

describe('Hold', () => {
  it('does: stops the clocks and keeps the time that was left; the review of the hold runs', () => {
    const state = apply(projectAt('checking'), hold, context(at, officer, withReason));
    expect(state.hold).toMatchObject({ kind: 'hold', reasonCode: 'INFORMATION', automatic: false });
    expect(state.deadlines.find((d) => d.ladder === 'check')?.frozen).toEqual({ unitsLeft: 2, heldOn: '2025-09-03' });
    expect([...new Set(projectDecider.plan(state, defaultPolicy, calendars).map((o) => o.rule))]).toEqual(['holdReview']);
  });

  it('does: the review of the hold is owed by the file’s officer, by any officer while there is none', () => {
    const reviewer = (state: ProjectState) => state.deadlines.find((d) => d.ladder === 'holdReview')?.owner;
    const held = (state: ProjectState) => apply(state, hold, context(at, officer, withReason));
    expect(reviewer(held({ ...projectAt('checking'), officerId: 'officer' }))).toEqual({ role: 'CO', personId: 'officer' });
    expect(reviewer(held(projectAt('checking')))).toEqual({ role: 'CO' });
  });

  it('refuses: without a reason, twice, before submission, and the wrong kind for the stage', () => {
    expect(answer(projectAt('checking'), hold, context(at, officer))).toBe('REASON_REQUIRED');
    expect(
      answer(projectAt('checking'), { type: 'Hold', payload: { kind: 'hold', reasonCode: 'WAR' } }, context(at, officer, withReason)),
    ).toBe('REASON_REQUIRED');
    expect(answer(apply(projectAt('checking'), hold, context(at, officer, withReason)), hold, context(at, officer, withReason))).toBe(
      'ON_HOLD',
    );
    expect(answer(projectAt('submitted'), hold, context(at, officer, withReason))).toBe('WRONG_STAGE');
    expect(answer(projectAt('checking'), suspend, context(at, head, withReason))).toBe('WRONG_STAGE');
    expect(answer(inForce(), suspend, context(at, officer, withReason))).toBe('NOT_ALLOWED');
  });

  it('refuses: while held, work on the project', () => {
    const held = apply(projectAt('checking'), hold, context(at, officer, withReason));
    expect(answer(held, { type: 'AcceptApplication', payload: {} }, context(at, officer))).toBe('ON_HOLD');
  });

  it('repeats: a suspension waits for a second person, and a second proposal of the same is a proposal of its own', () => {
    const proposed = apply(inForce(), suspend, context(at, head, { ...withReason, commandId: 'p1' }));
    expect([proposed.hold, proposed.proposals.map((p) => p.proposalId)]).toEqual([undefined, ['p1']]);
    expect(answer(proposed, suspend, context(at, deputy, { ...withReason, commandId: 'p2' }))).toEqual(['ProposalMade', 'DeadlineSet']);
  });
});

describe('Resume', () => {
  it('does: gives back the working days that were left, counted from the day after, as a new series', () => {
    const state = apply(
      apply(projectAt('checking'), hold, context(at, officer, withReason)),
      resume,
      context('2025-10-20T02:00:00.000Z', officer),
    );
    const check = state.deadlines.find((d) => d.ladder === 'check');
    expect([state.hold, check?.dueOn, check?.series, check?.frozen]).toEqual([undefined, '2025-10-22', 2, undefined]);
    expect(state.deadlines.some((d) => d.ladder === 'holdReview')).toBe(false);
  });

  it('does: gives back all the days until a date that was moved on, though the days it was moved by have not begun', () => {
    const kickOff = (state: ProjectState) => state.deadlines.find((d) => d.ladder === 'kickOff');
    const snooze: ProjectCommand = { type: 'Snooze', payload: { rule: 'kickOff', object: '-', workingDays: 5 } };
    const moved = apply(aProject().at('kick-off'), snooze, context(morning('2026-01-20'), officer, withReason));
    const proposed = apply(moved, suspend, context(morning('2026-01-20'), head, { ...withReason, commandId: 'p1' }));
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
    const held = apply(proposed, confirm, context(morning('2026-01-20'), deputy));
    expect([kickOff(moved)?.dueOn, kickOff(held)?.frozen?.unitsLeft]).toEqual(['2026-02-18', 21]);
    expect(kickOff(apply(held, resume, context(morning('2026-02-19'), head)))?.dueOn).toBe('2026-03-20');
  });

  it('refuses: a project that is not held, and a suspension ended by anybody but the head', () => {
    expect(answer(projectAt('checking'), resume, context(at, officer))).toBe('NOT_ON_HOLD');
    const proposed = apply(inForce(), suspend, context(at, head, { ...withReason, commandId: 'p1' }));
    const held = apply(proposed, { type: 'ConfirmProposal', payload: { proposalId: 'p1' } }, context(at, deputy));
    expect(answer(held, resume, context(at, officer))).toBe('NOT_ALLOWED');
    expect(answer(held, resume, context(at, head))).toContain('ProjectResumed');
  });

  it('repeats: resumed once, there is nothing to resume', () => {
    const state = apply(apply(projectAt('checking'), hold, context(at, officer, withReason)), resume, context(at, officer));
    expect(answer(state, resume, context(at, officer))).toBe('NOT_ON_HOLD');
  });
});

describe('ConfirmProposal', () => {
  const proposed = () => apply(inForce(), suspend, context(at, head, { ...withReason, commandId: 'p1' }));
  const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };

  it('does: carries the command out in the same decision, with the proposer’s reason', () => {
    const state = apply(proposed(), confirm, context(at, deputy));
    expect([state.hold?.kind, state.hold?.text, state.proposals]).toEqual(['suspension', text, []]);
  });

  it('refuses: the proposer himself, an unknown proposal, a lapsed one, and who has not the right', () => {
    expect(answer(proposed(), confirm, context(at, head))).toBe('SAME_PERSON');
    expect(answer(proposed(), { type: 'ConfirmProposal', payload: { proposalId: 'p9' } }, context(at, deputy))).toBe('UNKNOWN_OBJECT');
    expect(answer(proposed(), confirm, context('2025-09-09T02:00:00.000Z', deputy))).toBe('PROPOSAL_LAPSED');
    expect(answer(proposed(), confirm, context(at, officer))).toBe('NOT_ALLOWED');
    expect(answer(proposed(), confirm, context(at, person('lead')))).toBe('NOT_ALLOWED');
  });

  it('refuses: what the second person may not do himself, and what needs no second person', () => {
    const waiting = (commandType: string): ProjectState => ({
      ...inForce(),
      proposals: [{ proposalId: 'p1', commandType, payload: {}, proposedBy: 'head', proposedAt: at, lapsesAt: '2025-09-08T16:00:00.000Z' }],
    });
    expect(answer(waiting('OpenSigning'), confirm, context(at, officer))).toBe('NOT_ALLOWED');
    expect(answer(waiting('OpenSigning'), confirm, context(at, deputy))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: confirmed once, the proposal is gone', () => {
    expect(answer(apply(proposed(), confirm, context(at, deputy)), confirm, context(at, deputy))).toBe('UNKNOWN_OBJECT');
  });

  it('lapses after three working days if nobody answers', () => {
    const state = runClock(proposed(), '2025-09-09T02:00:00.000Z');
    expect([state.proposals, state.hold]).toEqual([[], undefined]);
  });
});

describe('RejectProposal', () => {
  const proposed = () => apply(inForce(), suspend, context(at, head, { ...withReason, commandId: 'p1' }));
  const reject: ProjectCommand = { type: 'RejectProposal', payload: { proposalId: 'p1' } };

  it('does: ends the proposal without effect', () => {
    const state = apply(proposed(), reject, context(at, deputy, withReason));
    expect([state.proposals, state.hold, state.deadlines.some((d) => d.object === 'proposal-p1')]).toEqual([[], undefined, false]);
  });
  it('refuses: an unknown proposal', () => {
    expect(answer(inForce(), reject, context(at, deputy))).toBe('UNKNOWN_OBJECT');
  });
  it('repeats: rejected once, the proposal is gone', () => {
    expect(answer(apply(proposed(), reject, context(at, deputy)), reject, context(at, deputy))).toBe('UNKNOWN_OBJECT');
  });
});

describe('Wake', () => {
  const wake: ProjectCommand = { type: 'Wake', payload: {} };
  const clock = { kind: 'system' } as const;

  it('does: handles the first occurrence that is due and not done, one at a time', () => {
    const decision = projectDecider.decide(projectAt('checking'), wake, context('2025-09-20T02:00:00.000Z', clock));
    expect(decision.ok && decision.events.map((e) => e.type)).toEqual(['ReminderIssued']);
  });
  it('refuses: a person', () => {
    expect(answer(projectAt('checking'), wake, context(at, officer))).toBe('NOT_ALLOWED');
  });
  it('repeats: nothing due, nothing happens', () => {
    expect(answer(projectAt('checking'), wake, context('2025-08-31T10:00:00.000Z', clock))).toEqual([]);
  });
});

describe('Sync', () => {
  it('does: nothing but ask where the ledger stands', () => {
    expect(answer(projectAt('checking'), { type: 'Sync', payload: {} }, context(at, { kind: 'system' }))).toEqual([]);
  });
  it('refuses: a person', () => {
    expect(answer(projectAt('checking'), { type: 'Sync', payload: {} }, context(at, officer))).toBe('NOT_ALLOWED');
  });
  it('repeats: asked twice, still nothing', () => {
    expect(answer(projectAt('checking'), { type: 'Sync', payload: {} }, context(at, { kind: 'system' }))).toEqual([]);
  });
});

describe('Replan', () => {
  const replan: ProjectCommand = { type: 'Replan', payload: {} };
  const holiday = {
    years: [
      {
        country: 'CN' as const,
        year: 2025,
        version: 2,
        days: [{ date: '2025-09-04', kind: 'off' as const, name: 'new holiday', status: 'official' as const }],
      },
    ],
  };
  const admin = person('admin', 'AD');

  it('does: moves open deadlines that now end later, as a new series', () => {
    const state = apply(projectAt('checking'), replan, context(at, admin, { calendars: holiday }));
    expect(state.deadlines.map((d) => [d.dueOn, d.series])).toEqual([['2025-09-08', 2]]);
  });
  it('refuses: an applicant', () => {
    expect(answer(projectAt('checking'), replan, context(at, person('lead'), { calendars: holiday }))).toBe('NOT_ALLOWED');
  });
  it('repeats: without a change of calendars nothing moves, and a date once told never becomes shorter', () => {
    const moved = apply(projectAt('checking'), replan, context(at, admin, { calendars: holiday }));
    expect(answer(moved, replan, context(at, admin, { calendars: holiday }))).toEqual([]);
    expect(answer(moved, replan, context(at, admin))).toEqual([]);
  });
});

describe('RecordDelivery', () => {
  const failed: ProjectCommand = {
    type: 'RecordDelivery',
    payload: { personId: 'lead', notificationKey: 'k', result: 'permanent-failure' },
  };
  const delivered: ProjectCommand = { type: 'RecordDelivery', payload: { personId: 'lead', notificationKey: 'k', result: 'delivered' } };
  const clock = context(at, { kind: 'system' });

  it('does: marks the address, and takes the mark back when mail arrives again', () => {
    const state = apply(projectAt('checking'), failed, clock);
    expect(state.unreachable).toEqual(['lead']);
    expect(apply(state, delivered, clock).unreachable).toEqual([]);
  });
  it('refuses: a person', () => {
    expect(answer(projectAt('checking'), failed, context(at, officer))).toBe('NOT_ALLOWED');
  });
  it('repeats: told twice, nothing more happens', () => {
    expect(answer(apply(projectAt('checking'), failed, clock), failed, clock)).toEqual([]);
    expect(answer(projectAt('checking'), delivered, clock)).toEqual([]);
  });
});

describe('the state', () => {
  it('cannot be folded from an event before the start, nor from an unknown one', () => {
    expect(() => fold(undefined, [{ type: 'ApplicationAccepted', at }])).toThrow('before ApplicationStarted');
    expect(() => fold(projectAt('draft'), [{ type: 'Unheard' } as never])).toThrow('unknown event');
  });
});

describe('a consequence that no rule of a project answers', () => {
  it('is a bug and stops the wake-up, so that nothing counts as done', () => {
    const state = projectAt('checking');
    const deadlines = state.deadlines.map((d) => ({
      ...d,
      ladder: 'clock' as const,
      consequences: [{ code: 'open-call' as const, at, policyKey: 'check.officer' }],
    }));
    const late = context('2025-09-05T02:00:00.000Z', { kind: 'system' });
    expect(() => projectDecider.decide({ ...state, deadlines }, { type: 'Wake', payload: {} }, late)).toThrow(
      'no rule of a project for the consequence open-call',
    );
  });
});
