import { callDecider } from '../deciders';
import { defaultPolicy } from '../policy/policy';
import { applyCall, callAnswer, context, facts, person, text } from '../spec-kit';
import type { DecideContext } from '../shared/decision';
import type { ApplicationFacts } from '../shared/facts';
import type { CallCommand } from './call.commands';
import type { CallState } from './call.state';

const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const chair = person('chair', 'CH');
const councilChair = person('cc', 'CC');
const clock = { kind: 'system' } as const;
const materials = {
  noticeLanguages: ['zh', 'en'],
  form: true,
  rubric: true,
  checklist: true,
  calendarYears: [{ country: 'CN' as const, year: 2025 }],
};
const create: CallCommand = {
  type: 'CreateCall',
  payload: {
    code: 'LMGF-2025',
    programme: 'LMGF',
    year: 2025,
    opensAt: '2025-06-01T00:00:00.000Z',
    closesAt: '2025-08-31T09:00:00.000Z',
    policyVersion: 1,
  },
};
const publish: CallCommand = { type: 'PublishCall', payload: {} };
const count: CallCommand = { type: 'CountApplication', payload: { projectId: 'p1' } };
const at = '2025-06-02T02:00:00.000Z';
const ctx = (now: string, actor: DecideContext['actor'], change: Partial<DecideContext> = {}) =>
  context(now, actor, {
    entityId: 'call-1',
    ...change,
    facts: { callMaterials: materials, applications: [file('p1'), file('p2')], people: council, ...change.facts },
  });
const council = Object.fromEntries(['cc', 'm1', 'm2', 'm3'].map((id) => [id, facts(id, { roles: id === 'cc' ? ['CC'] : ['CM'] })]));
const points = { need: 24, partners: 24, site: 16, teachers: 16, standards: 32, enterprise: 24, plan: 24 };

function file(projectId: string, change: Partial<ApplicationFacts> = {}): ApplicationFacts {
  const halfPoints = projectId === 'p1' ? points : { ...points, need: 20 };
  return {
    projectId,
    applicationRef: `LMGF-2025-A-${projectId}`,
    stage: 'review',
    subState: 'defence',
    hostCountry: 'LA',
    fieldCode: projectId === 'p1' ? 'LOG' : 'CON',
    leadInYunnan: true,
    centreCandidate: projectId === 'p1',
    sheets: ['e1', 'e2', 'e3'].map((expertId) => ({ expertId, total: 160, halfPoints })),
    invitedExperts: 3,
    defenceHeld: true,
    held: false,
    ...change,
  };
}

function proposalId(state: CallState): string {
  return state.proposals[0]?.proposalId ?? '';
}
function published(): CallState {
  const proposed = applyCall(applyCall(undefined, create, ctx(at, head)), publish, ctx(at, head, { commandId: 'publish' }));
  return applyCall(proposed, { type: 'ConfirmProposal', payload: { proposalId: 'publish' } }, ctx('2025-06-03T02:00:00.000Z', deputy));
}
function run(state: CallState, until: string): CallState {
  let current = state;
  for (;;) {
    const first = callDecider.plan(current, defaultPolicy, { years: [] })[0];
    if (first === undefined || first.at > until) return current;
    current = applyCall(current, { type: 'Wake', payload: {} }, ctx(first.at, clock));
  }
}
const closed = () => run(applyCall(published(), count, ctx(at, clock)), '2025-08-31T09:00:00.000Z');
const fix: CallCommand = { type: 'FixRanking', payload: {} };
const ranked = () => applyCall(closed(), fix, ctx('2025-09-28T02:00:00.000Z', chair));
const prepared = () =>
  applyCall(ranked(), { type: 'PrepareProposal', payload: {} }, ctx('2025-09-29T02:00:00.000Z', person('officer', 'CO')));
const decide = (change: Partial<Extract<CallCommand, { type: 'DecideProposal' }>['payload']> = {}): CallCommand => ({
  type: 'DecideProposal',
  payload: {
    lines: [
      { projectId: 'p1', decision: 'approve' },
      { projectId: 'p2', decision: 'approve' },
    ],
    present: ['cc', 'm1', 'm2'],
    votesFor: 3,
    votesAgainst: 0,
    ...change,
  },
});
const decided = () => applyCall(prepared(), decide(), ctx('2025-09-30T02:00:00.000Z', councilChair));
const startNotice: CallCommand = { type: 'StartPublicNotice', payload: { startOn: '2025-10-09' } };
const noticed = () => applyCall(decided(), startNotice, ctx('2025-10-09T02:00:00.000Z', head));
const ended = () => run(noticed(), '2025-10-20T00:00:00.000Z');
const ready = {
  facts: { applications: [file('p1', { stage: 'approval', subState: 'ready' }), file('p2', { stage: 'approval', subState: 'ready' })] },
};
const announce: CallCommand = { type: 'AnnounceProjects', payload: {} };

describe('CreateCall', () => {
  it('does: makes a draft call', () => {
    expect(applyCall(undefined, create, ctx(at, head))).toMatchObject({ subState: 'draft', code: 'LMGF-2025', id: 'call-1' });
  });
  it('refuses: a closing before the opening, an officer, and any other command on a call that is not there', () => {
    expect(callAnswer(undefined, { ...create, payload: { ...create.payload, closesAt: create.payload.opensAt } }, ctx(at, head))).toBe(
      'DATE_IN_PAST',
    );
    expect(callAnswer(undefined, create, ctx(at, person('officer', 'CO')))).toBe('NOT_ALLOWED');
    expect(callAnswer(undefined, publish, ctx(at, head))).toBe('UNKNOWN_OBJECT');
  });
  it('repeats: created once, it is not created again', () => {
    expect(callAnswer(applyCall(undefined, create, ctx(at, head)), create, ctx(at, head))).toBe('ALREADY_DONE');
  });
});

describe('PublishCall', () => {
  const draft = () => applyCall(undefined, create, ctx(at, head));
  it('does: after a second person’s yes; opening is the later of its date and publication', () => {
    expect(published()).toMatchObject({ subState: 'published', opensAt: '2025-06-03T02:00:00.000Z', proposals: [] });
    expect(run(published(), '2025-06-03T02:00:00.000Z').subState).toBe('open');
  });
  it('refuses: without notice, form, rubric, checklist or the year’s calendar, naming all that is missing', () => {
    const decision = callDecider.decide(
      draft(),
      publish,
      ctx(at, head, { facts: { callMaterials: { ...materials, noticeLanguages: ['zh'], form: false, calendarYears: [] } } }),
    );
    expect(decision).toMatchObject({
      ok: false,
      violation: { code: 'CALL_INCOMPLETE', values: { missing: ['notice-en', 'form', 'calendar-CN-2025'] } },
    });
    expect(callAnswer(draft(), publish, ctx('2025-09-01T00:00:00.000Z', head))).toBe('DATE_IN_PAST');
  });
  it('repeats: published once, it is not published again', () => {
    expect(callAnswer(published(), publish, ctx(at, head))).toBe('WRONG_STAGE');
  });
});

describe('CountApplication', () => {
  it('does: knows its applications; one counted after the closing is told of the closing at once', () => {
    expect(applyCall(published(), count, ctx(at, clock)).applications).toEqual(['p1']);
    const late: CallCommand = { type: 'CountApplication', payload: { projectId: 'p9' } };
    const decision = callDecider.decide(closed(), late, ctx('2025-08-31T09:00:05.000Z', clock));
    const effects = decision.ok ? decision.events.flatMap((e) => callDecider.effects(e, closed(), {})) : [];
    expect(effects).toEqual([
      { target: { kind: 'project', id: 'p9' }, command: { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } } },
    ]);
  });
  it('refuses: a person', () => {
    expect(callAnswer(published(), count, ctx(at, head))).toBe('NOT_ALLOWED');
  });
  it('repeats: counted twice, nothing more happens', () => {
    expect(callAnswer(applyCall(published(), count, ctx(at, clock)), count, ctx(at, clock))).toEqual([]);
  });
});

describe('the closing of a call', () => {
  it('happens at its instant, without spreading, and freezes every application it knows', () => {
    const open = applyCall(run(published(), '2025-06-04T00:00:00.000Z'), count, ctx(at, clock));
    expect(callDecider.plan(open, defaultPolicy, { years: [] })[0]?.at).toBe('2025-08-31T09:00:00.000Z');
    expect(closed().subState).toBe('closed');
  });
});

describe('FixRanking', () => {
  it('does: ranks by exact score and tells every application its place', () => {
    const state = ranked();
    expect(state.ranking?.map((l) => [l.projectId, l.rank, l.list, l.sumHalfPoints])).toEqual([
      ['p1', 1, 'A', 480],
      ['p2', 2, 'A', 468],
    ]);
  });
  it('refuses: while files are checked, sheets missing, experts far apart, defences open, or there is nothing to rank', () => {
    const withFiles = (...applications: ApplicationFacts[]) => ctx('2025-09-28T02:00:00.000Z', chair, { facts: { applications } });
    expect(callAnswer(closed(), fix, withFiles(file('p1', { subState: 'checking' }), file('p2')))).toBe('RANKING_INCOMPLETE');
    expect(callAnswer(closed(), fix, withFiles(file('p1', { sheets: [] })))).toBe('TOO_FEW_SCORES');
    expect(callAnswer(closed(), fix, withFiles(file('p1', { defenceHeld: false })))).toBe('RANKING_INCOMPLETE');
    expect(callAnswer(closed(), fix, withFiles())).toBe('RANKING_INCOMPLETE');
    const apart = [points, points, { ...points, standards: 0, need: 0, plan: 0 }].map((halfPoints, i) => ({
      expertId: `e${i}`,
      total: 0,
      halfPoints,
    }));
    expect(callAnswer(closed(), fix, withFiles(file('p1', { sheets: apart })))).toBe('CONSENSUS_REQUIRED');
    expect(callAnswer(published(), fix, ctx(at, chair))).toBe('WRONG_STAGE');
  });
  it('repeats: before the batch is prepared the ranking may be fixed anew', () => {
    expect(callAnswer(ranked(), fix, ctx('2025-09-28T03:00:00.000Z', chair))).toEqual(['RankingFixed']);
  });
});

describe('PrepareProposal', () => {
  const officer = person('officer', 'CO');
  it('does: freezes the ranked list as the council’s batch', () => {
    expect(prepared()).toMatchObject({ subState: 'deciding', proposal: { lines: [{ projectId: 'p1' }, { projectId: 'p2' }] } });
  });
  it('refuses: without a ranking', () => {
    expect(callAnswer(closed(), { type: 'PrepareProposal', payload: {} }, ctx(at, officer))).toBe('RANKING_INCOMPLETE');
  });
  it('repeats: prepared once, nothing more happens', () => {
    expect(callAnswer(prepared(), { type: 'PrepareProposal', payload: {} }, ctx(at, officer))).toEqual([]);
  });
});

describe('DecideProposal', () => {
  const on = (change: Partial<DecideContext> = {}) => ctx('2025-09-30T02:00:00.000Z', councilChair, change);
  it('does: records every line; a candidate with 75 points becomes the centre', () => {
    expect(decided().decision?.lines.map((l) => [l.projectId, l.decision, l.asCentre])).toEqual([
      ['p1', 'approve', true],
      ['p2', 'approve', false],
    ]);
  });
  it('refuses: without quorum or chair, without a majority, with lines left out or doubled', () => {
    expect(callAnswer(prepared(), decide({ present: ['cc', 'm1'] }), on())).toBe('NO_QUORUM');
    expect(callAnswer(prepared(), decide({ present: ['m1', 'm2', 'm3'] }), on())).toBe('NO_QUORUM');
    expect(callAnswer(prepared(), decide({ votesFor: 1, votesAgainst: 1 }), on())).toBe('NO_QUORUM');
    expect(callAnswer(prepared(), decide({ lines: [{ projectId: 'p1', decision: 'approve' }] }), on())).toBe('UNKNOWN_OBJECT');
  });
  it('refuses: no more than the share of the council that the policy names, whatever that is', () => {
    const share = (councilQuorum: string) => on({ policy: { ...defaultPolicy, approval: { ...defaultPolicy.approval, councilQuorum } } });
    const members = Object.values(on().facts.people ?? {}).filter((p) => p.roles.includes('CM') || p.roles.includes('CC')).length;
    const there = 3;
    expect(callAnswer(prepared(), decide(), share(`${there}/${members}`))).toBe('NO_QUORUM');
    expect(callAnswer(prepared(), decide(), share(`${there - 1}/${members}`))).toEqual(['ProposalDecided']);
    expect(callAnswer(prepared(), decide({ present: ['cc', 'm1'], votesFor: 2 }), share('10%'))).toEqual(['ProposalDecided']);
  });
  it('refuses: a departure from the rank without a reason, more than the places or the cap of a country', () => {
    const deviating = decide({
      lines: [
        { projectId: 'p1', decision: 'reserve' },
        { projectId: 'p2', decision: 'approve' },
      ],
    });
    expect(callAnswer(prepared(), deviating, on())).toBe('RANK_DEVIATION_NEEDS_REASON');
    expect(callAnswer(prepared(), deviating, on({ reason: text }))).toEqual(['ProposalDecided']);
    const tight = (approval: Partial<typeof defaultPolicy.approval>) =>
      on({ policy: { ...defaultPolicy, approval: { ...defaultPolicy.approval, ...approval } } });
    expect(callAnswer(prepared(), decide(), tight({ places: 1 }))).toBe('CAP_REACHED');
    expect(callAnswer(prepared(), decide(), tight({ capPerHostCountry: 1 }))).toBe('CAP_REACHED');
    expect(callAnswer(prepared(), decide(), tight({ capPerHostCountry: 0 }))).toEqual(['ProposalDecided']);
  });
  it('repeats: decided once, the batch is closed', () => {
    expect(callAnswer(decided(), decide(), on())).toBe('ALREADY_DONE');
  });
});

describe('StartPublicNotice', () => {
  it('does: runs five working days, the posting day not counted, to 24:00 Beijing', () => {
    expect(noticed()).toMatchObject({ subState: 'public-notice', noticeEndsAt: '2025-10-16T16:00:00.000Z' });
    expect(ended().noticeEnded).toBe(true);
  });
  it('refuses: another day than today, and a batch not decided', () => {
    expect(callAnswer(decided(), startNotice, ctx('2025-10-08T02:00:00.000Z', head))).toBe('DATE_IN_FUTURE');
    expect(callAnswer(decided(), startNotice, ctx('2025-10-10T02:00:00.000Z', head))).toBe('DATE_IN_PAST');
    expect(callAnswer(prepared(), startNotice, ctx('2025-10-09T02:00:00.000Z', head))).toBe('WRONG_STAGE');
    expect(callAnswer(ranked(), startNotice, ctx('2025-10-09T02:00:00.000Z', head))).toBe('WRONG_STAGE');
  });
  it('repeats: a notice that runs is not started again', () => {
    expect(callAnswer(noticed(), startNotice, ctx('2025-10-09T02:00:00.000Z', head))).toBe('WRONG_STAGE');
  });
});

describe('AnnounceProjects', () => {
  const on = (actor: DecideContext['actor'], change: Partial<DecideContext> = ready) => ctx('2025-10-17T02:00:00.000Z', actor, change);
  it('does: after a second person’s yes, with reference numbers in the order of rank', () => {
    const proposed = applyCall(ended(), announce, on(head));
    const state = applyCall(proposed, { type: 'ConfirmProposal', payload: { proposalId: proposalId(proposed) } }, on(deputy));
    expect(state.subState).toBe('announced');
    expect(state.referenceNumbers).toEqual({ LA: 2 });
    expect(callAnswer(state, announce, on(head))).toBe('ALREADY_DONE');
  });
  it('refuses: while the notice runs, while approved projects are not ready, before the decision', () => {
    expect(callAnswer(noticed(), announce, on(head))).toBe('NOTICE_RUNNING');
    expect(callAnswer(ended(), announce, on(head, {}))).toBe('NOTICE_RUNNING');
    expect(callAnswer(prepared(), announce, on(head))).toBe('WRONG_STAGE');
  });
  it('does: a held project waits for its own announcement, the others do not wait for it', () => {
    const oneHeld = { facts: { applications: [file('p1', { held: true }), file('p2', { stage: 'approval', subState: 'ready' })] } };
    const proposed = applyCall(ended(), announce, on(head, oneHeld));
    const decision = callDecider.decide(
      proposed,
      { type: 'ConfirmProposal', payload: { proposalId: proposalId(proposed) } },
      on(deputy, oneHeld),
    );
    const event = decision.ok ? decision.events.find((e) => e.type === 'ProjectsAnnounced') : undefined;
    expect(event).toMatchObject({ lines: [{ projectId: 'p2', projectRef: 'LMGF-2025-LA-001' }] });
  });
  it('repeats: proposed twice, two proposals wait, and only one can be carried out', () => {
    const once = applyCall(ended(), announce, ctx('2025-10-17T02:00:00.000Z', head, { ...ready, commandId: 'a1' }));
    const twice = applyCall(once, announce, ctx('2025-10-17T02:00:00.000Z', head, { ...ready, commandId: 'a2' }));
    const done = applyCall(twice, { type: 'ConfirmProposal', payload: { proposalId: 'a1' } }, on(deputy));
    expect(callAnswer(done, { type: 'ConfirmProposal', payload: { proposalId: 'a2' } }, on(deputy))).toBe('ALREADY_DONE');
  });
});

describe('FreePlace', () => {
  const free: CallCommand = { type: 'FreePlace', payload: { projectId: 'p1', hostCountry: 'LA' } };
  it('does: counts a place that is free again', () => {
    expect(applyCall(decided(), free, ctx(at, clock)).freePlaces).toBe(1);
  });
  it('refuses: a person', () => {
    expect(callAnswer(decided(), free, ctx(at, head))).toBe('NOT_ALLOWED');
  });
  it('repeats: the same project frees its place only once', () => {
    expect(callAnswer(applyCall(decided(), free, ctx(at, clock)), free, ctx(at, clock))).toEqual([]);
  });
});

describe('ReclaimPlace', () => {
  const free: CallCommand = { type: 'FreePlace', payload: { projectId: 'p1', hostCountry: 'LA' } };
  const reclaim: CallCommand = { type: 'ReclaimPlace', payload: { projectId: 'p1', hostCountry: 'LA' } };
  const freed = () => applyCall(decided(), free, ctx(at, clock));
  it('does: a place that was given back is taken again, and can be freed again', () => {
    const after = applyCall(freed(), reclaim, ctx(at, clock));
    expect([after.freePlaces, after.freedBy]).toEqual([0, []]);
    expect(applyCall(after, free, ctx(at, clock)).freePlaces).toBe(1);
  });
  it('refuses: a person', () => {
    expect(callAnswer(freed(), reclaim, ctx(at, head))).toBe('NOT_ALLOWED');
  });
  it('repeats: a place that was not given back stays as it is', () => {
    expect(callAnswer(decided(), reclaim, ctx(at, clock))).toEqual([]);
  });
});

describe('ConfirmProposal', () => {
  const proposed = () => applyCall(applyCall(undefined, create, ctx(at, head)), publish, ctx(at, head, { commandId: 'publish' }));
  const confirm: CallCommand = { type: 'ConfirmProposal', payload: { proposalId: 'publish' } };
  it('does: carries the proposed command out in the same decision', () => {
    expect(callAnswer(proposed(), confirm, ctx(at, deputy))).toEqual([
      'ProposalConfirmed',
      'DeadlineClosed',
      'CallPublished',
      'DeadlineSet',
      'DeadlineSet',
    ]);
  });
  it('refuses: the proposer himself, another role, and a proposal whose time is over', () => {
    expect(callAnswer(proposed(), confirm, ctx(at, head))).toBe('SAME_PERSON');
    expect(callAnswer(proposed(), confirm, ctx(at, person('officer', 'CO')))).toBe('NOT_ALLOWED');
    expect(callAnswer(proposed(), confirm, ctx('2025-06-06T02:00:00.000Z', deputy))).toBe('PROPOSAL_LAPSED');
  });
  it('repeats: confirmed once, the proposal is gone', () => {
    expect(callAnswer(applyCall(proposed(), confirm, ctx(at, deputy)), confirm, ctx(at, deputy))).toBe('UNKNOWN_OBJECT');
  });
});

describe('RejectProposal', () => {
  const proposed = () => applyCall(applyCall(undefined, create, ctx(at, head)), publish, ctx(at, head, { commandId: 'publish' }));
  const reject: CallCommand = { type: 'RejectProposal', payload: { proposalId: 'publish' } };
  it('does: ends the proposal without effect; so does its lapse', () => {
    expect(applyCall(proposed(), reject, ctx(at, deputy))).toMatchObject({ subState: 'draft', proposals: [], deadlines: [] });
    expect(run(proposed(), '2025-06-10T00:00:00.000Z')).toMatchObject({ subState: 'draft', proposals: [], deadlines: [] });
  });
  it('refuses: a proposal that is not there', () => {
    expect(callAnswer(published(), reject, ctx(at, deputy))).toBe('UNKNOWN_OBJECT');
  });
  it('repeats: rejected once, the proposal is gone', () => {
    expect(callAnswer(applyCall(proposed(), reject, ctx(at, deputy)), reject, ctx(at, deputy))).toBe('UNKNOWN_OBJECT');
  });
});

describe('Wake', () => {
  const wake: CallCommand = { type: 'Wake', payload: {} };
  it('does: opens the call at its instant', () => {
    expect(callAnswer(published(), wake, ctx('2025-06-03T02:00:00.000Z', clock))).toEqual([
      'ConsequenceReached',
      'CallOpened',
      'DeadlineClosed',
    ]);
  });
  it('refuses: a person', () => {
    expect(callAnswer(published(), wake, ctx(at, head))).toBe('NOT_ALLOWED');
  });
  it('repeats: nothing due, nothing happens', () => {
    expect(callAnswer(run(published(), '2025-06-03T02:00:00.000Z'), wake, ctx('2025-06-03T02:00:00.000Z', clock))).toEqual([]);
  });
});

describe('Sync', () => {
  it('does: nothing but ask where the ledger stands', () => {
    expect(callAnswer(published(), { type: 'Sync', payload: {} }, ctx(at, clock))).toEqual([]);
  });
  it('repeats: asked twice, still nothing', () => {
    expect(callAnswer(published(), { type: 'Sync', payload: {} }, ctx(at, clock))).toEqual([]);
  });
});

describe('Replan', () => {
  const replan: CallCommand = { type: 'Replan', payload: {} };
  it('does: leaves the instants that were published where they are', () => {
    expect(callAnswer(published(), replan, ctx(at, clock))).toEqual([]);
  });
  it('refuses: a person', () => {
    expect(callAnswer(published(), replan, ctx(at, head))).toBe('NOT_ALLOWED');
  });
  it('repeats: asked twice, still nothing', () => {
    expect(callAnswer(published(), replan, ctx(at, clock))).toEqual([]);
  });
});
