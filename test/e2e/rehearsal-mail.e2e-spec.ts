import { once } from 'node:events';
import { connect } from 'node:net';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues } from '@app/workflows';
import { call2025 } from '../../apps/worker/src/story/demo-plots';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startScriptedSmtp, type ScriptedSmtp } from '../support/smtp-server';
import { freshWorkspace, runCli, spawnProgram, startWorker, waitFor, type AppProcess, type Workspace } from '../support/stack';

const API = 'dist/apps/api/apps/api/src/main.js';
const WORKER = 'dist/apps/worker/apps/worker/src/main.js';

describe('an instance for rehearsals that is configured with a real mail server', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await freshWorkspace({ GONGFANG_MODE: 'rehearsal' });
  }, 60_000);
  afterAll(() => workspace?.dispose());

  it.each([
    ['a server elsewhere', 'smtp://mail.example.org:25'],
    ['a server elsewhere with sign-in', 'smtps://user:secret@mail.example.org:465'],
    ['a machine that only sounds local', 'smtp://localhost.example.org:1025'],
    ['another machine by number', 'smtp://192.0.2.7:1025'],
  ])(
    '%s: neither worker nor API starts, and no secret is printed',
    async (_name, url) => {
      for (const program of [WORKER, API]) {
        const app = spawnProgram(program, [], { ...workspace.env, SMTP_URL: url });
        expect(await app.ended).not.toBe(0);
        expect(app.logs()).toContain('SMTP_URL must be a mail catcher on this machine in a rehearsal');
        expect(app.logs()).not.toContain('secret');
      }
    },
    60_000,
  );

  it('a relay on this machine: the worker does not start', async () => {
    const app = spawnProgram(WORKER, [], { ...workspace.env, SMTP_URL: 'smtp://localhost:25' });
    expect(await app.ended).not.toBe(0);
    expect(app.logs()).toContain('its own catcher only');
  }, 60_000);

  it('the rehearsal itself refuses to play on an instance of production', async () => {
    const { code, output } = await runCli(['rehearse', '--url', 'http://127.0.0.1:1', '--one'], {
      ...workspace.env,
      GONGFANG_MODE: 'production',
    });
    expect(code).toBe(2);
    expect(output).toContain('GONGFANG_MODE=rehearsal');
  }, 60_000);
});

/** This machine under a name that the transport takes for a server like any other. */
const otherName = '127.1';

/** Shows that the server could be reached under that name. */
async function reach(port: number): Promise<void> {
  const socket = connect(port, otherName);
  await once(socket, 'data');
  socket.destroy();
}

describe('mail of a room in the hands of a worker with a real mail server', () => {
  let kit: RehearsalKit;
  let room: PlayedRoom;
  let smtp: ScriptedSmtp;
  let worker: AppProcess | undefined;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    await kit.worker.stop();
    smtp = await startScriptedSmtp();
    room = await kit.roomAt('2025-09-02T09:30:00.000Z', (clock) => [{ ...call2025(), clock }]);
  }, 120_000);
  afterAll(async () => {
    await worker?.stop();
    await smtp?.close();
    await kit?.close();
  });

  it('is cancelled with the reason, and the server is never asked', async () => {
    const port = Number(new URL(smtp.url).port);
    await reach(port);
    await kit.db.query(
      `UPDATE outbox SET state = 'created', done_at = NULL WHERE kind = 'mail' AND room_id = $1 AND send_after_virtual > '2025-09-02T00:00:00Z'`,
      [room.roomId],
    );
    await kit.db.query(`UPDATE room SET room_now = '2025-09-05T06:00:00Z' WHERE id = $1`, [room.roomId]);
    const waiting = await states();
    expect(waiting['created']).toBeGreaterThan(0);
    worker = await startWorker({ ...kit.workspace.env, GONGFANG_MODE: 'production', SMTP_URL: `smtp://${otherName}:${port}` });
    await kit.client.workflow.signalWithStart(mailDeskWorkflowType, {
      workflowId: mailDeskIdOf('0'),
      taskQueue: taskQueues.project,
      args: [{ shard: '0' }],
      signal: dueSignal,
      signalArgs: [{ atMs: 0 }],
    });
    await waitFor(async () => Object.keys(await states()).every((state) => state === 'cancelled' || state === 'sent'), {
      withinMs: 30_000,
      what: 'the mails of the room',
    });
    const why = await kit.db.query<{ why: string }[]>(
      `SELECT DISTINCT result->>'why' AS why FROM outbox WHERE kind = 'mail' AND room_id = $1 AND state = 'cancelled' AND result IS NOT NULL`,
      [room.roomId],
    );
    expect(why).toEqual([{ why: 'rehearsal' }]);
    expect((await states())['sent']).toBeUndefined();
    expect(smtp.taken).toEqual([]);
    expect(smtp.mostConnections).toBe(1);
  }, 90_000);

  async function states(): Promise<Record<string, number>> {
    const rows = await kit.db.query<{ state: string; count: number }[]>(
      `SELECT state, count(*)::int AS count FROM outbox WHERE kind = 'mail' AND room_id = $1 GROUP BY state`,
      [room.roomId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }
});
