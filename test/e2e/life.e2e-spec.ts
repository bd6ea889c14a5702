import { bodiesOf, findHead, type EntityKey } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import { rehearse } from '../../apps/worker/src/rehearsal/rehearse';
import { rehearsalPlot } from '../../apps/worker/src/story/rehearsal-plot';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi } from '../support/stack';

interface Life {
  kit: RehearsalKit;
  project: EntityKey;
}

/** Plays one project from its draft to its third annual report through the API, on a worker with these settings. */
async function live(settings: NodeJS.ProcessEnv): Promise<Life> {
  const kit = await openRehearsalKit(settings);
  const api = await startApi(kit.workspace.env);
  try {
    const { roomId } = await rehearse(
      { db: kit.db, client: kit.client, api: api.url, people: kit.people },
      { name: 'one life', plotIn: (room) => rehearsalPlot(room, true), tell: () => undefined },
    );
    const [row] = await kit.db.query<{ id: string }[]>('SELECT id FROM project_summary WHERE room_id = $1', [roomId]);
    if (row === undefined) throw new Error('the project is not there');
    return { kit, project: { kind: 'project', id: row.id } };
  } finally {
    await api.stop();
  }
}

/** Milestones of a life, in the order in which they must come. */
const road = [
  'ApplicationStarted',
  'ApplicationSubmitted',
  'ApplicationFrozen',
  'ApplicationAccepted',
  'DefenceRecorded',
  'RankRecorded',
  'ProjectProposed',
  'NoticeStarted',
  'ProjectApproved',
  'AwardAccepted',
  'MouDraftSubmitted',
  'MouSigned',
  'MouTookEffect',
  'KickOffHeld',
  'SelfEvaluationSubmitted',
  'AcceptancePassed',
];

/** Runs of the project's workflow, the latest included. */
async function runsOf({ kit, project }: Life): Promise<number> {
  let runs = 0;
  for await (const { workflowId } of kit.client.workflow.list({ query: `WorkflowId = '${workflowIdOf(project)}'` }))
    if (workflowId) runs += 1;
  return runs;
}

describe.each([
  ['replayed from its start at each task, since nothing is kept in memory', { GONGFANG_MAX_CACHED_WORKFLOWS: '0' }, 1],
  ['continued as a new run again and again', { GONGFANG_ROLL_AT: '50' }, 8],
])('a life from the draft to the third annual report, %s', (_name, settings, leastRuns) => {
  let life: Life;
  beforeAll(async () => {
    life = await live(settings);
  }, 240_000);
  afterAll(() => life?.kit.close());

  it('passes each milestone once and in order, and three reports are accepted', async () => {
    const types = (await bodiesOf(life.kit.db, life.project)).flatMap((body) => body.events.map((event) => event.type));
    expect(types.filter((type) => road.includes(type))).toEqual(road);
    expect(types.filter((type) => type === 'ReportAccepted')).toHaveLength(3);
    const head = await findHead(life.kit.db, life.project);
    expect(head?.view).toMatchObject({ stage: 'annual-report', subState: 'operating', closed: false });
  });

  it('takes as many runs of its workflow as it should, and the last one knows where it stands', async () => {
    expect(await runsOf(life)).toBeGreaterThanOrEqual(leastRuns);
    const head = await findHead(life.kit.db, life.project);
    const snapshot = await life.kit.client.workflow.getHandle(workflowIdOf(life.project)).query<{ rev: number; head: string }>('snapshot');
    expect(snapshot).toMatchObject({ view: { rev: head?.rev, head: head?.head } });
  });

  it('mails each thing once', async () => {
    const [row] = await life.kit.db.query<{ open: number; failed: number; twice: number }[]>(
      `SELECT (SELECT count(*)::int FROM outbox WHERE kind = 'mail' AND state IN ('claimed', 'sending')) AS open,
         (SELECT count(*)::int FROM outbox WHERE kind = 'mail' AND state IN ('failed', 'uncertain')) AS failed,
         (SELECT count(*)::int FROM delivery WHERE state = 'sent' AND attempts > 1) AS twice`,
    );
    expect(row).toEqual({ open: 0, failed: 0, twice: 0 });
  });
});
