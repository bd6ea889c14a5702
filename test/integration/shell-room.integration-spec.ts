import { randomUUID } from 'node:crypto';
import { bodiesOf, openRoom, roomNow } from '@app/persistence';
import type { EntityKey } from '@app/persistence';
import { conductorIdOf, conductorWorkflowType, taskQueues } from '@app/workflows';
import type { ConductorInput, ConductorResult } from '@app/workflows';
import { aCommand, headOf, openShellWorld } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';
import { totalOf } from '../support/counting-rules';

const start = '2026-01-01T00:00:00.000Z';
const dayMs = 86_400_000;
const dayAfterStart = (days: number): string => new Date(Date.parse(start) + days * dayMs).toISOString();

describe('a rehearsal room on the real engine', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ settings: { GONGFANG_MODE: 'rehearsal' } });
    world.rules.quiet = true;
  }, 60_000);
  afterAll(() => world.close());

  async function enter(roomId: string, reminders: string[]): Promise<EntityKey> {
    const entity: EntityKey = { kind: 'call', id: randomUUID() };
    const payload = { policyVersion: 1, clock: { kind: 'conducted', roomId }, reminders };
    expect(await world.gateway.submit(entity, aCommand(world, 'CreateCall', payload))).toMatchObject({ status: 'applied' });
    return entity;
  }

  function conduct(roomId: string, until: string): Promise<ConductorResult> {
    return world.client.workflow.execute<(input: ConductorInput) => Promise<ConductorResult>>(conductorWorkflowType, {
      workflowId: `${conductorIdOf(roomId)}/${until}`,
      taskQueue: taskQueues.project,
      args: [{ roomId, until }],
    });
  }

  it('plays three years of several entities in the exact order of their time, in seconds', async () => {
    const roomId = await openRoom(world.db, { name: 'three years', at: start });
    const first = await enter(
      roomId,
      Array.from({ length: 36 }, (_, month) => dayAfterStart(30 * month + 1)),
    );
    const second = await enter(
      roomId,
      Array.from({ length: 36 }, (_, month) => dayAfterStart(30 * month + 16)),
    );
    const result = await conduct(roomId, dayAfterStart(1_095));
    expect(result).toEqual({ roomNow: dayAfterStart(1_095), steps: 72, finished: true });
    const entries = [...(await bodiesOf(world.db, first)), ...(await bodiesOf(world.db, second))].filter((body) => body.type === 'Wake');
    expect(entries).toHaveLength(72);
    const byRecord = [...entries].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).map((body) => body.occurredAt);
    expect(byRecord).toEqual([...byRecord].sort());
  }, 60_000);

  it('stops at the wished instant, and a command then happens in the time of the room', async () => {
    const roomId = await openRoom(world.db, { name: 'half way', at: start });
    const entity = await enter(roomId, [dayAfterStart(10), dayAfterStart(20)]);
    expect(await conduct(roomId, dayAfterStart(15))).toMatchObject({ steps: 1, finished: true });
    expect(await roomNow(world.db, roomId)).toBe(dayAfterStart(15));
    await world.gateway.submit(entity, aCommand(world, 'Add', { n: 3 }));
    expect((await bodiesOf(world.db, entity)).at(-1)).toMatchObject({ type: 'Add', occurredAt: dayAfterStart(15) });
    expect(await conduct(roomId, dayAfterStart(30))).toMatchObject({ steps: 1, finished: true });
  }, 30_000);

  it('lets what one entity asks of another happen before time moves on', async () => {
    const roomId = await openRoom(world.db, { name: 'two that talk', at: start });
    const receiver = await enter(roomId, []);
    const sender = await enter(roomId, [dayAfterStart(5)]);
    await world.gateway.submit(sender, aCommand(world, 'Add', { n: 4, tell: receiver.id }));
    await conduct(roomId, dayAfterStart(9));
    expect(totalOf((await headOf(world, receiver)).state)).toBe(4);
    const told = (await bodiesOf(world.db, receiver)).find((body) => body.type === 'Add');
    expect(told?.occurredAt).toBe(start);
  }, 30_000);

  it('that does not exist ends the conductor with a reason', async () => {
    await expect(conduct(randomUUID(), dayAfterStart(1))).rejects.toMatchObject({ cause: { cause: { type: 'ROOM_UNKNOWN' } } });
  }, 30_000);
});
