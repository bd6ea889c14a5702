import { callDecider } from '../deciders';
import { applyCall, context, person } from '../spec-kit';
import { allowedCallCommands } from './allowed-call-commands';
import { canReadCall } from './call-permissions';
import type { CallEvent } from './call.events';
import type { CallState, DecidedLine, RankedLine } from './call.state';

const at = '2025-10-17T02:00:00.000Z';
const draft = (): CallState =>
  applyCall(
    undefined,
    {
      type: 'CreateCall',
      payload: {
        code: 'LMGF-2025',
        programme: 'LMGF',
        year: 2025,
        opensAt: '2025-06-03T00:00:00.000Z',
        closesAt: '2025-08-31T09:00:00.000Z',
        policyVersion: 1,
      },
    },
    context('2025-05-01T00:00:00.000Z', person('head', 'SH'), { entityId: 'call-1' }),
  );
const ranked = (projectId: string, list: RankedLine['list']): RankedLine => ({
  projectId,
  applicationRef: projectId,
  rank: 1,
  sumHalfPoints: 480,
  count: 3,
  hostCountry: 'LA',
  fieldCode: 'LOG',
  centreCandidate: false,
  list,
  tieBrokenBy: [],
});
const line = (projectId: string, decision: DecidedLine['decision'], projectRef?: string): DecidedLine => ({
  projectId,
  decision,
  asCentre: false,
  hostCountry: 'LA',
  deviates: false,
  ...(projectRef === undefined ? {} : { projectRef }),
});
const lines = [line('p1', 'approve'), line('p2', 'reserve'), line('p3', 'reject'), line('p4', 'reject')];
const decided = (): CallState => ({
  ...draft(),
  proposal: { lines: [ranked('p1', 'A'), ranked('p2', 'B'), ranked('p3', 'C'), ranked('p4', 'D')], preparedAt: at },
  decision: { lines, decidedAt: at, decidedOn: '2025-09-30' },
});
const told = (event: CallEvent, state = decided()): unknown[] =>
  callDecider.effects(event, state, {}).map((e) => [e.target.id, e.command.type, e.command.payload]);

describe('what a call tells its projects', () => {
  it('the closing to all it knows', () => {
    expect(told({ type: 'CallClosed', closedAt: at, applications: ['p1', 'p2'], at })).toEqual([
      ['p1', 'FreezeApplication', { closedAt: at }],
      ['p2', 'FreezeApplication', { closedAt: at }],
    ]);
    expect(told({ type: 'ApplicationCounted', projectId: 'p1', late: false })).toEqual([]);
    expect(told({ type: 'ApplicationCounted', projectId: 'p1', late: true })).toEqual([
      ['p1', 'FreezeApplication', { closedAt: '2025-08-31T09:00:00.000Z' }],
    ]);
  });

  it('the rank, the decision with its list, the notice and the announcement', () => {
    expect(told({ type: 'RankingFixed', lines: [ranked('p1', 'A')], by: 'chair', at })).toEqual([
      ['p1', 'RecordRank', { rank: 1, sumHalfPoints: 480, count: 3, list: 'A' }],
    ]);
    expect(told({ type: 'ProposalDecided', lines, present: [], votesFor: 3, votesAgainst: 0, decidedOn: '2025-09-30', at })).toEqual([
      ['p1', 'ProposeProject', { decidedAt: at, asCentre: false }],
      ['p2', 'PlaceOnReserve', { decidedAt: at, order: 1 }],
      ['p3', 'RejectProject', { decidedAt: at, list: 'C' }],
      ['p4', 'RejectProject', { decidedAt: at, list: 'D' }],
    ]);
    expect(told({ type: 'PublicNoticeStarted', startedOn: '2025-10-09', endsAt: at, at })).toEqual([
      ['p1', 'StartNotice', { startedOn: '2025-10-09', endsAt: at }],
    ]);
    expect(told({ type: 'PublicNoticeEnded', at })).toEqual([['p1', 'EndNotice', { endedAt: at }]]);
    expect(told({ type: 'PublicNoticeEnded', at }, draft())).toEqual([]);
    expect(
      told({
        type: 'ProjectsAnnounced',
        lines: [line('p1', 'approve', 'LMGF-2025-LA-001'), line('p3', 'reject')],
        announcedOn: '2025-10-17',
        at,
      }),
    ).toEqual([
      ['p1', 'AnnounceDecision', { announcedAt: at, announcedOn: '2025-10-17', projectRef: 'LMGF-2025-LA-001' }],
      ['p3', 'AnnounceDecision', { announcedAt: at, announcedOn: '2025-10-17' }],
    ]);
    expect(told({ type: 'CallOpened', at })).toEqual([]);
  });
});

describe('what a person sees of a call', () => {
  it('the commands of his role, each with whether it is possible now', () => {
    const head = allowedCallCommands(draft(), person('head', 'SH'));
    expect(head.find((c) => c.type === 'PublishCall')).toEqual({ type: 'PublishCall', possible: true });
    expect(head.find((c) => c.type === 'AnnounceProjects')).toEqual({ type: 'AnnounceProjects', possible: false, why: 'WRONG_STAGE' });
    expect(head.find((c) => c.type === 'ConfirmProposal')?.possible).toBe(false);
    expect(allowedCallCommands(decided(), person('head', 'SH')).find((c) => c.type === 'AnnounceProjects')?.possible).toBe(true);
    expect(allowedCallCommands(draft(), person('chair', 'CH'))).toEqual([{ type: 'FixRanking', possible: false, why: 'WRONG_STAGE' }]);
    expect(allowedCallCommands(draft(), { kind: 'system' })).toEqual([]);
  });

  it('drafts of calls are the Secretariat’s own matter', () => {
    expect(canReadCall(person('head', 'SH'), draft())).toBe(true);
    expect(canReadCall(person('lead'), draft())).toBe(false);
    expect(canReadCall(person('lead'), { ...draft(), subState: 'published' })).toBe(true);
    expect(canReadCall({ kind: 'system' }, draft())).toBe(true);
  });

  it('the engine sees code and count', () => {
    expect(callDecider.toView({ ...draft(), applications: ['p1'] })).toEqual({
      stage: 'call',
      subState: 'draft',
      overlays: [],
      closed: false,
      summary: '**LMGF-2025** draft, 1 applications',
    });
    expect(callDecider.toView({ ...draft(), subState: 'archived' }).closed).toBe(true);
    expect(
      callDecider.toView({
        ...draft(),
        subState: 'cancelled',
        proposals: [{ proposalId: 'p', commandType: 'PublishCall', payload: {}, proposedBy: 'x', proposedAt: at, lapsesAt: at }],
      }),
    ).toMatchObject({ closed: true, overlays: ['proposal'] });
  });
});

describe('the state of a call', () => {
  it('cannot be folded from an event before its creation', () => {
    expect(() => callDecider.evolve(undefined, { type: 'CallOpened', at })).toThrow('before CallCreated');
  });
});
