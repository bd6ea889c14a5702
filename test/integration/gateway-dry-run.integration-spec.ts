import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import { aCommand, headOf, ledgerOf, openShellWorld, storedCommand } from '../support/shell-world';
import type { ShellWorld } from '../support/shell-world';

const opensAt = '2027-06-20T00:00:00.000Z';
const closesAt = '2027-08-31T16:00:00.000Z';

describe('the dry run before the engine is asked', () => {
  let world: ShellWorld;
  beforeAll(async () => {
    world = await openShellWorld({ realRules: true, withDryRun: true });
  }, 60_000);
  afterAll(() => world.close());

  const aCall = (more: object = {}): ReturnType<typeof aCommand> =>
    aCommand(world, 'CreateCall', {
      code: `T-${randomUUID()}`,
      programme: 'LMGF',
      year: 2027,
      opensAt,
      closesAt,
      policyVersion: 1,
      ...more,
    });
  const anEntity = (): EntityKey => ({ kind: 'call', id: randomUUID() });
  const isKnown = (entity: EntityKey): Promise<boolean> =>
    world.client.workflow
      .getHandle(workflowIdOf(entity))
      .describe()
      .then(
        () => true,
        () => false,
      );

  it('refuses with the reason of the rule, stores it, and starts nothing', async () => {
    const entity = anEntity();
    const command = aCall({ closesAt: opensAt });
    const answer = await world.gateway.submit(entity, command);
    expect(answer).toMatchObject({ status: 'refused', rev: 0, violation: { code: 'DATE_IN_PAST' } });
    expect(await world.gateway.submit(entity, command)).toEqual(answer);
    expect((await storedCommand(world, entity, command.id)).status).toBe('refused');
    expect(await isKnown(entity)).toBe(false);
  });

  it('refuses a policy that was never published', async () => {
    expect(await world.gateway.submit(anEntity(), aCall({ policyVersion: 99 }))).toMatchObject({ violation: { code: 'POLICY_INVALID' } });
  });

  it('tells the current revision to who has seen an older one', async () => {
    const entity = anEntity();
    expect(await world.gateway.submit(entity, aCall())).toMatchObject({ status: 'applied', rev: 1 });
    const answer = await world.gateway.submit(entity, aCommand(world, 'PublishCall', {}, { expectedRev: 7 }));
    expect(answer).toMatchObject({ violation: { code: 'STALE_REVISION', values: { expectedRev: 7, currentRev: 1 } } });
  });

  it('refuses on the state as it stands, and leaves the ledger alone', async () => {
    const entity = anEntity();
    await world.gateway.submit(entity, aCall());
    expect(await world.gateway.submit(entity, aCommand(world, 'PublishCall', {}))).toMatchObject({
      violation: { code: 'CALL_INCOMPLETE' },
    });
    expect(await ledgerOf(world, entity)).toHaveLength(1);
    expect((await headOf(world, entity)).rev).toBe(1);
  });
});
