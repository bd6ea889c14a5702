import { projectDecider } from '../../deciders';
import type { Calendars } from '../../calendar/calendar-table';
import { defaultPolicy } from '../../policy/policy';
import type { Deadline } from '../../shared/deadline';
import { findDeadline } from '../../shared/make-deadline';
import { apply, context, draft, runClock } from '../../spec-kit';
import { aProject, morning, people, signatures } from '../project.builder';
import type { ProjectState } from '../project.state';
import { mouConsequences } from './mou.consequences';
import { evolveMou } from './mou.evolve';
import { signatoriesOf } from './signatories';

const off = (from: string, days: number, name: string) =>
  Array.from({ length: days }, (_, i) => ({
    date: `${from.slice(0, 8)}${String(Number(from.slice(8)) + i).padStart(2, '0')}`,
    kind: 'off' as const,
    name,
    status: 'official' as const,
  }));
const calendars: Calendars = {
  years: [
    { country: 'CN', year: 2026, version: 1, days: off('2026-02-15', 9, '春节') },
    { country: 'LA', year: 2026, version: 1, days: off('2026-04-14', 3, 'Pi Mai') },
  ],
};
const of = (state: ProjectState, ladder: Deadline['ladder'], object = '-'): Deadline => {
  const found = findDeadline(state, ladder, object);
  if (found === undefined) throw new Error(`no ${ladder}/${object}`);
  return found;
};
const happenedBy = (state: ProjectState, until: string): string[] => {
  const types: string[] = [];
  let current = state;
  for (;;) {
    const first = projectDecider.plan(current, defaultPolicy, { years: [] })[0];
    if (first === undefined || first.at > until) return types;
    const decision = projectDecider.decide(current, { type: 'Wake', payload: {} }, context(first.at, people.clock));
    if (!decision.ok) throw new Error(decision.violation.code);
    types.push(...decision.events.map((e) => e.type));
    current = decision.events.reduce((s, event) => projectDecider.evolve(s, event), current);
  }
};

describe('dates of an award', () => {
  it('counts the acceptance from deemed receipt, 10 days after the letter, the draft and day 90 from the letter', () => {
    const state = aProject().at('accepting');
    expect(of(state, 'award')).toMatchObject({
      because: { startOn: '2025-10-27', period: '30d', set: ['CN'], dueOn: '2025-11-26' },
      endsAt: '2025-11-26T16:00:00.000Z',
      policyKey: 'mou.accept',
      article: 'Civil Code art. 201, 203',
      owner: { role: 'LR', organizationId: 'college' },
    });
    expect(of(state, 'mouDraft')).toMatchObject({
      because: { startOn: '2025-10-17', period: '21d', dueOn: '2025-11-07' },
      owner: { role: 'PL' },
    });
    expect(of(state, 'clock', 'signing-period')).toMatchObject({
      because: { startOn: '2025-10-17', period: '90d', set: ['CN', 'LA'], dueOn: '2026-01-15' },
    });
  });

  it('received on 2026-01-16, 30 days end on 15 February and roll over Spring Festival to the 24th', () => {
    const state = aProject({ awardedOn: '2026-01-06', calendars }).at('accepting');
    expect(of(state, 'award').because).toMatchObject({ startOn: '2026-01-16', dueOn: '2026-02-24', rolledFrom: '2026-02-15' });
  });

  it('counts by the calendars of China and a lead from another country', () => {
    const parties = draft().parties.map((p) => ({ ...p, country: p.role === 'ENTERPRISE' ? ('CN' as const) : ('LA' as const) }));
    // Received on 16 March, 30 days end on 15 April: Pi Mai in Laos.
    expect(of(aProject({ awardedOn: '2026-03-06', calendars, draft: { parties } }).at('accepting'), 'award').because).toMatchObject({
      set: ['CN', 'LA'],
      dueOn: '2026-04-17',
    });
    expect(of(aProject({ awardedOn: '2026-03-06', calendars }).at('accepting'), 'award').dueOn).toBe('2026-04-15');
  });

  it('lets the approval lapse 5 working days after the 30 days, and only where the policy says so', () => {
    const state = aProject().at('accepting');
    expect(of(state, 'award').consequences).toEqual([{ code: 'lapse-award', policyKey: 'mou.lapseGrace', at: '2025-12-03T16:00:00.000Z' }]);
    expect(runClock(state, '2025-12-03T15:59:59.999Z').stage).toBe('mou');
    const lapsed = runClock(state, morning('2025-12-04'));
    expect([lapsed.stage, lapsed.subState, lapsed.outcome, lapsed.deadlines]).toEqual(['closed', 'archived', 'approval-lapsed', []]);
    const policy = { ...defaultPolicy, mou: { ...defaultPolicy.mou, lapseOnSilence: false } };
    expect(runClock(aProject({ policy }).at('accepting'), morning('2025-12-04'), { policy }).subState).toBe('accepting');
  });

  it('gives the slot of a lapsed centre back', () => {
    expect(runClock(aProject({ draft: { type: 'centre-candidate' } }).at('accepting'), morning('2025-12-04')).demonstrationCentre).toBe(
      'released',
    );
  });
});

describe('comments', () => {
  it('end when the last party’s time is over; overdue mails go on until signing opens', () => {
    const state = aProject().at('commenting');
    expect(happenedBy(state, '2025-11-18T16:20:00.000Z').filter((t) => t === 'MouCommentsEnded' || t === 'ConsequenceReached')).toEqual([
      'ConsequenceReached',
      'ConsequenceReached',
      'MouCommentsEnded',
    ]);
    const over = aProject().at('comments-over');
    expect([over.subState, over.mou?.commentsEndedAt !== undefined]).toEqual(['commenting', true]);
    expect(over.deadlines.filter((d) => d.ladder === 'mouComment')).toHaveLength(2);
  });
});

describe('the time to sign', () => {
  it('over: the head decides; after 15 working days more the council; nothing lapses by itself', () => {
    const state = aProject().at('partly-signed');
    const period = of(state, 'clock', 'signing-period');
    expect(period.consequences.map((c) => [c.code, c.at])).toEqual([
      ['ask-lapse-decision', '2026-01-15T16:00:00.000Z'],
      ['lapse-to-council', '2026-02-05T16:00:00.000Z'],
    ]);
    const undecided = runClock(state, morning('2026-01-16'));
    expect([undecided.subState, undecided.mou?.periodOverAt !== undefined, undecided.mou?.broughtToCouncilAt]).toEqual([
      'lapse-decision',
      true,
      undefined,
    ]);
    const atCouncil = runClock(state, morning('2026-06-01'));
    expect([atCouncil.stage, atCouncil.subState, atCouncil.mou?.broughtToCouncilAt !== undefined]).toEqual(['mou', 'lapse-decision', true]);
  });

  it('over: a signature that comes all the same counts, and the last one ends the decision', () => {
    const undecided = runClock(aProject().at('partly-signed'), morning('2026-01-16'));
    const almost = apply(undecided, signatures[1], context(morning('2026-01-16'), people.officer));
    expect(almost.subState).toBe('lapse-decision');
    expect(apply(almost, signatures[2], context(morning('2026-01-16'), people.officer)).subState).toBe('signed');
  });
});

describe('effect of the MoU', () => {
  it('comes at 00:00 Beijing of its date, or at once when that is past', () => {
    const state = aProject().at('signed');
    expect(of(state, 'clock', 'mou-effect').consequences).toEqual([
      { code: 'take-effect', policyKey: 'mou.effective', at: morning('2026-01-14') },
    ]);
    expect(aProject().at('kick-off')).toMatchObject({ stage: 'construction', subState: 'kick-off' });
  });

  it('sets kick-off, milestones, the first report and the end of the MoU, all counted from the effective date', () => {
    const state = aProject({ calendars }).at('kick-off');
    expect(of(state, 'kickOff')).toMatchObject({
      because: { startOn: '2026-01-14', period: '20wd' },
      dueOn: '2026-02-11',
      owner: { role: 'PL', organizationId: 'college' },
    });
    expect(state.construction).toMatchObject({ durationMonths: 12, endsOn: '2027-01-14' });
    expect(state.deadlines.filter((d) => d.ladder === 'milestone').map((d) => d.object)).toEqual([
      'M1',
      'M2',
      'M3',
      'M4',
      'M5',
      'M6',
      'M7',
      'M8',
      'M9',
      'M10',
    ]);
    expect(of(state, 'clock', 'report-2026').runsOnHold).toBe(true);
    expect(of(state, 'expiry')).toMatchObject({ dueOn: '2031-01-14', runsOnHold: true, policyKey: 'mou.term' });
  });

  it('makes an approved centre active and leaves an ordinary workshop as it is', () => {
    expect(aProject({ draft: { type: 'centre-candidate' } }).at('kick-off').demonstrationCentre).toBe('active');
    expect(aProject().at('kick-off').demonstrationCentre).toBeUndefined();
  });

  it('keeps proposals under four eyes open', () => {
    const signed = aProject().at('signed');
    const proposal = { ...of(signed, 'clock', 'mou-effect'), object: 'proposal-1', consequences: [] };
    const state = runClock({ ...signed, deadlines: [...signed.deadlines, proposal] }, morning('2026-01-15'));
    expect(findDeadline(state, 'clock', 'proposal-1')).toBeDefined();
  });

  it('takes the policy’s construction time where the application named none', () => {
    const { durationMonths: _none, ...signed } = aProject().at('signed');
    expect(runClock(signed, morning('2026-01-15')).construction?.durationMonths).toBe(12);
  });

  it('does nothing without a signed MoU', () => {
    const state = aProject().at('accepting');
    const ctx = context(morning('2025-10-20'), people.clock);
    expect(mouConsequences['take-effect']?.(state, of(state, 'award'), ctx)).toEqual([]);
    expect(mouConsequences['take-effect']?.({ ...state, mou: undefined } as unknown as ProjectState, of(state, 'award'), ctx)).toEqual([]);
  });
});

describe('signatories', () => {
  const parties = [
    { organizationId: 'ministry', role: 'MINISTRY' as const, country: 'LA' as const },
    { organizationId: 'host', role: 'HOST' as const, country: 'LA' as const },
    { organizationId: 'lead', role: 'LEAD' as const, country: 'CN' as const },
    { organizationId: 'host', role: 'PARTICIPANT' as const, country: 'LA' as const },
    { organizationId: 'friends', role: 'SUPPORTER' as const, country: 'LA' as const },
  ];
  it('are lead, host, participants and enterprises, the lead first, each organization once; a ministry only where required', () => {
    const ids = (ministryParty: 'optional' | 'required') =>
      signatoriesOf({ parties }, { ...defaultPolicy, mou: { ...defaultPolicy.mou, ministryParty } }).map((p) => p.organizationId);
    expect(ids('optional')).toEqual(['lead', 'host']);
    expect(ids('required')).toEqual(['lead', 'ministry', 'host']);
  });
});

describe('the ledger', () => {
  it('is broken when an MoU event comes before the award', () => {
    const { mou: _none, ...state } = aProject().at('accepting');
    expect(() => evolveMou(state, { type: 'MouCommentsEnded', at: morning('2025-11-19') })).toThrow(
      'MouCommentsEnded before ProjectApproved',
    );
  });
});
