import { loadConfig } from '@app/platform';
import { foreseeIdOf } from '@app/workflows';
import { gatewayClient } from '../../../apps/api/src/command-gateway/temporal-client';
import { openBulkKit } from '../../support/bulk-kit';
import { waitFor } from '../../support/wait-for';
import { CorpusWriter } from './corpus-writer';
import { foreseeScenarios } from './scenarios';

const minutes = 60_000;

it(
  'a dry run over all live projects',
  async () => {
    const kit = await openBulkKit({ projects: 20 });
    const client = gatewayClient(loadConfig(kit.workspace.env));
    try {
      const { body: asked } = await kit.head.post<{ id: string }>('/api/dry-runs', { policyVersion: 3 });
      const isDone = async (): Promise<boolean> =>
        (await kit.head.get<{ state: string }>(`/api/dry-runs/${asked.id}`)).body.state === 'done';
      await waitFor(isDone, { withinMs: minutes });
      await client.workflow.getHandle(foreseeIdOf(asked.id)).result();
      const writer = new CorpusWriter('foresee');
      await writer.workflow({ client }, 'dry-run', foreseeIdOf(asked.id));
      writer.finish(foreseeScenarios);
    } finally {
      await client.connection.close();
      await kit.close();
    }
  },
  5 * minutes,
);
