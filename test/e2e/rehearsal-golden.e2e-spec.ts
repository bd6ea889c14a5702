import { later, type ProjectState } from '@app/domain';
import { bodiesOf, calendarVersion, createRuleData, directoryFor, findHead, type EntityKey } from '@app/persistence';
import { call2025, callAnnounced, callInReview } from '../../apps/worker/src/story/demo-plots';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { forecastProject, mailLine, stepLine, type ProjectForecast } from '../support/forecast-mails';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';

const dayMs = 86_400_000;
const start = '2027-01-15T03:00:00.000Z';
const until = later(start, 620 * dayMs);

/** Start states by name: the project of the demo that stands there on the first day, and an event that follows when nobody acts. */
const startStates: [name: string, key: string, from: string, follows: string][] = [
  ['an annual report is open: suspension and proposed exit follow', 'vehicles-th', 'annual-report/report-open', 'ExitProposed'],
  [
    'a workshop is being built: its milestones and report are missed',
    'construction-kh',
    'construction/building',
    'SuspendedForMissingReport',
  ],
  ['an award waits for its answer: the approval lapses', 'communication-mm', 'mou/accepting', 'ApprovalLapsed'],
  ['a MoU is to be drafted: the signing period runs out', 'trainers-th', 'mou/drafting', 'LapseBroughtToCouncil'],
  ['an application was returned: the time for its correction ends', 'vehicles-la', 'review/returned', 'CorrectionTimeOver'],
  ['experts are judging: an invitation is released', 'logistics-th', 'review/scoring', 'InvitationReleased'],
];

interface Golden {
  expected: ProjectForecast;
  happened: { steps: string[]; mails: string[] };
}

async function standingOf({ db }: RehearsalKit, project: EntityKey): Promise<{ rev: number; where: string }> {
  const head = await findHead(db, project);
  return { rev: head?.rev ?? 0, where: `${head?.view?.stage}/${head?.view?.subState}` };
}

describe('the forecast at the start is what happens and is mailed, when nobody acts', () => {
  let kit: RehearsalKit;
  let room: PlayedRoom;
  const starts = new Map<string, string>();
  const results = new Map<string, Golden>();

  beforeAll(async () => {
    kit = await openRehearsalKit();
    room = await kit.roomAt(start, (clock) => [
      only(call2025(), clock, ['vehicles-th', 'construction-kh']),
      only(callAnnounced({ today: '2027-01-15', year: 2026 }), clock, ['communication-mm', 'trainers-th']),
      only(callInReview({ today: '2027-01-15', year: 2026 }), clock, ['vehicles-la', 'logistics-th']),
    ]);
    const startRevs = new Map<string, number>();
    const forecasts = new Map<string, ProjectForecast>();
    for (const [, key] of startStates) {
      const project = room.project(key);
      const { rev, where } = await standingOf(kit, project);
      startRevs.set(key, rev);
      starts.set(key, where);
      forecasts.set(key, await forecastOf(project));
    }
    await room.clock.runTo(until);
    for (const [, key] of startStates) {
      const expected = forecasts.get(key);
      if (expected === undefined) throw new Error(`no forecast of ${key}`);
      results.set(key, { expected, happened: await happenedTo(room.project(key), startRevs.get(key) ?? 0) });
    }
  }, 300_000);
  afterAll(() => kit?.close());

  async function forecastOf(project: EntityKey): Promise<ProjectForecast> {
    const state = (await findHead(kit.db, project))?.state as ProjectState;
    const ruleData = createRuleData();
    const policy = await ruleData.policy(kit.db, state.policyVersion);
    const calendars = await ruleData.calendars(kit.db, await calendarVersion(kit.db), policy);
    return forecastProject(project.id, { state, policy, calendars, until, directoryOf: (intents) => directoryFor(kit.db, state, intents) });
  }

  async function happenedTo(project: EntityKey, afterRev: number): Promise<Golden['happened']> {
    const bodies = (await bodiesOf(kit.db, project)).filter((body) => body.rev > afterRev);
    const mails = await kit.db.query<
      { at: Date; key: string; role: string; copy: boolean; state: string; why: string | null; frozen: string | null }[]
    >(
      `SELECT o.send_after_virtual AS at, o.business_key AS key, o.role, o.copy, o.state, o.result->>'why' AS why, d.state AS frozen
         FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id
        WHERE o.kind = 'mail' AND o.entity_id = $1 AND o.rev > $2 AND o.send_after_virtual <= $3`,
      [project.id, afterRev, until],
    );
    return {
      steps: bodies.map(({ occurredAt, payload, events }) => stepLine(occurredAt, (payload as { key?: string }).key ?? 'a person', events)),
      mails: mails
        .map(({ at, key, role, copy, state, why, frozen }) => {
          const fate = state === 'cancelled' ? `cancelled, ${why}` : state === 'sent' && frozen === 'sent' ? 'sent' : `${state}/${frozen}`;
          return mailLine({ at: at.toISOString(), key, role, copy, fate });
        })
        .sort(),
    };
  }

  function goldenOf(key: string): Golden {
    const golden = results.get(key);
    if (golden === undefined) throw new Error(`${key} was not played`);
    return golden;
  }

  it.each(startStates)('%s', (_name, key, from, follows) => {
    const { expected, happened } = goldenOf(key);
    expect(starts.get(key)).toBe(from);
    expect(expected.steps.length).toBeGreaterThan(0);
    expect(expected.mails.length).toBeGreaterThan(0);
    expect(happened.steps).toEqual(expected.steps);
    expect(happened.mails).toEqual(expected.mails);
    expect(happened.steps.join('\n')).toContain(follows);
  });
});

function only(plot: CallPlot, clock: Record<string, unknown>, keys: string[]): CallPlot {
  return { ...plot, clock, projects: plot.projects.filter((project) => keys.includes(project.key)) };
}
