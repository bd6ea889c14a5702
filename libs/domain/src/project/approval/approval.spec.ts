import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { answer, apply, context, draft, person, projectAt, runClock, submit } from '../../spec-kit';
import type { DecideContext } from '../../shared/decision';

const clock = { kind: 'system' } as const;
const at = '2025-09-28T02:00:00.000Z';
const rank: ProjectCommand = { type: 'RecordRank', payload: { rank: 1, sumHalfPoints: 800, count: 5, list: 'A' } };
const proposal = (asCentre = false): ProjectCommand => ({ type: 'ProposeProject', payload: { decidedAt: at, asCentre } });
const reserve: ProjectCommand = { type: 'PlaceOnReserve', payload: { decidedAt: at, order: 1 } };
const reject: ProjectCommand = { type: 'RejectProject', payload: { decidedAt: at, list: 'C' } };
const notice: ProjectCommand = { type: 'StartNotice', payload: { startedOn: '2025-10-09', endsAt: '2025-10-15T16:00:00.000Z' } };
const noticeEnd: ProjectCommand = { type: 'EndNotice', payload: { endedAt: '2025-10-15T16:00:00.000Z' } };
const announce = (projectRef?: string): ProjectCommand => ({
  type: 'AnnounceDecision',
  payload: { announcedAt: '2025-10-17T02:00:00.000Z', announcedOn: '2025-10-17', ...(projectRef === undefined ? {} : { projectRef }) },
});
const play = (state: ProjectState, ...commands: ProjectCommand[]) => commands.reduce((s, c) => apply(s, c, context(at, clock)), state);
const ranked = () => play(projectAt('accepted'), rank);
const forCentre = (): ProjectState => {
  const lead = person('lead');
  const started = projectAt('draft');
  const candidate = apply(
    started,
    submit,
    context('2025-08-20T02:00:00.000Z', lead, { facts: { draft: draft({ type: 'centre-candidate' }) } }),
  );
  const checked = apply(
    candidate,
    { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } },
    context('2025-08-31T09:00:10.000Z', clock),
  );
  return play(runClock(checked, '2025-09-12T02:00:00.000Z'), rank);
};
const announcedCtx = context('2025-10-17T02:00:00.000Z', clock);

describe('RecordRank', () => {
  it('does: waits for the council’s decision, with the exact score as a fraction', () => {
    const state = ranked();
    expect([state.stage, state.subState, state.approval.score]).toEqual([
      'approval',
      'awaiting-decision',
      { sumHalfPoints: 800, count: 5 },
    ]);
  });
  it('refuses: a file still in the formal check, and a person', () => {
    expect(answer(projectAt('checking'), rank, context(at, clock))).toBe('WRONG_STAGE');
    expect(answer(projectAt('accepted'), rank, context(at, person('chair', 'CH')))).toBe('NOT_ALLOWED');
  });
  it('repeats: told twice, nothing more happens', () => {
    expect(answer(ranked(), rank, context(at, clock))).toEqual([]);
  });
});

describe('ProposeProject', () => {
  const taken: Partial<DecideContext> = { taken: { 'centre/LA': 'LMGF-2025-A-0001' } };
  const strict = { ...defaultPolicy, centre: { ...defaultPolicy.centre, fallbackToOrdinary: false } };

  it('does: recommends; a centre asks for its country’s one slot', () => {
    expect(play(ranked(), proposal()).subState).toBe('proposed');
    const decision = projectDecider.decide(forCentre(), proposal(true), context(at, clock));
    expect(decision.ok && decision.claims).toEqual([{ scope: 'centre', key: 'LA', ifTaken: 'CENTRE_SLOT_TAKEN' }]);
    expect(play(forCentre(), proposal(true)).demonstrationCentre).toBe('approved');
  });
  it('does: a candidate that misses the slot goes on as an ordinary workshop where the policy allows it', () => {
    const state = apply(forCentre(), proposal(true), context(at, clock, taken));
    expect([state.subState, state.demonstrationCentre]).toEqual(['proposed', 'candidate']);
  });
  it('does: an ordinary workshop asks for no slot, whoever holds it', () => {
    const decision = projectDecider.decide(ranked(), proposal(), context(at, clock, { ...taken, policy: strict }));
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'ProjectProposed', asCentre: false }] });
    expect(decision).not.toHaveProperty('claims');
  });
  it('refuses: the slot is taken and the policy knows no way back; the refusal names the holder', () => {
    const decision = projectDecider.decide(forCentre(), proposal(true), context(at, clock, { ...taken, policy: strict }));
    expect(decision).toMatchObject({
      ok: false,
      violation: { code: 'CENTRE_SLOT_TAKEN', values: { country: 'LA', holder: 'LMGF-2025-A-0001' } },
    });
    expect(answer(projectAt('accepted'), proposal(), context(at, clock))).toBe('WRONG_STAGE');
  });
  it('repeats: proposed once, it cannot be proposed again', () => {
    expect(answer(play(ranked(), proposal()), proposal(), context(at, clock))).toBe('WRONG_STAGE');
  });
});

describe('PlaceOnReserve', () => {
  it('does: keeps the project in reserve until 31 March of the next year, then it ends', () => {
    const state = apply(play(ranked(), reserve), announce(), announcedCtx);
    expect(state.subState).toBe('reserve');
    expect(state.deadlines.map((d) => d.dueOn)).toEqual(['2026-03-31']);
    expect(runClock(state, '2026-04-01T00:00:00.000Z').outcome).toBe('reserve-expired');
  });
  it('refuses: before the ranking', () => {
    expect(answer(projectAt('accepted'), reserve, context(at, clock))).toBe('WRONG_STAGE');
  });
  it('repeats: placed once, it cannot be placed again', () => {
    expect(answer(play(ranked(), reserve), reserve, context(at, clock))).toBe('WRONG_STAGE');
  });
});

describe('RejectProject', () => {
  it('does: tells at the announcement; after the time of an appeal the project ends and its duplicate slot is free', () => {
    const decision = projectDecider.decide(play(ranked(), reject), announce(), announcedCtx);
    expect(decision.ok && decision.releases).toHaveLength(1);
    const state = apply(play(ranked(), reject), announce(), announcedCtx);
    expect([state.subState, state.deadlines.map((d) => d.dueOn)]).toEqual(['rejected', ['2025-11-07']]);
    expect(runClock(state, '2025-11-08T00:00:00.000Z').outcome).toBe('rejected');
  });
  it('refuses: before the ranking', () => {
    expect(answer(projectAt('accepted'), reject, context(at, clock))).toBe('WRONG_STAGE');
  });
  it('repeats: rejected once, it cannot be rejected again', () => {
    expect(answer(play(ranked(), reject), reject, context(at, clock))).toBe('WRONG_STAGE');
  });
});

describe('StartNotice', () => {
  it('does: shows the project for objections', () => {
    expect(play(ranked(), proposal(), notice).subState).toBe('public-notice');
  });
  it('refuses: a project that was not recommended', () => {
    expect(answer(ranked(), notice, context(at, clock))).toBe('WRONG_STAGE');
  });
  it('repeats: a notice that runs is not started again', () => {
    expect(answer(play(ranked(), proposal(), notice), notice, context(at, clock))).toBe('WRONG_STAGE');
  });
});

describe('EndNotice', () => {
  it('does: makes the project ready for the announcement', () => {
    expect(play(ranked(), proposal(), notice, noticeEnd).subState).toBe('ready');
  });
  it('refuses: a project without a notice', () => {
    expect(answer(ranked(), noticeEnd, context(at, clock))).toBe('WRONG_STAGE');
  });
  it('repeats: ended twice, nothing more happens', () => {
    expect(answer(play(ranked(), proposal(), notice, noticeEnd), noticeEnd, context(at, clock))).toEqual([]);
  });
});

describe('AnnounceDecision', () => {
  const ready = () => play(ranked(), proposal(), notice, noticeEnd);
  it('does: gives the reference number and opens the MoU with the time to accept', () => {
    const state = apply(ready(), announce('LMGF-2025-LA-003'), announcedCtx);
    expect([state.stage, state.subState, state.projectRef]).toEqual(['mou', 'accepting', 'LMGF-2025-LA-003']);
    expect(state.deadlines.map((d) => d.ladder)).toEqual(expect.arrayContaining(['award', 'mouDraft']));
  });
  it('refuses: an approval without a reference, and a project nobody decided on', () => {
    expect(answer(ready(), announce(), announcedCtx)).toBe('UNKNOWN_OBJECT');
    expect(answer(ranked(), announce('LMGF-2025-LA-003'), announcedCtx)).toBe('WRONG_STAGE');
  });
  it('repeats: announced once, it cannot be announced again', () => {
    expect(answer(apply(ready(), announce('LMGF-2025-LA-003'), announcedCtx), announce('LMGF-2025-LA-004'), announcedCtx)).toBe(
      'WRONG_STAGE',
    );
  });
});
