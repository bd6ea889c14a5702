import fc from 'fast-check';
import { projectDecider } from '../deciders';
import { defaultPolicy } from '../policy/policy';
import { context, draft, facts, file, person, text } from '../spec-kit';
import type { Actor } from '../people/roles';
import type { ProjectCommand } from './project.commands';
import type { ProjectEvent } from './project.events';
import { stages } from './project.stages';
import type { ProjectState } from './project.state';

/** Random commands by random people at random steps of time, legal or not: what is decided must keep the rules' promises. */
const experts = ['e1', 'e2', 'e3', 'e4', 'e5'];
const people = { ...Object.fromEntries(experts.map((id) => [id, facts(id)])), officer: facts('officer', { roles: ['CO'] }) };
const criteria = Object.keys(defaultPolicy.review.weights);
const allItems = ['on-time', 'complete', 'readable', 'signed', 'applicant-kind', 'countries', 'partners', 'not-excluded', 'no-duplicate'];
const calendars = { years: [] };

const actors: Actor[] = [
  { kind: 'system' },
  person('lead'),
  person('legal'),
  person('host'),
  person('firm'),
  person('officer', 'CO'),
  person('head', 'SH'),
  person('deputy', 'SH'),
  person('chair', 'CH'),
  ...experts.map((id) => person(id, 'EX')),
];

const commands: ProjectCommand[] = [
  { type: 'StartApplication', payload: { callId: 'call-1' } },
  { type: 'SubmitApplication', payload: { draftVersion: 3, draftHash: 'draft-hash', signedBy: 'legal', signature: file } },
  { type: 'WithdrawApplication', payload: { letter: file } },
  { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } },
  { type: 'AssignOfficer', payload: { officerId: 'officer' } },
  ...allItems.map((code): ProjectCommand => ({ type: 'RecordCheckItem', payload: { code, verdict: 'pass' } })),
  { type: 'AcceptApplication', payload: {} },
  { type: 'ReturnForCorrection', payload: { items: [{ target: 'budget', reasonCode: 'SUM', defect: text }] } },
  { type: 'ResubmitCorrection', payload: { draftVersion: 3, draftHash: 'draft-hash' } },
  { type: 'ProposeExperts', payload: { experts } },
  ...experts.map((expertId): ProjectCommand => ({ type: 'InviteExpert', payload: { expertId } })),
  { type: 'AcceptInvitation', payload: {} },
  { type: 'DeclareNoConflict', payload: {} },
  {
    type: 'SubmitScores',
    payload: {
      halfPoints: Object.fromEntries(criteria.map((c) => [c, 10])),
      comments: Object.fromEntries(criteria.map((c) => [c, text])),
      strengths: text,
      weaknesses: text,
    },
  },
  { type: 'RecordRank', payload: { rank: 1, sumHalfPoints: 480, count: 3, list: 'A' } },
  { type: 'ProposeProject', payload: { decidedAt: '2025-09-30T02:00:00.000Z', asCentre: true } },
  { type: 'PlaceOnReserve', payload: { decidedAt: '2025-09-30T02:00:00.000Z', order: 1 } },
  { type: 'StartNotice', payload: { startedOn: '2025-10-09', endsAt: '2025-10-16T16:00:00.000Z' } },
  { type: 'EndNotice', payload: { endedAt: '2025-10-16T16:00:00.000Z' } },
  {
    type: 'AnnounceDecision',
    payload: { announcedAt: '2025-10-17T02:00:00.000Z', announcedOn: '2025-10-17', projectRef: 'LMGF-2025-LA-001' },
  },
  { type: 'AcceptAward', payload: { letter: file } },
  { type: 'SubmitMouDraft', payload: { documents: ['zh', 'en'].map((language) => ({ language, ref: file })), dataHash: 'h' } },
  { type: 'OpenSigning', payload: {} },
  { type: 'Hold', payload: { kind: 'hold', reasonCode: 'INFORMATION' } },
  { type: 'Resume', payload: {} },
  { type: 'Wake', payload: {} },
];

/** Who usually gives which command: a step on the road takes the next of these, so that sequences reach the later stages too. */
const usual: Partial<Record<ProjectCommand['type'], string>> = {
  StartApplication: 'lead',
  SubmitApplication: 'lead',
  AssignOfficer: 'head',
  RecordCheckItem: 'officer',
  AcceptApplication: 'officer',
  ProposeExperts: 'officer',
  InviteExpert: 'officer',
  AcceptAward: 'legal',
  SubmitMouDraft: 'lead',
  OpenSigning: 'head',
};
const offRoad: ReadonlySet<ProjectCommand['type']> = new Set([
  'WithdrawApplication',
  'ReturnForCorrection',
  'ResubmitCorrection',
  'PlaceOnReserve',
  'Hold',
  'Resume',
  'Wake',
]);
const road = commands.flatMap((command, index) => {
  const actor = actors.findIndex((a) => a.kind === 'person' && a.personId === usual[command.type]);
  return offRoad.has(command.type) ? [] : [{ command: index, actor: Math.max(actor, 0) }];
});

interface Step {
  road?: boolean;
  command: number;
  actor: number;
  days: number;
}
const steps = fc.array(
  fc.record({ road: fc.nat(9).map((n) => n < 8), command: fc.nat(commands.length - 1), actor: fc.nat(actors.length - 1), days: fc.nat(2) }),
  { minLength: 10, maxLength: 90, size: 'max' },
);

/** Plays the steps; the first always starts the project, so that there is something to look at. */
function play(
  taken: Step[],
  see: (before: ProjectState | undefined, events: ProjectEvent[], after: ProjectState | undefined) => void,
): ProjectState | undefined {
  let ms = Date.parse('2025-06-10T02:00:00.000Z');
  let state: ProjectState | undefined;
  let onRoad = 0;
  for (const any of [{ road: true, command: 0, actor: 1, days: 0 }, ...taken]) {
    const next = any.road === true ? road[onRoad++] : undefined;
    const step = { ...any, ...next };
    ms += step.days * 86_400_000;
    const ctx = context(new Date(ms).toISOString(), actors[step.actor] ?? { kind: 'system' }, {
      reason: text,
      facts: { people, draft: draft({ type: 'centre-candidate' }) },
    });
    const command = commands[step.command];
    const decision = command === undefined ? undefined : projectDecider.decide(state, command, ctx);
    if (decision?.ok !== true) continue;
    const after = decision.events.reduce<ProjectState | undefined>((s, e) => projectDecider.evolve(s, e), state);
    see(state, decision.events, after);
    state = after;
  }
  return state;
}

describe('any sequence of commands by anybody', () => {
  it('reaches the later stages often enough for the properties to mean something', () => {
    const reached = new Set<string>();
    for (const taken of fc.sample(steps, { numRuns: 60, seed: 7 }))
      play(taken, (_before, _events, after) => reached.add(after?.stage ?? '-'));
    expect([...reached]).toEqual(expect.arrayContaining(['application', 'review', 'approval', 'mou', 'closed']));
  });

  it('skips no required step: a stage is entered only from the one before, or to the end', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        play(taken, (before, _events, after) => {
          if (before === undefined || after === undefined || before.stage === after.stage || after.stage === 'closed') return;
          expect(stages.indexOf(after.stage)).toBe(stages.indexOf(before.stage) + 1);
          if (after.stage === 'review') expect(after.submissions.length).toBeGreaterThan(0);
          if (after.stage === 'approval') expect(after.check.acceptedAt).toBeDefined();
          if (after.stage === 'mou') expect(after.approval.decidedAt).toBeDefined();
        });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the invariants: one open deadline per object, series only grow, an ended project has no clock left', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        play(taken, (before, _events, after) => {
          const names = (after?.deadlines ?? []).map((d) => `${d.ladder}/${d.object}`);
          expect(new Set(names).size).toBe(names.length);
          for (const [name, series] of Object.entries(before?.series ?? {}))
            expect(after?.series[name] ?? 0).toBeGreaterThanOrEqual(series);
          if (after?.stage === 'closed') expect(projectDecider.plan(after, defaultPolicy, calendars)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is planned stably: same plan twice, in time order, no key twice, and no done step ever planned again', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const state = play(taken, () => undefined);
        if (state === undefined) return;
        const plan = projectDecider.plan(state, defaultPolicy, calendars);
        expect(projectDecider.plan(state, defaultPolicy, calendars)).toEqual(plan);
        expect(plan.map((o) => o.at)).toEqual([...plan.map((o) => o.at)].sort());
        const keys = plan.map((o) => `${o.key}#${o.series}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const o of plan) expect(state.deadlines.find((d) => d.ladder === o.rule && d.object === o.object)?.done).not.toContain(o.step);
      }),
      { numRuns: 100 },
    );
  });

  it('never loses a due item: waking until nothing is due handles or merges every occurrence that was planned and still concerns an open deadline', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 400 }), (taken, days) => {
        const start = play(taken, () => undefined);
        if (start === undefined) return;
        const last = Math.max(...start.deadlines.map((d) => Date.parse(d.setAt)), Date.parse(start.since));
        const until = new Date(last + days * 86_400_000).toISOString();
        let state = start;
        const handled = new Set<string>();
        for (let turns = 0; turns < 500; turns += 1) {
          const first = projectDecider.plan(state, defaultPolicy, calendars)[0];
          if (first === undefined || first.at > until) break;
          const decision = projectDecider.decide(
            state,
            { type: 'Wake', payload: {} },
            context(first.at, { kind: 'system' }, { facts: { people } }),
          );
          if (!decision.ok) throw new Error(decision.violation.code);
          expect(decision.events.length).toBeGreaterThan(0);
          handled.add(`${first.key}#${first.series}`);
          state = decision.events.reduce<ProjectState>((s, e) => projectDecider.evolve(s, e), state);
        }
        const due = projectDecider.plan(start, defaultPolicy, calendars).filter((o) => o.at <= until);
        const stillOpen = (o: (typeof due)[number]): boolean =>
          state.deadlines.some((d) => d.ladder === o.rule && d.object === o.object && d.series === o.series);
        for (const o of due.filter(stillOpen)) expect(handled).toContain(`${o.key}#${o.series}`);
      }),
      { numRuns: 100 },
    );
  });
});
