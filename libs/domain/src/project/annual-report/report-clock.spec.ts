import type { Calendars } from '../../calendar/calendar-table';
import { defaultPolicy, type Policy } from '../../policy/policy';
import { findDeadline } from '../../shared/make-deadline';
import type { Deadline } from '../../shared/deadline';
import { apply, context, draft, person, runClock, text } from '../../spec-kit';
import { aProject, morning, mouDraft, people, signatures } from '../project.builder';
import type { ProjectState } from '../project.state';
import { annualReportConsequences } from './annual-report.consequences';
import { evolveAnnualReport } from './annual-report.evolve';
import { reportOpening } from './report-deadlines';

const calendars: Calendars = {
  years: [
    {
      country: 'CN',
      year: 2026,
      version: 1,
      days: [
        ...['01', '02', '03'].map((d) => ({ date: `2026-01-${d}`, kind: 'off' as const, name: '元旦', status: 'official' as const })),
        { date: '2026-01-04', kind: 'work', name: 'make-up Sunday', status: 'official' },
      ],
    },
  ],
};
const of = (state: ProjectState, ladder: Deadline['ladder'], object = '-'): Deadline => {
  const found = findDeadline(state, ladder, object);
  if (found === undefined) throw new Error(`no ${ladder}/${object}`);
  return found;
};
const rows = (state: ProjectState) => state.deadlines.map((d) => `${d.ladder}/${d.object}`).sort();
const reports = (state: ProjectState) => state.reports.map((r) => `${r.year} ${r.state}`);
const withReport = (change: Partial<Policy['report']>) => ({
  policy: { ...defaultPolicy, report: { ...defaultPolicy.report, ...change } },
});

/** A project whose MoU states its effective date. */
function effectiveOn(date: string): ProjectState {
  const stated = { ...mouDraft, payload: { ...mouDraft.payload, effectiveOn: date } };
  const drafted = runClock(apply(aProject().at('drafting'), stated, context(morning('2025-11-03'), people.lead)), morning('2025-11-19'));
  const signing = apply(drafted, { type: 'OpenSigning', payload: {} }, context(morning('2025-11-20'), people.head));
  const signed = signatures.reduce((s, one) => apply(s, one, context(morning('2026-01-14'), people.officer)), signing);
  return runClock(signed, morning(date > '2026-01-15' ? date : '2026-01-15'));
}

describe('opening of a year’s report', () => {
  it('comes on the first working day after the year, by the calendars of China and the lead’s country', () => {
    const opening = (leadCountry: 'CN' | 'LA') => {
      const parties = draft().parties.map((p) => ({ ...p, country: p.role === 'LEAD' ? leadCountry : p.country }));
      const event = reportOpening(
        { ...aProject().at('kick-off'), parties },
        context(morning('2025-06-01'), people.clock, { calendars }),
        2025,
      );
      return event.type === 'DeadlineSet' ? event.deadline : undefined;
    };
    expect(opening('CN')).toMatchObject({
      dueOn: '2026-01-04',
      because: { startOn: '2026-01-01', period: 'fixed', rolledFrom: '2026-01-01' },
      consequences: [{ code: 'open-report', at: '2026-01-03T16:00:00.000Z' }],
      runsOnHold: true,
    });
    expect(opening('LA')?.dueOn).toBe('2026-01-05');
  });

  it('opens the report, its ladder and the next year’s clock; stage and sub-state follow', () => {
    const state = runClock(aProject().at('operating'), morning('2027-01-04'));
    expect([state.subState, reports(state), rows(state)]).toEqual([
      'report-open',
      ['2026 open'],
      ['clock/report-2027', 'expiry/-', 'report/2026'],
    ]);
  });

  it('opens three reports in three years, also if nobody hands one in', () => {
    expect(reports(runClock(aProject().at('operating'), morning('2029-01-04')))).toEqual(['2026 open', '2027 open', '2028 open']);
  });

  it.each([
    ['2025-10-17', '2025 merged'],
    ['2026-09-30', '2026 open'],
    ['2026-10-01', '2026 merged'],
  ])('MoU in force from %s: less than 3 months at 31 December joins the next year: %s', (effect, first) => {
    const state = runClock(effectiveOn(effect), morning('2027-01-04'));
    expect(reports(state)[0]).toBe(first);
    expect(state.deadlines.filter((d) => d.ladder === 'report')).toHaveLength(first === '2026 merged' ? 0 : 1);
    expect(findDeadline(state, 'clock', 'report-2027')).toBeDefined();
  });

  it('opens at once when the MoU’s effect is recorded after the year', () => {
    const late = reportOpening(aProject().at('kick-off'), context(morning('2028-05-02'), people.clock), 2026);
    expect(late).toMatchObject({ deadline: { consequences: [{ at: morning('2028-05-02') }] } });
  });

  it('asks for none during construction where the policy says so', () => {
    const wish = withReport({ duringConstruction: false });
    expect(reports(runClock(aProject(wish).at('building'), morning('2027-01-04'), wish))).toEqual(['2026 merged']);
    expect(reports(runClock(aProject(wish).at('operating'), morning('2027-01-04'), wish))).toEqual(['2026 open']);
  });

  it('asks for the short form during a suspension', () => {
    const operating = aProject().at('operating');
    const hold = {
      kind: 'suspension',
      reasonCode: 'DISASTER',
      from: morning('2026-09-01'),
      heldOn: '2026-09-01',
      automatic: false,
    } as const;
    const suspended = runClock({ ...operating, hold }, morning('2027-01-04'));
    expect(suspended.reports[0]).toMatchObject({ state: 'open', shortForm: true });
    expect(runClock(operating, morning('2027-01-04')).reports[0]?.shortForm).toBe(false);
  });

  it('is 1 January of the next year’s first working day for a state without dates', () => {
    const { mou: _none, ...state } = aProject().at('operating');
    const events = annualReportConsequences['open-report']?.(
      state,
      of(state, 'clock', 'report-2026'),
      context(morning('2027-01-04'), people.clock),
    );
    expect(events?.map((e) => e.type)).toEqual(['ReportOpened', 'DeadlineSet', 'DeadlineClosed', 'DeadlineSet']);
  });
});

describe('dates of a report', () => {
  it('is due on 31 March, or the next working day, with warning, suspension and their arithmetic', () => {
    expect(of(runClock(aProject().at('operating'), morning('2027-01-04')), 'report', '2026')).toMatchObject({
      dueOn: '2027-03-31',
      endsAt: '2027-03-31T16:00:00.000Z',
      policyKey: 'report.due',
      article: 'Civil Code art. 203',
      owner: { role: 'AC', organizationId: 'college' },
      consequences: [
        { code: 'mark-report-overdue', at: '2027-03-31T16:00:00.000Z' },
        { code: 'warn-missing-report', at: '2027-05-30T16:00:00.000Z', policyKey: 'report.warningAfter' },
        { code: 'suspend-missing-report', at: '2027-07-29T16:00:00.000Z', policyKey: 'report.suspensionAfter' },
      ],
    });
    const third = of(runClock(aProject().at('operating'), morning('2029-01-04')), 'report', '2028');
    expect(third.because).toMatchObject({ startOn: '2029-03-31', rolledFrom: '2029-03-31', dueOn: '2029-04-02' });
  });

  it('keeps 31 March on a weekend where the policy does not roll', () => {
    const wish = withReport({ roll: 'none' });
    expect(of(runClock(aProject(wish).at('operating'), morning('2029-01-04'), wish), 'report', '2028').dueOn).toBe('2029-03-31');
  });
});

describe('a missing report', () => {
  const state = () => aProject().at('operating');

  it('is overdue, warned of after 60 days, suspended for after 120', () => {
    expect(runClock(state(), morning('2027-04-01')).reports[0]).toMatchObject({ overdue: true });
    expect(runClock(state(), morning('2027-05-31')).reports[0]?.warnedAt).toBeDefined();
    const held = runClock(state(), morning('2027-07-30'));
    expect(held.reports[0]?.suspendedAt).toBeDefined();
    expect(held.hold).toMatchObject({ kind: 'suspension', reasonCode: 'NO_REPORT', automatic: true, heldOn: '2027-07-30' });
    expect(rows(held)).toEqual(['clock/report-2027', 'expiry/-', 'holdReview/-', 'report/2026']);
    expect(held.deadlines.filter((d) => d.frozen !== undefined)).toEqual([]);
  });

  it('in the second year leads to a proposed exit, once, and the suspension is not repeated', () => {
    const before = runClock(state(), morning('2028-01-04'));
    expect(of(before, 'report', '2027').consequences.map((c) => c.code)).toEqual([
      'mark-report-overdue',
      'warn-missing-report',
      'suspend-missing-report',
      'propose-exit',
    ]);
    const second = runClock(state(), morning('2028-07-31'));
    expect(second.exitProposedAt).toBeDefined();
    expect(second.reports.map((r) => r.suspendedAt !== undefined)).toEqual([true, false]);
    const third = runClock(state(), morning('2029-08-02'));
    expect(third.exitProposedAt).toBe(second.exitProposedAt);
  });

  it('handed in meanwhile counts no more: no exit is proposed', () => {
    const second = runClock(state(), morning('2028-01-04'));
    const draftOf = { version: 1, hash: 'h', missingSections: [], indicators: {}, authorId: 'contact' };
    const handedIn = apply(
      second,
      { type: 'SubmitReport', payload: { year: 2026, draftVersion: 1, draftHash: 'h' } },
      context(morning('2028-02-01'), people.lead, { facts: { reportDraft: draftOf } }),
    );
    expect(runClock(handedIn, morning('2028-08-02')).exitProposedAt).toBeUndefined();
  });

  it('proposes the exit after the first missed year where the policy says so', () => {
    const wish = withReport({ exitAfterMissed: 1 });
    expect(runClock(aProject(wish).at('operating'), morning('2027-08-02'), wish).exitProposedAt).toBeDefined();
  });

  it('of a project that is suspended for another reason is told, and the hold stays', () => {
    const disaster = apply(
      apply(
        state(),
        { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'DISASTER' } },
        context(morning('2027-02-01'), people.head, { reason: text, commandId: 'p1' }),
      ),
      { type: 'ConfirmProposal', payload: { proposalId: 'p1' } },
      context(morning('2027-02-02'), person('deputy', 'SH')),
    );
    const later = runClock(disaster, morning('2027-08-02'));
    expect([later.hold?.reasonCode, later.reports[0]?.suspendedAt !== undefined]).toEqual(['DISASTER', true]);
  });
});

describe('the end of the MoU', () => {
  it('comes the day after its last day, without roll; 10 working days later the project is closed', () => {
    const state = aProject().at('operating');
    expect(of(state, 'expiry')).toMatchObject({
      dueOn: '2031-01-14',
      runsOnHold: true,
      consequences: [
        { code: 'expire-mou', at: '2031-01-14T16:00:00.000Z', policyKey: 'mou.term' },
        { code: 'close-expired', at: '2031-01-28T16:00:00.000Z', policyKey: 'end.expiryGrace' },
      ],
    });
    expect(runClock(state, '2031-01-14T15:59:59.999Z').subState).toBe('report-open');
    const expired = runClock(state, morning('2031-01-15'));
    expect([expired.stage, expired.subState, expired.mou?.expiredAt !== undefined]).toEqual(['annual-report', 'expired', true]);
    const closed = runClock(state, morning('2031-01-29'));
    expect([closed.stage, closed.subState, closed.outcome, closed.deadlines, closed.hold]).toEqual([
      'closed',
      'exiting',
      'expired',
      [],
      undefined,
    ]);
  });

  it('opens no report of a later period, and reports of earlier ones change the sub-state no more', () => {
    const expired = runClock(aProject().at('operating'), morning('2031-01-15'));
    expect(expired.deadlines.filter((d) => d.object.startsWith('report-'))).toEqual([]);
    const late = evolveAnnualReport(expired, { type: 'ReportAccepted', year: 2030, at: morning('2031-01-16') });
    expect([late.subState, late.reports.at(-1)?.state]).toEqual(['expired', 'accepted']);
  });

  it('on 31 December leaves no clock for the year after', () => {
    const ended = effectiveOn('2026-01-14');
    const state = { ...ended, mou: { ...ended.mou!, expiresOn: '2026-12-31' } };
    const events = annualReportConsequences['open-report']?.(
      state,
      of(state, 'clock', 'report-2026'),
      context(morning('2027-01-04'), people.clock),
    );
    expect(events?.map((e) => e.type)).toEqual(['ReportOpened', 'DeadlineSet', 'DeadlineClosed']);
  });

  it('gives the slot of a demonstration centre back', () => {
    expect(runClock(aProject({ draft: { type: 'centre-candidate' } }).at('operating'), morning('2031-02-01')).demonstrationCentre).toBe(
      'released',
    );
  });

  it('is copied into a state without an MoU too', () => {
    const { mou: _none, ...state } = aProject().at('operating');
    expect(evolveAnnualReport(state, { type: 'MouExpired', expiredOn: '2031-01-14', at: morning('2031-01-15') }).subState).toBe('expired');
  });
});
