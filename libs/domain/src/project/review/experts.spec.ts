import { defaultPolicy } from '../../policy/policy';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { answer, apply, context, facts, file, person, projectAt, runClock, text, unread } from '../../spec-kit';
import type { PersonFacts } from '../../shared/facts';
import { decideAcceptInvitation, decideScores } from './experts.decide';

const officer = person('officer', 'CO');
const chair = person('chair', 'CH');
const at = '2025-09-03T03:00:00.000Z';
const names = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'];
const people = (change: Record<string, Partial<PersonFacts>> = {}) => ({
  facts: { people: Object.fromEntries(names.map((id) => [id, facts(id, change[id] ?? {})])) },
});
const proposeAll: ProjectCommand = { type: 'ProposeExperts', payload: { experts: names } };
const invite = (expertId: string): ProjectCommand => ({ type: 'InviteExpert', payload: { expertId } });
const take: ProjectCommand = { type: 'AcceptInvitation', payload: {} };
const declare: ProjectCommand = { type: 'DeclareNoConflict', payload: {} };
const criteria = { need: 15, partners: 15, site: 10, teachers: 10, standards: 20, enterprise: 15, plan: 15 };
const scores = (share: number): Extract<ProjectCommand, { type: 'SubmitScores' }> => ({
  type: 'SubmitScores',
  payload: {
    halfPoints: Object.fromEntries(Object.entries(criteria).map(([c, w]) => [c, Math.round(2 * w * share)])),
    comments: Object.fromEntries(Object.keys(criteria).map((c) => [c, text])),
    strengths: text,
    weaknesses: text,
  },
});

const proposed = () => apply(projectAt('accepted'), proposeAll, context(at, officer, people()));
const invited = (id = 'e1') => apply(proposed(), invite(id), context(at, officer, people()));
const ready = (state: ProjectState, id: string) =>
  apply(
    apply(apply(state, invite(id), context(at, officer, people())), take, context(at, person(id, 'EX'))),
    declare,
    context(at, person(id, 'EX')),
  );
const scored = () => ['e1', 'e2', 'e3'].reduce((s, id) => apply(ready(s, id), scores(0.8), context(at, person(id, 'EX'))), proposed());
const ranked = (state: ProjectState) =>
  apply(state, { type: 'RecordRank', payload: { rank: 1, sumHalfPoints: 800, count: 5, list: 'A' } }, context(at, { kind: 'system' }));

describe('ProposeExperts', () => {
  it('does: keeps the order and marks those with a conflict of interest', () => {
    const matches = people({
      e2: { organizationId: 'college' },
      e3: { formerEmployers: ['enterprise'] },
      e4: { mailDomain: 'college.example' },
    });
    const state = apply(
      projectAt('accepted'),
      proposeAll,
      context(at, officer, { facts: { ...matches.facts, partyMailDomains: ['college.example'] } }),
    );
    expect(state.review.assignments.map((a) => [a.expertId, a.state, a.conflict])).toEqual([
      ['e1', 'proposed', undefined],
      ['e2', 'conflict', 'same-organization'],
      ['e3', 'conflict', 'former-employer'],
      ['e4', 'conflict', 'same-mail-domain'],
      ['e5', 'proposed', undefined],
      ['e6', 'proposed', undefined],
    ]);
  });

  it('refuses: people who are no experts, and a file not accepted yet', () => {
    expect(answer(projectAt('accepted'), proposeAll, context(at, officer, people({ e1: { roles: ['CO'] } })))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('checking'), proposeAll, context(at, officer, people()))).toBe('WRONG_STAGE');
  });

  it('refuses: people nobody knows', () => {
    expect(answer(projectAt('accepted'), proposeAll, unread(context(at, officer), 'people'))).toBe('NOT_ALLOWED');
  });

  it('does: where the parties’ mail domains are not known, it matches organization and employers only', () => {
    const ctx = unread(
      context(at, officer, people({ e1: { mailDomain: 'college.example' }, e2: { organizationId: 'college' } })),
      'partyMailDomains',
    );
    expect(
      apply(projectAt('accepted'), proposeAll, ctx)
        .review.assignments.slice(0, 2)
        .map((a) => a.state),
    ).toEqual(['proposed', 'conflict']);
  });

  it('repeats: those invited already are kept, a list without anybody new is refused', () => {
    const state = apply(invited(), { type: 'ProposeExperts', payload: { experts: ['e1', 'e6'] } }, context(at, officer, people()));
    expect(state.review.assignments.map((a) => [a.expertId, a.state])).toEqual([
      ['e1', 'invited'],
      ['e6', 'proposed'],
    ]);
    expect(answer(invited(), { type: 'ProposeExperts', payload: { experts: ['e1'] } }, context(at, officer, people()))).toBe(
      'UNKNOWN_OBJECT',
    );
  });
});

describe('InviteExpert', () => {
  it('does: invites, with five working days to answer', () => {
    const state = invited();
    expect([state.subState, state.review.assignments[0]?.state]).toEqual(['assigning', 'invited']);
    expect(state.deadlines.map((d) => [d.ladder, d.object, d.dueOn])).toEqual([['invitation', 'e1', '2025-09-10']]);
  });

  it('refuses: an expert in conflict, one with too many files, one never proposed', () => {
    const conflict = apply(projectAt('accepted'), proposeAll, context(at, officer, people({ e1: { organizationId: 'college' } })));
    expect(answer(conflict, invite('e1'), context(at, officer, people()))).toBe('CONFLICT_OF_INTEREST');
    expect(answer(proposed(), invite('e1'), context(at, officer, people({ e1: { filesInCall: 12 } })))).toBe('EXPERT_CAPACITY');
    expect(answer(proposed(), invite('e9'), context(at, officer, people()))).toBe('UNKNOWN_OBJECT');
    expect(answer(projectAt('checking'), invite('e1'), context(at, officer, people()))).toBe('WRONG_STAGE');
  });

  it('does: an expert of whom no files are known has room for one', () => {
    expect(answer(proposed(), invite('e1'), unread(context(at, officer), 'people'))).toEqual(['ExpertInvited', 'DeadlineSet']);
  });

  it('repeats: the same expert is not invited twice', () => {
    expect(answer(invited(), invite('e1'), context(at, officer, people()))).toBe('ALREADY_DONE');
  });
});

describe('AcceptInvitation', () => {
  it('does: starts the seven working days for the score sheet', () => {
    const state = apply(invited(), take, context(at, person('e1', 'EX')));
    expect([state.subState, state.deadlines.map((d) => [d.ladder, d.dueOn])]).toEqual(['scoring', [['scoring', '2025-09-12']]]);
  });

  it('refuses: an expert without an invitation', () => {
    expect(answer(invited(), take, context(at, person('e2', 'EX')))).toBe('NOT_ALLOWED');
    const stranger = decideAcceptInvitation(invited(), context(at, person('stranger', 'EX')));
    expect(stranger).toMatchObject({ violation: { code: 'NOT_INVITED' } });
  });

  it('refuses: after the ranking was fixed', () => {
    expect(answer(ranked(invited()), take, context(at, person('e1', 'EX')))).toBe('WRONG_STAGE');
  });

  it('repeats: accepted once, there is no invitation any more', () => {
    expect(answer(apply(invited(), take, context(at, person('e1', 'EX'))), take, context(at, person('e1', 'EX')))).toBe('ALREADY_DONE');
  });
});

describe('DeclareNoConflict', () => {
  it('does: opens the score sheet', () => {
    expect(ready(proposed(), 'e1').review.assignments[0]?.state).toBe('declared');
  });

  it('refuses: before the invitation was accepted', () => {
    expect(answer(invited(), declare, context(at, person('e1', 'EX')))).toBe('NOT_INVITED');
  });

  it('refuses: after the ranking was fixed', () => {
    const taken = apply(invited(), take, context(at, person('e1', 'EX')));
    expect(answer(ranked(taken), declare, context(at, person('e1', 'EX')))).toBe('WRONG_STAGE');
  });

  it('repeats: declared once, it is not asked again', () => {
    expect(answer(ready(proposed(), 'e1'), declare, context(at, person('e1', 'EX')))).toBe('ALREADY_DONE');
  });
});

describe('SubmitScores', () => {
  it('does: keeps integers of half points with a comment each and ends the expert’s clock', () => {
    const state = apply(ready(proposed(), 'e1'), scores(0.8), context(at, person('e1', 'EX')));
    expect(state.review.sheets[0]?.halfPoints['standards']).toBe(32);
    expect(state.deadlines).toEqual([]);
  });

  it('refuses: a stranger to the file, also where the table of rights would let him through', () => {
    expect(answer(proposed(), scores(0.8), context(at, person('stranger', 'EX')))).toBe('NOT_ALLOWED');
    expect(decideScores(proposed(), scores(0.8), context(at, person('stranger', 'EX')))).toMatchObject({
      violation: { code: 'NOT_INVITED' },
    });
  });

  it('refuses: scores without a declaration, out of range, unknown, half given, or without comment', () => {
    const taken = apply(invited(), take, context(at, person('e1', 'EX')));
    expect(answer(taken, scores(0.8), context(at, person('e1', 'EX')))).toBe('CONFLICT_NOT_DECLARED');
    const open = ready(proposed(), 'e1');
    const sheet = scores(0.8);
    const expert = context(at, person('e1', 'EX'));
    const withPoints = (halfPoints: Record<string, number>): ProjectCommand => ({ ...sheet, payload: { ...sheet.payload, halfPoints } });
    expect(answer(open, withPoints({ ...sheet.payload.halfPoints, need: 31 }), expert)).toBe('SCORE_OUT_OF_RANGE');
    expect(answer(open, withPoints({ ...sheet.payload.halfPoints, need: 1.5 }), expert)).toBe('SCORE_OUT_OF_RANGE');
    expect(answer(open, withPoints({ ...sheet.payload.halfPoints, charm: 1 }), expert)).toBe('SCORE_OUT_OF_RANGE');
    const { need: _left, ...rest } = sheet.payload.halfPoints;
    expect(answer(open, withPoints(rest), expert)).toBe('SCORE_OUT_OF_RANGE');
    expect(answer(open, { ...sheet, payload: { ...sheet.payload, comments: {} } }, expert)).toBe('REASON_REQUIRED');
  });

  it('repeats: a sheet handed in is not changed by a second one', () => {
    const state = apply(ready(proposed(), 'e1'), scores(0.8), context(at, person('e1', 'EX')));
    expect(answer(state, scores(0.2), context(at, person('e1', 'EX')))).toBe('SCORES_CLOSED');
  });
});

describe('ScheduleDefence', () => {
  const slot = (when: string): ProjectCommand => ({ type: 'ScheduleDefence', payload: { at: when, minutes: 20, place: text } });

  it('does: sets the slot at least five working days ahead', () => {
    const state = apply(scored(), slot('2025-09-12T02:00:00.000Z'), context(at, officer));
    expect([state.subState, state.review.defence?.at]).toEqual(['defence', '2025-09-12T02:00:00.000Z']);
    expect(state.deadlines.map((d) => [d.ladder, d.endsAt])).toContainEqual(['defence', '2025-09-12T02:00:00.000Z']);
  });

  it('refuses: short notice, too few score sheets, and a file still in the formal check', () => {
    expect(answer(projectAt('checking'), slot('2025-09-12T02:00:00.000Z'), context(at, officer))).toBe('WRONG_STAGE');
    expect(answer(scored(), slot('2025-09-08T02:00:00.000Z'), context(at, officer))).toBe('NOTICE_TOO_SHORT');
    expect(answer(apply(invited(), take, context(at, person('e1', 'EX'))), slot('2025-09-12T02:00:00.000Z'), context(at, officer))).toBe(
      'TOO_FEW_SCORES',
    );
  });

  it('repeats: a new time moves the slot, as a new series of reminders', () => {
    const moved = apply(
      apply(scored(), slot('2025-09-12T02:00:00.000Z'), context(at, officer)),
      slot('2025-09-15T02:00:00.000Z'),
      context(at, officer),
    );
    expect(moved.deadlines.filter((d) => d.ladder === 'defence').map((d) => [d.dueOn, d.series])).toEqual([['2025-09-15', 2]]);
  });
});

describe('RecordDefence', () => {
  const slot: ProjectCommand = { type: 'ScheduleDefence', payload: { at: '2025-09-12T02:00:00.000Z', minutes: 20, place: text } };
  const record = (heldOn: string, present: string[]): ProjectCommand => ({
    type: 'RecordDefence',
    payload: { heldOn, present, record: file },
  });
  const after = '2025-09-12T05:00:00.000Z';
  const waiting = () => apply(scored(), slot, context(at, officer));

  it('does: records who was there; the reminders end', () => {
    const state = apply(waiting(), record('2025-09-12', ['e1', 'e2', 'e3']), context(after, chair));
    expect([state.review.defence?.heldOn, state.deadlines.some((d) => d.ladder === 'defence')]).toEqual(['2025-09-12', false]);
  });

  it('refuses: a date to come, too few present, and anybody but the chair', () => {
    expect(answer(waiting(), record('2025-09-13', ['e1', 'e2', 'e3']), context(after, chair))).toBe('DATE_IN_FUTURE');
    expect(answer(waiting(), record('2025-09-12', ['e1', 'e2']), context(after, chair))).toBe('NO_QUORUM');
    expect(answer(waiting(), record('2025-09-12', ['e1', 'e2', 'e3']), context(after, officer))).toBe('NOT_ALLOWED');
  });

  it('refuses: a defence that was never scheduled', () => {
    expect(answer(scored(), record('2025-09-03', ['e1', 'e2', 'e3']), context(at, chair))).toBe('WRONG_STAGE');
  });

  it('refuses: fewer than the policy’s share of the panel, written as a fraction or in percent', () => {
    const sharing = (share: string) => ({
      policy: { ...defaultPolicy, review: { ...defaultPolicy.review, quorum: { ...defaultPolicy.review.quorum, share, min: 1 } } },
    });
    const twoOfThree = (share: string) => answer(waiting(), record('2025-09-12', ['e1', 'e2']), context(after, chair, sharing(share)));
    expect([twoOfThree('2/3'), twoOfThree('60%')]).toEqual([
      ['DefenceRecorded', 'DeadlineClosed'],
      ['DefenceRecorded', 'DeadlineClosed'],
    ]);
    expect([twoOfThree('3/4'), twoOfThree('80%')]).toEqual(['NO_QUORUM', 'NO_QUORUM']);
  });

  it('repeats: recorded again, the later record stands and no second event is needed elsewhere', () => {
    const once = apply(waiting(), record('2025-09-12', ['e1', 'e2', 'e3']), context(after, chair));
    expect(answer(once, record('2025-09-12', ['e1', 'e2', 'e3']), context(after, chair))).toEqual(['DefenceRecorded']);
  });
});

describe('silence of an expert', () => {
  it('releases the invitation after five working days and invites the next in order', () => {
    const state = runClock(invited(), '2025-09-10T17:00:00.000Z');
    expect(state.review.assignments.slice(0, 2).map((a) => a.state)).toEqual(['released', 'invited']);
  });

  it('invites nobody where no further expert was proposed', () => {
    const only: ProjectCommand = { type: 'ProposeExperts', payload: { experts: ['e1'] } };
    const alone = apply(apply(projectAt('accepted'), only, context(at, officer, people())), invite('e1'), context(at, officer, people()));
    const state = runClock(alone, '2025-09-10T17:00:00.000Z');
    expect([state.review.assignments.map((a) => a.state), state.deadlines]).toEqual([['released'], []]);
  });

  it('replaces an expert three working days after his sheet was due', () => {
    const state = runClock(apply(invited(), take, context(at, person('e1', 'EX'))), '2025-09-17T17:00:00.000Z');
    expect(state.review.assignments.slice(0, 2).map((a) => a.state)).toEqual(['replaced', 'invited']);
  });
});
