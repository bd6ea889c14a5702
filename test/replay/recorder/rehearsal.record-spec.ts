import { loadConfig } from '@app/platform';
import { rehearsalIdOf } from '@app/workflows';
import { randomUUID } from 'node:crypto';
import { gatewayClient } from '../../../apps/api/src/command-gateway/temporal-client';
import { openBulkKit } from '../../support/bulk-kit';
import { CorpusWriter } from './corpus-writer';
import { rehearsalScenarios } from './scenarios';

const minutes = 60_000;

it(
  'moves of a rehearsal',
  async () => {
    const kit = await openBulkKit({ projects: 20 });
    const client = gatewayClient(loadConfig(kit.workspace.env));
    const [opened, year] = [randomUUID(), randomUUID()];
    const key = (id: string): Record<string, string> => ({ 'Idempotency-Key': id });
    try {
      const { items } = (await kit.head.get<{ items: { id: string; closed: boolean }[] }>('/api/calls')).body;
      const source = { kind: 'call', id: items.find((one) => !one.closed)?.id };
      await kit.head.post('/api/rehearsals', { source, reason: 'To be replayed' }, key(opened));
      await client.workflow.getHandle(rehearsalIdOf(opened)).result();
      await kit.head.post(`/api/rehearsals/${opened}/moves`, { kind: 'year', rev: 1 }, key(year));
      await client.workflow.getHandle(rehearsalIdOf(year)).result();
      const writer = new CorpusWriter('rehearsal');
      await writer.workflow({ client }, 'rehearsal-open', rehearsalIdOf(opened));
      await writer.workflow({ client }, 'rehearsal-year', rehearsalIdOf(year));
      writer.finish(rehearsalScenarios);
    } finally {
      await client.connection.close();
      await kit.close();
    }
  },
  5 * minutes,
);
