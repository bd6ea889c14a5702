import fc from 'fast-check';
import { projectDecider } from '../../deciders';
import { forecast } from '../../forecast';
import { defaultPolicy } from '../../policy/policy';
import { context, person, text } from '../../spec-kit';
import type { Occurrence } from '../../shared/occurrence';
import { aProject, type Step } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';

/** Any touch of any planned mail, at any stage and time, with everything the clock does before and after it. */
const calendars = { years: [] };
const head = person('head', 'SH');
const stages: Step[] = ['drafting', 'signing', 'kick-off', 'building', 'operating'];
const built = new Map(stages.map((stage) => [stage, aProject().at(stage)]));
const setting = { policy: defaultPolicy, calendars };
const planOf = (state: ProjectState): Occurrence[] => projectDecider.plan(state, defaultPolicy, calendars);
const consequences = (plan: Occurrence[]): string[] => plan.filter((o) => o.kind === 'consequence').map((o) => `${o.key}#${o.at}`);

function given(state: ProjectState, command: ProjectCommand, now: string, commandId: string): ProjectState | undefined {
  const decision = projectDecider.decide(state, command, context(now, head, { reason: text, commandId, facts: { stepMails: [] } }));
  return decision.ok ? decision.events.reduce<ProjectState>((s, e) => projectDecider.evolve(s, e), state) : undefined;
}

/** Lets the clock run for some steps; answers the state and the time of its last act. */
function ran(start: ProjectState, steps: number): { state: ProjectState; now: string } {
  let state = start;
  let now = start.since;
  for (const deadline of start.deadlines) if (deadline.setAt > now) now = deadline.setAt;
  for (let i = 0; i < steps; i += 1) {
    const first = planOf(state)[0];
    if (first === undefined) break;
    if (first.at > now) now = first.at;
    const decision = projectDecider.decide(state, { type: 'Wake', payload: {} }, context(now, { kind: 'system' }));
    if (!decision.ok) throw new Error(decision.violation.code);
    state = decision.events.reduce<ProjectState>((s, e) => projectDecider.evolve(s, e), state);
  }
  return { state, now };
}

/** Every stage, after some acts of the clock: played once. */
const standings = stages.flatMap((stage) =>
  [0, 2, 5].map((steps) => {
    const { state, now } = ran(built.get(stage) as ProjectState, steps);
    return { state, now, mails: planOf(state).filter((o) => o.level !== undefined) };
  }),
);

const situations = fc
  .record({ standing: fc.constantFrom(...standings), pick: fc.nat(60) })
  .map(({ standing: { state, now, mails }, pick }) => ({ state, now, mail: mails[pick % Math.max(mails.length, 1)] }));

/** Keys that go out until nothing is due any more. */
function sentFrom(state: ProjectState): string[] {
  const until = new Date(Date.parse(state.since) + 400 * 86_400_000).toISOString();
  return forecast(projectDecider, state.id, state, { ...setting, until, maxSteps: 40 }).flatMap((line) =>
    line.events.flatMap((e) => (e.type === 'ReminderIssued' || e.type === 'EscalationIssued' ? [`${e.key}#${e.series}`] : [])),
  );
}

describe('an intervention in the planned mails of any project at any time', () => {
  it('a skipped step never goes out, and nothing else is lost by it', () => {
    fc.assert(
      fc.property(situations, ({ state, now, mail }) => {
        if (mail === undefined) return;
        const { rule, object, step, series, key } = mail;
        const skipped = given(state, { type: 'SkipOccurrence', payload: { rule, object, step, series } }, now, 'a');
        if (skipped === undefined) return;
        expect(planOf(skipped)).toEqual(planOf(state).filter((o) => o.key !== key));
        expect(sentFrom(skipped)).not.toContain(`${key}#${series}`);
      }),
      { numRuns: 40 },
    );
  });

  it('undone at once, each leaves the plan exactly as it was', () => {
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom('skip', 'send', 'extra', 'snooze', 'pause'),
        fc.integer({ min: 1, max: 5 }),
        (one, what, days) => {
          const { state, now, mail } = one;
          if (mail === undefined) return;
          const { rule, object, step, series } = mail;
          const commands: Record<typeof what, ProjectCommand> = {
            skip: { type: 'SkipOccurrence', payload: { rule, object, step, series } },
            send: { type: 'SendNow', payload: { rule, object, step } },
            extra: { type: 'SendNow', payload: { rule, object } },
            snooze: { type: 'Snooze', payload: { rule, object, workingDays: days } },
            pause: { type: 'PauseSeries', payload: { rule, object } },
          };
          const touched = given(state, commands[what], now, 'a');
          if (touched === undefined) return;
          const back = given(touched, { type: 'UndoIntervention', payload: { interventionId: 'a' } }, now, 'b');
          expect(back === undefined ? undefined : planOf(back)).toEqual(planOf(state));
          expect(back?.deadlines).toEqual(state.deadlines);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('a paused series sends nothing whatever the clock does, its consequences come as before, and going on merges what fell due to the newest', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 60 }), ({ state, now, mail }, days) => {
        if (mail === undefined) return;
        const aim = { rule: mail.rule, object: mail.object };
        const isOurs = (o: { rule: string; object: string }): boolean => o.rule === aim.rule && o.object === aim.object;
        const paused = given(state, { type: 'PauseSeries', payload: aim }, now, 'a');
        if (paused === undefined) return;
        expect(planOf(paused).some((o) => isOurs(o) && o.level !== undefined)).toBe(false);
        expect(consequences(planOf(paused))).toEqual(consequences(planOf(state)));
        const later = new Date(Date.parse(now) + days * 86_400_000).toISOString();
        const resumed = given(paused, { type: 'ResumeSeries', payload: aim }, later, 'b') as ProjectState;
        expect(planOf(resumed)).toEqual(planOf(state));
        const due = planOf(resumed).filter((o) => isOurs(o) && o.level !== undefined && o.at <= later);
        const decision = projectDecider.decide(resumed, { type: 'Wake', payload: {} }, context(later, { kind: 'system' }));
        const issued = decision.ok ? decision.events.flatMap((e) => (e.type === 'ReminderIssued' && isOurs(e) ? [e] : [])) : [];
        for (const event of issued) {
          const sameLevel = due.filter((o) => o.level === event.level && o.kind === 'reminder');
          expect(event.step).toBe(sameLevel.at(-1)?.step);
          expect(event.merged).toEqual(sameLevel.slice(0, -1).map((o) => o.step));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no key ever returns: series only grow, also after a date that was put off and put back', () => {
    fc.assert(
      fc.property(situations, fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }), ({ state, now, mail }, moves) => {
        if (mail === undefined) return;
        const { rule, object } = mail;
        let current = state;
        const used = new Set<number>();
        for (const [i, workingDays] of moves.entries()) {
          const moved = given(current, { type: 'Snooze', payload: { rule, object, workingDays } }, now, `move-${i}`);
          if (moved === undefined) return;
          const series = moved.deadlines.find((d) => d.ladder === rule && d.object === object)?.series ?? 0;
          expect(used.has(series)).toBe(false);
          used.add(series);
          current = given(moved, { type: 'UndoIntervention', payload: { interventionId: `move-${i}` } }, now, `back-${i}`) ?? moved;
        }
      }),
      { numRuns: 40 },
    );
  });
});
