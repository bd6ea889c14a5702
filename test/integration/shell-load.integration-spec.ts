import { workflowIdOf } from '@app/workflows';
import { aCommand, createEntity, headOf, ledgerOf, openShellWorld, snapshotOf } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { addsOf, totalOf } from '../support/counting-rules';
import type { AnyState } from '../../apps/worker/src/commit/deciders';
import { waitFor } from '../support/wait-for';

const clients = 8;
/** `npm run test:long` gives the same entity ten times as much to do. */
const scale = process.env['GONGFANG_TEST_LONG'] === '1' ? 10 : 1;
const commands = 500 * scale;

describe(`${commands} commands of eight clients on one entity`, () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ settings: { GONGFANG_ROLL_AT: '50' } });
  }, 60_000);
  afterAll(() => world.close());

  it(
    'are each carried out once over at least forty runs, with their mails and their commands for others',
    async () => {
      const entity = await createEntity(world);
      const other = await createEntity(world);
      const ids = Array.from({ length: commands }, (_, no) => ({
        no,
        command: aCommand(world, 'Add', { n: 1, mail: no % 2 === 0, ...(no % 10 === 0 ? { tell: other.id } : {}) }),
      }));
      const queue = [...ids];
      const answers: string[] = [];
      // An answer may take longer than the caller is kept waiting: he then asks again under the same id.
      const answerTo = async (command: (typeof ids)[number]['command']): Promise<string> => {
        const { status } = await world.gateway.submit(entity, command);
        return status === 'pending' ? answerTo(command) : status;
      };
      const client = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) answers.push(await answerTo(next.command));
      };
      await Promise.all(Array.from({ length: clients }, client));
      expect(answers.filter((status) => status !== 'applied')).toEqual([]);

      const head = await headOf(world, entity);
      expect(totalOf(head.state)).toBe(commands);
      expect(new Set(addsOf(head.state as AnyState))).toEqual(new Set(ids.map(({ command }) => command.id)));
      expect(await ledgerOf(world, entity)).toHaveLength(commands + 1);

      const told = commands / 10;
      await waitFor(async () => totalOf((await headOf(world, other)).state) === told, {
        withinMs: 20_000 * scale,
        what: 'everything was dispatched',
      });
      const [mails] = await world.db.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM outbox WHERE kind = 'mail' AND entity_id = $1`,
        [entity.id],
      );
      expect(mails?.count).toBe(commands / 2);
      const [left] = await world.db.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM outbox WHERE kind = 'command' AND state <> 'sent'`,
      );
      expect(left?.count).toBe(0);

      expect(await runsOf(world, workflowIdOf(entity))).toBeGreaterThanOrEqual(40 * scale);
      expect((await snapshotOf(world, entity)).queued).toBe(0);
    },
    180_000 * scale,
  );
});

describe('a worker that remembers nothing between two tasks', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ settings: { GONGFANG_ROLL_AT: '50', GONGFANG_MAX_CACHED_WORKFLOWS: '0' } });
  }, 60_000);
  afterAll(() => world.close());

  it('replays every task from the start and comes to the same', async () => {
    const entity = await createEntity(world, [new Date(Date.now() + 1_500).toISOString()]);
    for (let n = 1; n <= 12; n++) {
      expect(await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1, tell: entity.id }))).toMatchObject({ status: 'applied' });
    }
    await waitFor(async () => (await snapshotOf(world, entity)).view.rev === 26, {
      withinMs: 30_000,
      what: 'commands, echoes and reminder',
    });
    expect(totalOf((await headOf(world, entity)).state)).toBe(24);
  }, 60_000);
});

async function runsOf(world: ShellWorld, workflowId: string): Promise<number> {
  let runs = 0;
  for await (const _run of world.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs++;
  return runs;
}
