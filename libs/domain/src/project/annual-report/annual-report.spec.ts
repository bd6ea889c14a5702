import { answer, apply, context, person, runClock, text } from '../../spec-kit';
import type { Facts } from '../../shared/facts';
import { aProject, morning, people } from '../project.builder';
import type { ProjectState } from '../project.state';
import type { AnnualReportCommand } from './annual-report.commands';
import { decideAnnualReport } from './annual-report.decide';

type ReportDraft = NonNullable<Facts['reportDraft']>;
const draftOf = (change: Partial<ReportDraft> = {}): ReportDraft => ({
  version: 2,
  hash: 'report-hash',
  missingSections: [],
  indicators: { T1: 100, S1: 3, U1: 90 },
  authorId: 'contact',
  ...change,
});
const on = (date: string, actor: ReturnType<typeof person> = people.lead, change: Partial<ReportDraft> = {}, more = {}) =>
  context(morning(date), actor, { facts: { reportDraft: draftOf(change) }, ...more });
const submit = (year = 2026): AnnualReportCommand => ({
  type: 'SubmitReport',
  payload: { year, draftVersion: 2, draftHash: 'report-hash' },
});
const accept = (year = 2026): AnnualReportCommand => ({ type: 'AcceptReport', payload: { year } });
const open = (draft = {}) => runClock(aProject(draft).at('operating'), morning('2027-01-04'));
const submitted = (draft = {}) => apply(open(draft), submit(), on('2027-02-01'));
const accepted = () => apply(submitted(), accept(), on('2027-03-01', people.officer));
const second = () => runClock(accepted(), morning('2028-01-04'));
const reportOf = (state: ProjectState, year: number) => state.reports.find((r) => r.year === year);

describe('SubmitReport', () => {
  it('does: locks the report, ends its ladder, and starts the officer’s 60 days', () => {
    const state = submitted();
    expect(state.subState).toBe('report-submitted');
    expect(reportOf(state, 2026)).toMatchObject({
      state: 'submitted',
      version: 2,
      hash: 'report-hash',
      indicators: { T1: 100, S1: 3, U1: 90 },
    });
    expect(state.deadlines.map((d) => `${d.ladder}/${d.object}`).sort()).toEqual(['clock/report-2027', 'expiry/-', 'reportReview/2026']);
    expect(state.deadlines.find((d) => d.ladder === 'reportReview')).toMatchObject({
      because: { startOn: '2027-02-01', period: '60d', set: ['CN'], dueOn: '2027-04-02' },
      policyKey: 'report.officeAnswer',
      owner: { role: 'CO' },
      runsOnHold: true,
    });
  });

  it('does: the legal representative may certify, and a late report is taken', () => {
    expect(answer(open(), submit(), on('2027-02-01', people.legal))).toContain('ReportSubmitted');
    const late = runClock(open(), morning('2027-05-10'));
    expect([late.reports[0]?.overdue, answer(late, submit(), on('2027-05-10'))]).toEqual([
      true,
      ['ReportSubmitted', 'DeadlineClosed', 'DeadlineSet'],
    ]);
  });

  it('does: during construction too, without a change of sub-state', () => {
    const building = runClock(aProject().at('building'), morning('2027-01-04'));
    expect([building.stage, building.subState]).toEqual(['construction', 'building']);
    const state = apply(building, submit(), on('2027-02-01'));
    expect([state.subState, reportOf(state, 2026)?.state]).toEqual(['building', 'submitted']);
  });

  it('does: during a suspension', () => {
    const held = runClock(open(), morning('2027-08-02'));
    expect([held.hold?.reasonCode, answer(held, submit(), on('2027-08-02'))]).toEqual([
      'NO_REPORT',
      ['ReportSubmitted', 'DeadlineClosed', 'DeadlineSet'],
    ]);
  });

  it('refuses: a certifier who wrote the report', () => {
    expect(answer(open(), submit(), on('2027-02-01', people.lead, { authorId: 'lead' }))).toBe('SAME_PERSON');
  });

  it('refuses: missing sections, by name', () => {
    expect(answer(open(), submit(), on('2027-02-01', people.lead, { missingSections: ['money'] }))).toBe('REPORT_INCOMPLETE');
  });

  it('refuses: a draft that was changed meanwhile, or is not there', () => {
    expect(answer(open(), submit(), on('2027-02-01', people.lead, { version: 3 }))).toBe('STALE_REVISION');
    expect(answer(open(), submit(), on('2027-02-01', people.lead, { hash: 'other' }))).toBe('STALE_REVISION');
    expect(answer(open(), submit(), context(morning('2027-02-01'), people.lead))).toBe('STALE_REVISION');
  });

  it('refuses: a cumulative value below last year’s, unless it is confirmed with a reason', () => {
    const command = submit(2027);
    expect(answer(second(), command, on('2028-02-01', people.lead, { indicators: { T1: 99, S1: 3, U1: 50 } }))).toBe(
      'INDICATOR_BELOW_LAST_YEAR',
    );
    expect(answer(second(), command, on('2028-02-01', people.lead, { indicators: { T1: 100, U1: 50 } }))).toContain('ReportSubmitted');
    const confirmed = on('2028-02-01', people.lead, { indicators: { T1: 99, S1: 3 } }, { reason: text });
    expect(answer(second(), command, confirmed)).toContain('ReportSubmitted');
  });

  it('refuses: a value below what was reported before our records began', () => {
    const facts = { facts: { reportDraft: draftOf(), lastIndicators: { T1: 101 } } };
    expect(answer(open(), submit(), context(morning('2027-02-01'), people.lead, facts))).toBe('INDICATOR_BELOW_LAST_YEAR');
  });

  it('does: compares with the newest report that has values', () => {
    const third = runClock(
      apply(
        apply(second(), submit(2027), on('2028-02-01', people.lead, { indicators: { T1: 150, S1: 3 } })),
        accept(2027),
        on('2028-03-01', people.officer),
      ),
      morning('2029-01-03'),
    );
    expect(answer(third, submit(2028), on('2029-02-01', people.lead, { indicators: { T1: 120, S1: 3 } }))).toBe(
      'INDICATOR_BELOW_LAST_YEAR',
    );
    expect(answer(third, submit(2028), on('2029-02-01', people.lead, { indicators: { T1: 150, S1: 3 } }))).toContain('ReportSubmitted');
  });

  it('refuses: a year whose report is not open, was merged, or before the MoU is in force', () => {
    expect(answer(open(), submit(2027), on('2027-02-01'))).toBe('UNKNOWN_OBJECT');
    const merged = { ...open(), reports: [{ year: 2026, state: 'merged' as const, shortForm: false, openedAt: morning('2027-01-01') }] };
    expect(answer(merged, submit(), on('2027-02-01'))).toBe('UNKNOWN_OBJECT');
    expect(answer(aProject().at('signed'), submit(), on('2026-01-14'))).toBe('MOU_NOT_IN_FORCE');
  });

  it('refuses: after the project was closed, by the author’s right alone, and by the clock', () => {
    const closed: ProjectState = { ...open(), stage: 'closed', subState: 'exiting' };
    expect(answer(closed, submit(), on('2031-02-01'))).toBe('WRONG_STAGE');
    expect(answer(open(), submit(), on('2027-02-01', person('contact')))).toBe('NOT_ALLOWED');
    expect(decideAnnualReport(open(), submit(), context(morning('2027-02-01'), people.clock))).toMatchObject({
      violation: { code: 'NOT_ALLOWED' },
    });
  });

  it('repeats: a report that was handed in or accepted is locked', () => {
    expect(answer(submitted(), submit(), on('2027-02-02'))).toBe('REPORT_LOCKED');
    expect(answer(accepted(), submit(), on('2027-03-02'))).toBe('REPORT_LOCKED');
  });
});

describe('AcceptReport', () => {
  it('does: the officer accepts, the workshop operates', () => {
    const state = accepted();
    expect([state.subState, reportOf(state, 2026)?.state, reportOf(state, 2026)?.acceptedAt]).toEqual([
      'operating',
      'accepted',
      morning('2027-03-01'),
    ]);
    expect(state.deadlines.map((d) => `${d.ladder}/${d.object}`).sort()).toEqual(['clock/report-2027', 'expiry/-']);
  });

  it('does: the report of a demonstration centre is the head’s', () => {
    const centre = submitted({ draft: { type: 'centre-candidate' } });
    expect(answer(centre, accept(), on('2027-03-01', people.head))).toEqual(['ReportAccepted', 'DeadlineClosed']);
    expect(answer(centre, accept(), on('2027-03-01', people.officer))).toBe('NOT_ALLOWED');
    expect(decideAnnualReport(centre, accept(), context(morning('2027-03-01'), people.clock))).toMatchObject({
      violation: { code: 'NOT_ALLOWED' },
    });
  });

  it('does: an older report that is still missing shows in the sub-state', () => {
    const twoOpen = runClock(open(), morning('2028-01-04'));
    const newer = apply(apply(twoOpen, submit(2027), on('2028-02-01')), accept(2027), on('2028-03-01', people.officer));
    expect(newer.subState).toBe('report-open');
  });

  it('refuses: a report not handed in, a year without one, and the applicant', () => {
    expect(answer(open(), accept(), on('2027-03-01', people.officer))).toBe('WRONG_STAGE');
    expect(answer(open(), accept(2025), on('2027-03-01', people.officer))).toBe('UNKNOWN_OBJECT');
    expect(answer(submitted(), accept(), on('2027-03-01'))).toBe('NOT_ALLOWED');
  });

  it('repeats: a report is accepted once', () => {
    expect(answer(accepted(), accept(), on('2027-03-02', people.officer))).toBe('ALREADY_DONE');
  });
});
