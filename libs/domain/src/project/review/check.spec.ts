import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { answer, apply, context, draft, facts, file, person, projectAt, runClock, text, unread } from '../../spec-kit';
import { decideResubmit } from './check.decide';
import { checklist } from './checklist';

const officer = person('officer', 'CO');
const head = person('head', 'SH');
const lead = person('lead');
const at = '2025-09-02T02:00:00.000Z';
const due = (state: ProjectState) => state.deadlines.map((d) => [d.ladder, d.object, d.dueOn]);

describe('AssignOfficer', () => {
  const assign: ProjectCommand = { type: 'AssignOfficer', payload: { officerId: 'officer' } };
  const known = { facts: { people: { officer: facts('officer', { roles: ['CO'] }), expert: facts('expert') } } };

  it('does: gives the file to a case officer', () => {
    expect(apply(projectAt('checking'), assign, context(at, head, known)).officerId).toBe('officer');
  });

  it('does: an officer named before the closing owes the check from its start', () => {
    const assigned = apply(projectAt('submitted'), assign, context('2025-08-21T02:00:00.000Z', head, known));
    const checking = apply(
      assigned,
      { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } },
      context('2025-08-31T09:00:10.000Z', { kind: 'system' }),
    );
    expect(checking.deadlines.map((d) => d.owner)).toEqual([{ role: 'CO', personId: 'officer' }]);
    expect(projectAt('checking').deadlines.map((d) => d.owner)).toEqual([{ role: 'CO' }]);
  });

  it('refuses: somebody who is no case officer, anybody but the head, a closed project', () => {
    const expert: ProjectCommand = { type: 'AssignOfficer', payload: { officerId: 'expert' } };
    expect(answer(projectAt('checking'), expert, context(at, head, known))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('checking'), assign, context(at, officer, known))).toBe('NOT_ALLOWED');
    const closed = apply(projectAt('checking'), { type: 'WithdrawApplication', payload: { letter: file } }, context(at, person('legal')));
    expect(answer(closed, assign, context(at, head, known))).toBe('WRONG_STAGE');
  });

  it('repeats: the same officer again changes nothing', () => {
    expect(answer(apply(projectAt('checking'), assign, context(at, head, known)), assign, context(at, head, known))).toEqual([]);
  });
});

describe('RecordCheckItem', () => {
  const item = (verdict: 'pass' | 'fail', reasonCode?: string): ProjectCommand => ({
    type: 'RecordCheckItem',
    payload: { code: 'signed', verdict, ...(reasonCode === undefined ? {} : { reasonCode }), note: text },
  });

  it('does: keeps verdict, reason and note', () => {
    expect(apply(projectAt('checking'), item('fail', 'NO_SEAL'), context(at, officer)).check.items['signed']).toEqual({
      verdict: 'fail',
      reasonCode: 'NO_SEAL',
      note: text,
    });
  });

  it('refuses: an item that is not on the list, a failure without reason, the wrong stage', () => {
    expect(
      answer(projectAt('checking'), { type: 'RecordCheckItem', payload: { code: 'beauty', verdict: 'pass' } }, context(at, officer)),
    ).toBe('UNKNOWN_OBJECT');
    expect(answer(projectAt('checking'), item('fail'), context(at, officer))).toBe('REASON_REQUIRED');
    expect(answer(projectAt('submitted'), item('pass'), context(at, officer))).toBe('WRONG_STAGE');
  });

  it('repeats: a later verdict on the same item replaces the earlier one', () => {
    const twice = apply(apply(projectAt('checking'), item('fail', 'NO_SEAL'), context(at, officer)), item('pass'), context(at, officer));
    expect(twice.check.items['signed']?.verdict).toBe('pass');
  });
});

describe('AcceptApplication', () => {
  const accept: ProjectCommand = { type: 'AcceptApplication', payload: {} };

  it('does: accepts when every item is decided and none failed; the officer’s clock ends', () => {
    const state = projectAt('accepted');
    expect([state.subState, state.check.acceptedAt, state.deadlines]).toEqual(['accepted', '2025-09-03T02:00:00.000Z', []]);
  });

  it('refuses: while items are open, when one has failed, and from anybody but an officer', () => {
    expect(answer(projectAt('checking'), accept, context(at, officer))).toBe('CHECK_INCOMPLETE');
    let state = projectAt('checking');
    for (const { code } of checklist)
      state = apply(
        state,
        { type: 'RecordCheckItem', payload: { code, verdict: code === 'signed' ? 'fail' : 'pass', reasonCode: 'NO_SEAL' } },
        context(at, officer),
      );
    expect(answer(state, accept, context(at, officer))).toBe('CHECK_FAILED');
    expect(answer(state, accept, context(at, lead))).toBe('NOT_ALLOWED');
  });

  it('repeats: accepted once, it cannot be accepted again', () => {
    expect(answer(projectAt('accepted'), accept, context(at, officer))).toBe('WRONG_STAGE');
  });
});

describe('ReturnForCorrection', () => {
  const back: ProjectCommand = {
    type: 'ReturnForCorrection',
    payload: { items: [{ target: 'budget', reasonCode: 'SUM_WRONG', defect: text }] },
  };

  it('does: sends one list; ten working days run from the date of the mail', () => {
    const state = apply(projectAt('checking'), back, context('2025-09-05T02:00:00.000Z', officer));
    expect([state.subState, due(state)]).toEqual(['returned', [['correction', 'round-1', '2025-09-19']]]);
  });

  it('refuses: an empty list and a second return after closing', () => {
    expect(answer(projectAt('checking'), { type: 'ReturnForCorrection', payload: { items: [] } }, context(at, officer))).toBe(
      'NOTHING_TO_CORRECT',
    );
    const again = runClock(apply(projectAt('checking'), back, context(at, officer)), '2025-09-17T02:00:00.000Z');
    expect(again.subState).toBe('checking');
    expect(answer(again, back, context('2025-09-17T02:00:00.000Z', officer))).toBe('RETURN_LIMIT');
  });

  it('repeats: returned once, it cannot be returned again while the applicant works on it', () => {
    expect(answer(apply(projectAt('checking'), back, context(at, officer)), back, context(at, officer))).toBe('WRONG_STAGE');
  });
});

describe('ResubmitCorrection', () => {
  const back: ProjectCommand = {
    type: 'ReturnForCorrection',
    payload: { items: [{ target: 'budget', reasonCode: 'SUM_WRONG', defect: text }] },
  };
  const again: Extract<ProjectCommand, { type: 'ResubmitCorrection' }> = {
    type: 'ResubmitCorrection',
    payload: { draftVersion: 3, draftHash: 'draft-hash' },
  };
  const returned = apply(projectAt('checking'), back, context(at, officer));
  const later = '2025-09-10T02:00:00.000Z';

  it('does: takes the corrected version, starts the officer’s second five working days with an empty checklist', () => {
    const state = apply(returned, again, context(later, lead, { facts: { draft: draft({ changedFields: ['budget'] }) } }));
    expect([state.subState, state.submissions.length, state.check.items]).toEqual(['resubmitted', 2, {}]);
    expect(due(state)).toEqual([['check', 'round-2', '2025-09-17']]);
  });

  it('refuses: changes outside the list, an incomplete or other draft, and anything after the due date', () => {
    expect(answer(returned, again, context(later, lead, { facts: { draft: draft({ changedFields: ['budget', 'titleEn'] }) } }))).toBe(
      'FIELD_LOCKED',
    );
    expect(answer(returned, again, context(later, lead, { facts: { draft: draft({ missingFields: ['budget'] }) } }))).toBe(
      'FORM_INCOMPLETE',
    );
    expect(answer(returned, again, context(later, lead, { facts: { draft: draft({ hash: 'other' }) } }))).toBe('STALE_REVISION');
    expect(answer(returned, again, context('2025-09-16T16:00:00.000Z', lead))).toBe('CORRECTION_TOO_LATE');
    expect(answer(runClock(returned, '2025-09-17T01:00:00.000Z'), again, context('2025-09-17T01:00:00.000Z', lead))).toBe(
      'CORRECTION_TOO_LATE',
    );
    expect(answer(projectAt('checking'), again, context(later, lead))).toBe('WRONG_STAGE');
  });

  it('does: where the policy allows two returns, the second leaves the record of the first as it was', () => {
    const policy = { ...defaultPolicy, check: { ...defaultPolicy.check, returnsAfterClosing: 2 } };
    const once = apply(returned, again, context(later, lead));
    const twice = apply(once, back, context('2025-09-12T02:00:00.000Z', officer, { policy }));
    const state = apply(twice, again, context('2025-09-15T02:00:00.000Z', lead));
    expect(state.check.rounds.map((round) => [round.no, round.resubmittedAt])).toEqual([
      [1, later],
      [2, '2025-09-15T02:00:00.000Z'],
    ]);
  });

  it('refuses: a draft that was not found, and the clock, also where the table of rights would let it through', () => {
    expect(projectDecider.decide(returned, again, unread(context(later, lead), 'draft'))).toMatchObject({
      violation: { code: 'STALE_REVISION', values: { currentVersion: 0 } },
    });
    expect(decideResubmit(returned, again, context(later, { kind: 'system' }))).toMatchObject({ violation: { code: 'WRONG_STAGE' } });
  });

  it('repeats: a second answer to the same list finds nothing open', () => {
    expect(answer(apply(returned, again, context(later, lead)), again, context(later, lead))).toBe('WRONG_STAGE');
  });
});

describe('silence in the formal check', () => {
  it('of the applicant: judged on the file as it is, the officer’s clock starts again', () => {
    const state = apply(
      projectAt('checking'),
      { type: 'ReturnForCorrection', payload: { items: [{ target: 'budget', reasonCode: 'SUM_WRONG', defect: text }] } },
      context(at, officer),
    );
    const over = runClock(state, '2025-09-16T17:00:00.000Z');
    expect([over.subState, over.check.rounds[0]?.timeOverAt !== undefined, due(over)]).toEqual([
      'checking',
      true,
      [['check', 'round-2', '2025-09-24']],
    ]);
  });

  it('of the office: deemed accepted after the eighth working day, after its warnings', () => {
    const plan = projectDecider.plan(projectAt('checking'), defaultPolicy, { years: [] });
    expect(plan.map((o) => o.step)).toEqual(expect.arrayContaining(['wd-3.L0', 'end.deem-accepted']));
    const state = runClock(projectAt('checking'), '2025-09-11T01:00:00.000Z');
    expect([state.subState, state.check.deemed]).toEqual(['accepted', true]);
  });

  it('of the office, with the flag off: it stays in the check and is only escalated', () => {
    const policy = { ...defaultPolicy, check: { ...defaultPolicy.check, deemedAccepted: false } };
    const submitted = projectAt('submitted');
    const state = apply(
      submitted,
      { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } },
      context('2025-08-31T09:00:10.000Z', { kind: 'system' }, { policy }),
    );
    expect(runClock(state, '2025-12-01T00:00:00.000Z', { policy }).subState).toBe('checking');
  });
});
