import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextInRoom, openRoom } from '@app/persistence';
import { roomClock } from '../../apps/worker/src/rehearsal/room-clock';
import { publishLaosPolicy } from '../../apps/worker/src/engine/first-data/laos-standards';
import { entityOf } from '../../apps/worker/src/story/application-acts';
import { callStory } from '../../apps/worker/src/story/call-story';
import { play } from '../../apps/worker/src/story/teller';
import { openRehearsalKit, type RehearsalKit } from '../support/rehearsal-kit';
import { freePort, startApi, type ApiProcess } from '../support/stack';
import { createBrowserTeller } from './browser-teller';
import { answeredBefore, furtherActs, lifePeople, lifePlot, signedByParties } from './life-plot';
import { createMailLinks, type MailLinks } from './mail-links';
import { openStage, type Stage } from './stage';

const openApi = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as { paths: Record<string, object> };

/** Every command of the API, by what follows `/api/` without the entity's id. */
const everyCommand = Object.keys(openApi.paths)
  .filter((path) => path.includes('/commands/') && !path.startsWith('/api/commands/'))
  .map((path) => path.replace('/api/', '').replace('{id}/commands/', ''));

describe('a call and its project, carried through the browser by the people of the programme', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let mails: MailLinks;
  let given: Set<string> = new Set();
  let projectId = '';
  let callId = '';

  beforeAll(async () => {
    // The mails that the worker writes name the address at which the API answers.
    const port = String(await freePort());
    kit = await openRehearsalKit({ GONGFANG_PORT: port, GONGFANG_PUBLIC_URL: `http://127.0.0.1:${port}` });
    // Another policy to which a project may move.
    await publishLaosPolicy(kit.db);
    // Signed in once for the whole life, which takes longer on a slow machine than a sign-in stays recent.
    api = await startApi({ ...kit.workspace.env, GONGFANG_FRESH_SIGN_IN_MS: '7200000' });
    mails = createMailLinks(api.url);
    stage = await openStage(api.url, kit.people, { still: true });
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  it('is begun by people who sign in, each in a window of his own', async () => {
    await Promise.all(
      lifePeople.map(async (row) => {
        for (const key of row) await (await stage.as(key)).goto('about:blank');
      }),
    );
  }, 120_000);

  it('goes from a new call to the third annual report', async () => {
    const roomId = await openRoom(kit.db, { name: 'browser', at: '2025-05-28T00:00:00.000Z' });
    const clock = { kind: 'conducted', roomId };
    const { runTo } = await roomClock(kit.db, kit.client, roomId);
    const runOn = async (): Promise<string | undefined> => {
      const step = await nextInRoom(kit.db, roomId);
      if (step !== undefined) await runTo(step.at);
      return step?.at;
    };
    const teller = createBrowserTeller({ stage, db: kit.db, clock, runTo, runOn, mails });
    given = teller.given;
    const story = callStory(lifePlot);
    await play(
      [...answeredBefore(story.acts), ...furtherActs(story.threads)].map((act) => ({
        ...act,
        tell: (one) => named(act.what, act.tell(one)),
      })),
      signedByParties(teller),
    );
    const [main] = story.threads.projects;
    if (main === undefined) throw new Error('the story has no project');
    projectId = entityOf(main).id;
    callId = story.threads.id ?? '';
    const officer = await stage.as('officer');
    await officer.goto(`${stage.url}/projects/${projectId}`);
    await officer.locator('[data-testid=standing]').waitFor();
    expect(await officer.locator('[aria-current=step]').innerText()).toBe('年度报告');
  }, 900_000);

  it('gave every command of the API from a form', () => {
    expect([...given].sort()).toEqual([...everyCommand, 'calls', 'projects'].sort());
  });

  it('led people by the links of their mails to all that mails ask for', async () => {
    expect([...mails.followed].sort()).toEqual(await mails.asked());
  });

  it.each([
    ['officer', '/projects'],
    ['host-nam-khong', '/projects'],
    ['officer', '/calls'],
    ['council-la', '/calls'],
    ['officer', '/preferences'],
  ])('shows %s %s without violations', async (key, path) => {
    const page = await stage.as(key);
    await page.goto(`${stage.url}${path}`);
    await page.locator('h1').waitFor();
    await stage.inspect(page, path);
  });

  it.each(['overview', 'timeline', 'people', 'documents', 'mails'])('shows the project’s %s on a desk and on a phone', async (view) => {
    for (const key of ['officer', 'host-nam-khong']) {
      const page = await stage.as(key);
      await page.goto(`${stage.url}/projects/${projectId}?view=${view}`);
      await page.locator('[data-testid=standing]').waitFor();
      await page.locator('[role=tabpanel] >> text=/./').first().waitFor();
      await stage.inspect(page, `project: ${view}`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });

  it('shows the exact text of a mail that was sent, on opening it', async () => {
    const page = await stage.as('officer');
    await page.goto(`${stage.url}/projects/${projectId}?view=mails`);
    await page.locator('[role=tabpanel] summary').first().click();
    const text = page.locator('pre.mail-text');
    await text.waitFor();
    expect(await text.innerText()).toContain('澜湄工坊项目秘书处');
    await stage.inspect(page, 'text of a mail');
  });

  it('shows the call with its ranking and its dates', async () => {
    const page = await stage.as('council-chair');
    await page.goto(`${stage.url}/calls/${callId}`);
    await page.locator('#dates').waitFor();
    await stage.inspect(page, 'call');
    await page.goto(`${stage.url}/calls/${callId}?view=ranking`);
    await page.locator('#ranking ~ div table').waitFor();
    await stage.inspect(page, 'call: ranking');
  });

  it('broke no rule of the accessibility guidelines on any page', () => {
    expect(stage.violations).toEqual([]);
  });

  it('left nothing in the console of any window', () => {
    expect(stage.complaints).toEqual([]);
  });
});

async function named(what: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
