import type { Deadline } from '../../shared/deadline';
import { makeDeadline } from '../../shared/make-deadline';
import { answer, apply, context, person, projectAt, text } from '../../spec-kit';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState, Report } from '../project.state';
import { decideStep, possibleRedos, possibleSkips } from './steps';

const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const on = morning('2027-02-01');
const skip = (step: string): ProjectCommand => ({ type: 'Skip', payload: { step } });
const redo = (step: string): ProjectCommand => ({ type: 'Redo', payload: { step } });
const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
const withReason = { reason: text, commandId: 'p1' };

/** Proposed by the head, confirmed by the deputy. */
function done(state: ProjectState, command: ProjectCommand, when = on): ProjectState {
  return apply(apply(state, command, context(when, head, withReason)), confirm, context(when, deputy, { commandId: 'c1' }));
}

const report = (change: Partial<Report> = {}): Report => ({
  ...{ year: 2026, state: 'open', shortForm: false, openedAt: morning('2027-01-04') },
  ...change,
});

/** In operation, with the report of 2026 as given. */
const reporting = (change: Partial<Report> = {}): ProjectState => ({
  ...aProject().at('kick-off'),
  stage: 'annual-report',
  subState: 'report-open',
  reports: [report(change)],
});

/** Before the ranking, with a defence as given. */
const heard = (defence?: ProjectState['review']['defence']): ProjectState => ({
  ...projectAt('accepted'),
  subState: 'defence',
  review: { assignments: [], sheets: [], ...(defence === undefined ? {} : { defence }) },
});
const deadlineOf = (ladder: 'report' | 'reportReview' | 'defence', object: string): Deadline =>
  makeDeadline({ ladder, object, period: '10d', set: ['CN'], policyKey: 'report.due', owner: { role: 'AC' }, country: 'CN' }, undefined, {
    now: morning('2027-01-04'),
    calendars: { years: [] },
  });
const defence = { at: morning('2025-09-20'), minutes: 20 };

describe('Skip', () => {
  it('does: waives the report of a year; its deadline ends, the project is at work again', () => {
    const opened = { ...reporting(), deadlines: [deadlineOf('report', '2026')] };
    const after = done(opened, skip('report/2026'));
    expect(after.reports).toEqual([report({ state: 'waived', waivedAt: on })]);
    expect([after.subState, after.deadlines]).toEqual(['operating', []]);
  });

  it('does: leaves the defence out; a time that was set is void, the sub-state stays', () => {
    const after = done({ ...heard(defence), deadlines: [deadlineOf('defence', '-')] }, skip('defence'));
    expect([after.subState, after.review.defence, after.deadlines]).toEqual(['defence', { ...defence, waivedAt: on }, []]);
    expect(done(heard(), skip('defence')).review.defence).toEqual({ at: on, minutes: 0, waivedAt: on });
  });

  it('does: waits for a second person', () => {
    expect(answer(reporting(), skip('report/2026'), context(on, head, withReason))).toEqual(['ProposalMade', 'DeadlineSet']);
  });

  it('refuses: what is not owed, what was held, another stage, no reason, whoever has not the right', () => {
    const by = context(on, head, withReason);
    expect(answer(reporting({ state: 'accepted' }), skip('report/2026'), by)).toBe('WRONG_STAGE');
    expect(answer(reporting(), skip('report/2025'), by)).toBe('WRONG_STAGE');
    expect(answer(heard({ ...defence, heldOn: '2025-09-20' }), skip('defence'), by)).toBe('WRONG_STAGE');
    expect(answer(projectAt('checking'), skip('defence'), by)).toBe('WRONG_STAGE');
    expect(answer(reporting(), skip('report/2026'), context(on, head))).toBe('REASON_REQUIRED');
    expect(answer(reporting(), skip('report/2026'), context(on, person('officer', 'CO'), withReason))).toBe('NOT_ALLOWED');
    const byClock = decideStep(reporting(), { type: 'Skip', payload: { step: 'report/2026' } }, context(on, { kind: 'system' }), false);
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: what is left out already is not left out once more', () => {
    const by = context(on, head, withReason);
    expect(answer(reporting({ state: 'waived' }), skip('report/2026'), by)).toBe('WRONG_STAGE');
    expect(answer(heard({ ...defence, waivedAt: on }), skip('defence'), by)).toBe('WRONG_STAGE');
  });
});

describe('Redo', () => {
  it('does: has a report handed in once more within the time of a revision; the officer’s clock ends', () => {
    const accepted = report({ state: 'submitted', submittedAt: on, version: 2, hash: 'h', indicators: { S1: 3 } });
    const earlier = report({ year: 2025, state: 'accepted' });
    const before = { ...reporting(), reports: [earlier, accepted], deadlines: [deadlineOf('reportReview', '2026')] };
    const after = done(before, redo('report/2026'));
    expect(after.reports).toEqual([earlier, report()]);
    expect([after.subState, after.deadlines.map((d) => `${d.ladder}/${d.object} ${d.dueOn} ${d.policyKey}`)]).toEqual([
      'report-open',
      ['report/2026 2027-02-22 report.revision'],
    ]);
  });

  it('does: has a defence held (once more); the earlier one is kept as superseded', () => {
    const before = heard({ ...defence, heldOn: '2025-09-20' });
    const after = done(before, redo('defence'));
    expect([after.subState, after.review.defence]).toEqual(['scoring', undefined]);
    expect(after.superseded).toMatchObject([{ from: 'defence', to: 'scoring', by: 'deputy', work: { review: before.review } }]);
    expect(done({ ...heard({ ...defence, waivedAt: on }), superseded: [] }, redo('defence')).superseded).toHaveLength(1);
  });

  it('does: takes back what was left out', () => {
    expect(done(done(reporting(), skip('report/2026')), redo('report/2026')).reports).toEqual([report()]);
  });

  it('refuses: what was not done, and without a reason', () => {
    expect(answer(reporting(), redo('report/2026'), context(on, head, withReason))).toBe('WRONG_STAGE');
    expect(answer(heard(defence), redo('defence'), context(on, head, withReason))).toBe('WRONG_STAGE');
    expect(answer(reporting({ state: 'accepted' }), redo('report/2026'), context(on, head))).toBe('REASON_REQUIRED');
  });

  it('repeats: what is open again already is not opened once more', () => {
    const once = done(reporting({ state: 'accepted' }), redo('report/2026'));
    expect(answer(once, redo('report/2026'), context(on, head, withReason))).toBe('WRONG_STAGE');
  });

  it('is offered where there is something to do or to leave out', () => {
    expect([possibleSkips(reporting()), possibleRedos(reporting())]).toEqual([['report/2026'], []]);
    expect([possibleSkips(heard(defence)), possibleRedos(heard({ ...defence, heldOn: '2025-09-20' }))]).toEqual([['defence'], ['defence']]);
  });
});
