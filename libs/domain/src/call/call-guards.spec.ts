import { callDecider } from '../deciders';
import { defaultPolicy } from '../policy/policy';
import { applyCall, callAnswer, context, text, unread } from '../spec-kit';
import type { Actor } from '../people/roles';
import type { DecideContext } from '../shared/decision';
import type { ApplicationFacts } from '../shared/facts';
import { makeDeadline } from '../shared/make-deadline';
import { aCall, callPeople, council, rankedLine } from './call.builder';
import type { CallCommand } from './call.commands';
import type { CallState, DecidedLine } from './call.state';
import { decideFixRanking } from './decision.decide';

const { head, deputy, chair, councilChair, clock } = callPeople;
const materials = {
  noticeLanguages: ['zh', 'en'],
  form: true,
  rubric: true,
  checklist: true,
  calendarYears: [{ country: 'CN' as const, year: 2025 }],
};
const at = '2025-09-30T02:00:00.000Z';
const on = (now: string, actor: Actor, change: Partial<DecideContext> = {}) =>
  context(now, actor, { entityId: 'call-1', ...change, facts: { callMaterials: materials, people: council, ...change.facts } });
const publish: CallCommand = { type: 'PublishCall', payload: {} };
const fix: Extract<CallCommand, { type: 'FixRanking' }> = { type: 'FixRanking', payload: {} };
const announce: CallCommand = { type: 'AnnounceProjects', payload: {} };

describe('PublishCall', () => {
  it('does: a call published before its opening date opens on that date', () => {
    const proposed = applyCall(aCall(), publish, on('2025-05-20T02:00:00.000Z', head, { commandId: 'publish' }));
    const confirm: CallCommand = { type: 'ConfirmProposal', payload: { proposalId: 'publish' } };
    const state = applyCall(proposed, confirm, on('2025-05-21T02:00:00.000Z', deputy));
    expect([state.subState, state.opensAt]).toEqual(['published', '2025-06-03T00:00:00.000Z']);
    expect(callDecider.plan(state, defaultPolicy, { years: [] })[0]?.at).toBe('2025-06-03T00:00:00.000Z');
  });

  it('refuses: a call without any materials', () => {
    const decision = callDecider.decide(aCall(), publish, unread(on('2025-05-20T02:00:00.000Z', head), 'callMaterials'));
    expect(decision).toMatchObject({ ok: false, violation: { code: 'CALL_INCOMPLETE', values: { missing: ['materials'] } } });
  });
});

describe('ConfirmProposal', () => {
  const waiting = (commandType: string): CallState =>
    aCall({
      proposals: [
        { proposalId: 'p', commandType, payload: {}, proposedBy: 'somebody', proposedAt: at, lapsesAt: '2025-10-09T16:00:00.000Z' },
      ],
    });
  const confirm: CallCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p' } };

  it('refuses: what the second person may not do himself', () => {
    expect(callAnswer(waiting('DecideProposal'), confirm, on(at, head))).toBe('NOT_ALLOWED');
  });

  it('refuses: a proposal of what needs no second person', () => {
    expect(callAnswer(waiting('StartPublicNotice'), confirm, on(at, head))).toBe('UNKNOWN_OBJECT');
  });
});

describe('FixRanking', () => {
  it('refuses: a call none of whose applications are known', () => {
    expect(callAnswer(aCall({ subState: 'closed' }), fix, on(at, chair))).toBe('RANKING_INCOMPLETE');
  });

  it('refuses: the clock in the place of the chair, also where the table of rights would let it through', () => {
    const halfPoints = Object.fromEntries(Object.entries(defaultPolicy.review.weights).map(([c, weight]) => [c, weight]));
    const applications: ApplicationFacts[] = [
      {
        projectId: 'p1',
        applicationRef: 'A-p1',
        stage: 'review',
        subState: 'defence',
        hostCountry: 'LA',
        fieldCode: 'LOG',
        leadInYunnan: true,
        centreCandidate: false,
        sheets: ['e1', 'e2', 'e3'].map((expertId) => ({ expertId, total: 100, halfPoints })),
        invitedExperts: 3,
        defenceHeld: true,
        held: false,
      },
    ];
    const closed = aCall({ subState: 'closed' });
    expect(callAnswer(closed, fix, on(at, chair, { facts: { applications } }))).toEqual(['RankingFixed']);
    expect(decideFixRanking(closed, fix, on(at, clock, { facts: { applications } }))).toMatchObject({ violation: { code: 'NOT_ALLOWED' } });
  });
});

describe('DecideProposal', () => {
  const lines = [
    rankedLine('a', 'A'),
    rankedLine('b', 'B', { rank: 2 }),
    rankedLine('c', 'C', { rank: 3 }),
    rankedLine('d', 'D', { rank: 4 }),
  ];
  const deciding = aCall({ subState: 'deciding', proposal: { lines, preparedAt: at } });
  const decide = (...decisions: DecidedLine['decision'][]): CallCommand => ({
    type: 'DecideProposal',
    payload: {
      lines: lines.flatMap(({ projectId }, i) => decisions.slice(i, i + 1).map((decision) => ({ projectId, decision }))),
      present: ['cc', 'm1', 'm2'],
      votesFor: 3,
      votesAgainst: 0,
    },
  });

  it('does: follows the ranking without a reason: list A is approved, B reserved, C and D rejected', () => {
    const state = applyCall(deciding, decide('approve', 'reserve', 'reject', 'reject'), on(at, councilChair));
    expect(state.decision?.lines.map((line) => line.deviates)).toEqual([false, false, false, false]);
  });

  it('refuses: without a reason, what departs from the ranking in either direction, naming the project', () => {
    const departures: { decisions: DecidedLine['decision'][]; projects: string[] }[] = [
      { decisions: ['approve', 'approve', 'reject', 'reject'], projects: ['b'] },
      { decisions: ['approve', 'reserve', 'reserve', 'reject'], projects: ['c'] },
      { decisions: ['reject', 'reserve', 'reject', 'reject'], projects: ['a'] },
    ];
    for (const { decisions, projects } of departures) {
      expect(callDecider.decide(deciding, decide(...decisions), on(at, councilChair))).toMatchObject({
        ok: false,
        violation: { code: 'RANK_DEVIATION_NEEDS_REASON', values: { projects } },
      });
      expect(callAnswer(deciding, decide(...decisions), on(at, councilChair, { reason: text }))).toEqual(['ProposalDecided']);
    }
  });

  it('refuses: before the batch is prepared, and a council nobody knows', () => {
    expect(callAnswer(aCall({ subState: 'reviewing' }), decide('approve'), on(at, councilChair))).toBe('WRONG_STAGE');
    expect(callAnswer(deciding, decide('approve'), unread(on(at, councilChair), 'people'))).toBe('NO_QUORUM');
  });

  it('refuses: the batch with a line left out, naming it', () => {
    expect(callDecider.decide(deciding, decide('approve', 'reserve', 'reject'), on(at, councilChair))).toMatchObject({
      violation: { code: 'UNKNOWN_OBJECT', values: { applications: ['A-d'] } },
    });
  });
});

describe('AnnounceProjects', () => {
  const line = (projectId: string, decision: DecidedLine['decision']): DecidedLine => ({
    projectId,
    decision,
    asCentre: false,
    hostCountry: 'LA',
    deviates: false,
  });
  const decision = { lines: [line('p1', 'approve'), line('p2', 'reject')], decidedAt: at, decidedOn: '2025-09-30' };
  const decided = aCall({ subState: 'deciding', decision });
  const ended = aCall({ subState: 'public-notice', decision, noticeEnded: true });
  const withoutNotice = { policy: { ...defaultPolicy, notice: { ...defaultPolicy.notice, enabled: false } } };
  const application = (subState: string): ApplicationFacts => ({
    projectId: 'p1',
    applicationRef: 'A-p1',
    stage: 'approval',
    subState,
    hostCountry: 'LA',
    fieldCode: 'LOG',
    leadInYunnan: true,
    centreCandidate: false,
    sheets: [],
    invitedExperts: 0,
    defenceHeld: true,
    held: false,
  });
  const knowing = (subState: string) => ({ facts: { applications: [application(subState)] } });

  it('refuses: before the notice that the policy asks for was even started', () => {
    expect(callDecider.decide(decided, announce, on(at, head))).toMatchObject({
      violation: { code: 'NOTICE_RUNNING', values: { endsAt: '' } },
    });
  });

  it('refuses: an approved project of which nothing is known, named by its id', () => {
    expect(callDecider.decide(ended, announce, on(at, head))).toMatchObject({
      violation: { code: 'NOTICE_RUNNING', values: { applications: ['p1'] } },
    });
  });

  it('does: without a public notice, straight from the recommendation', () => {
    expect(callAnswer(decided, announce, on(at, head, { ...withoutNotice, ...knowing('proposed') }))).toEqual([
      'ProposalMade',
      'DeadlineSet',
    ]);
    expect(callAnswer(ended, announce, on(at, head, knowing('proposed')))).toBe('NOTICE_RUNNING');
  });

  it('does: a rejected line gets no reference number and does not count among those given', () => {
    const proposed = applyCall(ended, announce, on(at, head, { ...knowing('ready'), commandId: 'a' }));
    const confirm: CallCommand = { type: 'ConfirmProposal', payload: { proposalId: 'a' } };
    expect(applyCall(proposed, confirm, on(at, deputy, knowing('ready'))).referenceNumbers).toEqual({ LA: 1 });
  });
});

describe('a consequence that no rule of a call answers', () => {
  it('is a bug and stops the wake-up, so that nothing counts as done', () => {
    const strange = makeDeadline(
      {
        ladder: 'clock',
        object: 'strange',
        fixedOn: '2025-09-29',
        set: ['CN'],
        policyKey: 'call.opens',
        owner: { role: 'SH' },
        country: 'CN',
        consequences: [{ code: 'amber', policyKey: 'call.opens' }],
      },
      aCall(),
      on('2025-09-01T00:00:00.000Z', clock),
    );
    expect(() => callDecider.decide(aCall({ deadlines: [strange] }), { type: 'Wake', payload: {} }, on(at, clock))).toThrow(
      'no rule of a call for the consequence amber',
    );
  });
});
